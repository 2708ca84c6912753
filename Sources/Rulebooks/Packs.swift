extension Rulebook {
    /// Parses a rulebook; every mistake is reported with line and field.
    public init(yaml: String) throws(RulebookError) {
        self = try RulebookCache.shared.rulebook(yaml)
    }

    /// Parses a stored rulebook, which may exceed limits that were introduced later.
    public init(stored yaml: String) throws(RulebookError) {
        self = try RulebookCache.stored.rulebook(yaml)
    }

    /// Names of the shipped rulebooks (CAD-1).
    public static let packNames = packs.keys.sorted()

    /// A shipped rulebook; an unknown name is reported as a mistake in line 0.
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
