import App
import ArgumentParser
import Foundation

/// Commands about the staff.
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Manage who can sign in.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add somebody who can sign in.")

        @OptionGroup var data: DataOption
        @Argument(help: "The name to sign in with.") var username: String
        @Option(name: .customLong("role"), help: "A role; give it once for each.") var roles: [Role]
        @Option(help: "The person's name; the username when it is left out.") var name: String?
        @Flag(name: .customLong("password-stdin"), help: "Read the password from standard input.")
        var readsPassword = false

        func run() async throws {
            guard readsPassword, let password = readLine(strippingNewline: true) else {
                throw CommandError(
                    "give the password on standard input: … | huifang user add \(username) --password-stdin")
            }
            let company = try await OpenCompany(in: try data.folder)
            try await company.add(username: username, name: name ?? username, roles: Set(roles), password: password)
            try company.close()
            print("Added \(username).")
        }
    }
}

extension Role: ExpressibleByArgument {}
