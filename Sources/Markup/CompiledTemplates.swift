/// The templates of one language, by name.
struct CompiledTemplates: Sendable {
    private(set) var programs: [String: DrawingProgram] = [:]
    /// Names in all of them.
    private(set) var names = 0

    mutating func add(_ program: DrawingProgram, named name: String) {
        programs[name] = program
        names += program.names.count
    }
}
