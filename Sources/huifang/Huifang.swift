import App
import ArgumentParser

/// The command line. Exit code 0: done, 1: failed, 2: bad arguments.
@main
struct Huifang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "huifang", abstract: "回访: follow-up and after-sales for companies that keep their word.",
        subcommands: [
            Serve.self, Init.self, Demo.self, User.self, Plan.self, BackupCommand.self, RestoreCommand.self, Check.self,
            Audit.self,
        ])

    static func main() async {
        ProcessManners.adopt()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            LogQueue.standardError.flush(within: .seconds(2))
        } catch {
            Ending(error).exit()
        }
    }
}
