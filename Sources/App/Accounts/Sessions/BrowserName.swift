/// Browser and operating system from `User-Agent`; enough to recognise one's own devices.
struct BrowserName: Sendable, Hashable {
    enum Program: String, Sendable, CaseIterable { case wechat, dingtalk, edge, firefox, chrome, safari, other }
    enum System: String, Sendable, CaseIterable { case windows, iphone, ipad, mac, android, harmony, linux, other }

    let program: Program
    let system: System

    init(userAgent: String?) {
        let text = String((userAgent ?? "").prefix(500))
        // Most browsers also name those that they imitate, so the order decides.
        program = Self.first(of: Self.programs, in: text) ?? .other
        system = Self.first(of: Self.systems, in: text) ?? .other
    }

    /// Parses the stored form.
    init(text: String) {
        let parts = text.split(separator: " ").map(String.init)
        program = parts.first.flatMap(Program.init) ?? .other
        system = parts.dropFirst().first.flatMap(System.init) ?? .other
    }

    /// The stored form: `chrome windows`.
    var text: String { "\(program.rawValue) \(system.rawValue)" }

    private static let programs: [(String, Program)] = [
        ("MicroMessenger", .wechat), ("DingTalk", .dingtalk), ("Edg", .edge), ("Firefox", .firefox),
        ("FxiOS", .firefox), ("CriOS", .chrome), ("Chrome", .chrome), ("Safari", .safari),
    ]

    private static let systems: [(String, System)] = [
        ("HarmonyOS", .harmony), ("OpenHarmony", .harmony), ("iPhone", .iphone), ("iPad", .ipad),
        ("Android", .android), ("Windows", .windows), ("Mac OS X", .mac), ("Linux", .linux),
    ]

    private static func first<Name>(of marks: [(String, Name)], in text: String) -> Name? {
        marks.first { text.contains($0.0) }?.1
    }
}
