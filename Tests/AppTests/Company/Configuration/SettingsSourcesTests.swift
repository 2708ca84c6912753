import Foundation
import Testing

@testable import App

/// Settings come from the command line, the environment and a file, in that order (RUN-5).
struct SettingsSourcesTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func file(_ text: String) throws -> String {
        let url = scratch.url.appending(path: "huifang.conf")
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }

    private func settings(
        _ given: [Setting: String] = [:], _ environment: [String: String] = [:], _ text: String = ""
    ) throws -> Settings {
        try SettingsSources(given: given, config: try file(text), environment: environment)
            .settings(data: scratch.folder())
    }

    @Test("the command line goes before the environment, that before the file, that before what is usual")
    func precedence() throws {
        let (given, environment, text) = ([Setting.port: "1"], ["HUIFANG_PORT": "2"], "port = 3")
        #expect(try settings(given, environment, text).port == 1)
        #expect(try settings([:], environment, text).port == 2)
        #expect(try settings([:], [:], text).port == 3)
        #expect(try settings().port == 8080)
        #expect(try settings([:], ["HUIFANG_PORT": ""], text).port == 3)
    }

    @Test("every setting can stand in a file, with remarks, spaces and quotation marks")
    func wholeFile() throws {
        let settings = try settings(
            [:], [:],
            """
            # Where to listen.
            host = 0.0.0.0
              port=9000
            base-url = "https://huifang.example"

            trusted-proxies = 127.0.0.1, ::1  10.0.0.0/8
            log-level = warning
            backups = /var/backups/huifang
            backup-age = 50
            data = /srv/x
            """)
        #expect(settings.host == "0.0.0.0")
        #expect(settings.port == 9000)
        #expect(settings.baseURL.absoluteString == "https://huifang.example")
        #expect(settings.trustedProxies == ["127.0.0.1", "::1", "10.0.0.0/8"])
        #expect(settings.logLevel == .warning)
        #expect(settings.backups?.path == "/var/backups/huifang")
        #expect(settings.backupAge == 180_000)
    }

    @Test(
        "a line that sets nothing is named with its number and what would do",
        arguments: [
            ("prot = 80", "there is no setting \"prot\""), ("\n\nport", "line 3"), ("port =", "port = VALUE"),
            ("port = 1\nport = 2", "a second time"), ("[server]", "there is no setting \"[server]\""),
        ])
    func mistakes(_ text: String, _ part: String) throws {
        let trouble = #expect(throws: CommandError.self) { try settings([:], [:], text) }
        #expect(trouble?.description.contains(part) == true, "\(trouble?.description ?? "")")
    }

    @Test(
        "a value that will not do is named with who says it",
        arguments: [
            ("HUIFANG_PORT", "0"), ("HUIFANG_PORT", "99999"), ("HUIFANG_PORT", "８０"), ("HUIFANG_BASE_URL", "huifang"),
            ("HUIFANG_BASE_URL", "ftp://h.example"), ("HUIFANG_LOG_LEVEL", "loud"), ("HUIFANG_BACKUP_AGE", "soon"),
        ])
    func values(_ name: String, _ value: String) throws {
        let trouble = #expect(throws: CommandError.self) { try settings([:], [name: value]) }
        #expect(trouble?.description.hasPrefix(name) == true, "\(trouble?.description ?? "")")
    }

    @Test("a file that is not there is named, also when the environment names it")
    func missing() throws {
        let trouble = #expect(throws: CommandError.self) {
            try SettingsSources(given: [:], config: nil, environment: ["HUIFANG_CONFIG": "/no/such.conf"])
        }
        #expect(trouble?.description.contains("/no/such.conf") == true)
    }

    @Test("every setting is described where an administrator looks")
    func documented() throws {
        let text = try String(contentsOf: ProjectFolder.url.appending(path: "docs/operating.md"), encoding: .utf8)
        for setting in Setting.allCases {
            #expect(text.contains("`\(setting.rawValue)`"), "\(setting.rawValue)")
            #expect(text.contains("`\(setting.variable)`"), "\(setting.variable)")
        }
    }
}
