import App
import ArgumentParser

/// The audit trail, from the console.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Look after the audit trail.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prove that no entry was changed or removed, or name the first one that was.")

        @OptionGroup var data: DataOption

        func run() async throws {
            let result = try await AuditCheck.verify(data.folder)
            guard result.isWhole else { throw Trouble(result.sentence) }
            print(result.sentence)
        }
    }
}
