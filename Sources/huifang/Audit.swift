import App
import ArgumentParser

/// Commands about the audit trail.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look after the audit trail.", subcommands: [Verify.self, NoteEnd.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prove that no entry was changed or removed, or name the first one that was.")

        @OptionGroup var data: DataOption

        func run() async throws {
            let result = try await AuditCheck.verify(try data.folder)
            guard result.isWhole else { throw CommandError(result.sentence) }
            print(result.sentence)
        }
    }

    struct NoteEnd: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "note-end",
            abstract: "Note the end of the trail anew after a loss that was looked into; the trail says so.")

        @OptionGroup var data: DataOption

        func run() async throws { print(try await AuditCheck.noteEndAnew(try data.folder)) }
    }
}
