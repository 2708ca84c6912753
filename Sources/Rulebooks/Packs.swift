extension Rulebook {
    /// Reads a rulebook; every mistake in it is named by line and field.
    public init(yaml: String) throws(RulebookError) {
        self = try RulebookCache.shared.rulebook(yaml)
    }

    /// Reads a rulebook that was taken once, perhaps by wider limits than today's.
    public init(stored yaml: String) throws(RulebookError) {
        self = try RulebookCache.stored.rulebook(yaml)
    }

    /// The names of the rulebooks that ship with the product (CAD-1).
    public static let packNames = packs.keys.sorted()

    /// A rulebook that ships with the product; a name that is none of `packNames` is a mistake in line 0.
    public static func pack(_ name: String) throws(RulebookError) -> Rulebook {
        guard let bytes = packs[name] else {
            let arguments = ["allowed": packNames.joined(separator: ", "), "value": name]
            throw RulebookError(mistakes: [
                RulebookMistake(line: 0, field: "rulebook", code: .notAnOption, arguments: arguments)
            ])
        }
        return try Rulebook(yaml: String(decoding: bytes, as: UTF8.self))
    }

    private static let packs: [String: [UInt8]] = [
        "cement": PackageResources.cement_yaml,
        "decoration": PackageResources.decoration_yaml,
        "home-decor": PackageResources.home_decor_yaml,
        "it-service": PackageResources.it_service_yaml,
        "property": PackageResources.property_yaml,
        "retail-333": PackageResources.retail_333_yaml,
        "stages": PackageResources.stages_yaml,
        "terminal": PackageResources.terminal_yaml,
    ]
}
