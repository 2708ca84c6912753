import App
import ArgumentParser
import Foundation

/// Creates a demo company.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a made-up company, with somebody in each role.")

    @OptionGroup var data: DataOption
    @Option(help: "How many projects it has.") var projects = 60
    @Option(help: "The same seed makes the same company.") var seed: UInt64 = 1

    func validate() throws {
        guard (1...1_000_000).contains(projects) else {
            throw ValidationError("--projects takes a number from 1 to 1000000")
        }
    }

    func run() async throws {
        let folder = try data.folder
        let company = try await DemoCompany.make(in: folder, projects: projects, seed: seed) { done in
            guard done % 10_000 == 0 else { return }
            try? FileHandle.standardError.write(contentsOf: Data("\(done) projects\n".utf8))
        }
        print("Made a demo company with \(company.projects) projects in \(folder.url.path).")
        print("Sign in with one of these names; the password of all is \(company.password)")
        for account in company.accounts {
            print(
                "  \(account.username.padding(toLength: 11, withPad: " ", startingAt: 0)) \(account.role.rawValue), \(account.name)"
            )
        }
    }
}
