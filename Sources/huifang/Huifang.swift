import App
import ArgumentParser

/// The command line. Exit code 0: done, 1: could not, 2: bad arguments.
@main
struct Huifang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "huifang", abstract: "回访: follow-up and after-sales for companies that keep their word.",
        subcommands: [Serve.self, Init.self, Demo.self, User.self, Plan.self, BackupCommand.self, Audit.self])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Ending(error).exit()
        }
    }
}
