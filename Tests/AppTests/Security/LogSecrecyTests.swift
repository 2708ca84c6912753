import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import App

/// What the running server writes into its log holds nothing that a person typed or was given.
struct LogSecrecyTests {
    private static let secrets = [
        "13812345678", "13987654321", "138****5678", "zqname", "王建国", "zqtoken", "zqpassword", "zqcontent", "zqnumber",
        "agent",
        "correct horse battery", "zqagentbrowser", "zqreason",
    ]

    @Test("phones, names, tokens and passwords in addresses, queries, forms and headers are in no line of the log")
    func log() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall("HF-1", customer: "zqname", saying: "zqcontent")
        let session = try await company.browser(signedInAs: .admin).cookies["session"] ?? ""
        let lines = Lines()
        var logger = Logger(label: "huifang") { label in JSONLogHandler(label: label, write: { lines.add($0) }) }
        logger.logLevel = .info
        try await serve(company, logger) { port in
            for (path, body) in Self.requests(call) {
                let client = try RawClient(port: port)
                defer { client.close() }
                await client.send(Self.request(path, body, session))
                let answer = await client.receive().text
                #expect(answer.hasPrefix("HTTP/1.1 "), "\(path)")
            }
            // What is no request at all.
            for text in [
                "zqname\r\n\r\n", "GET /zqtoken HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nzqname 13812345678\r\n\r\n",
            ] {
                let client = try RawClient(port: port)
                defer { client.close() }
                await client.send(text)
                client.finishSending()
                _ = await client.receive()
            }
            // A statement that fails, with what was typed among its values.
            try await company.refuse(rowsOf: "customer")
            let form =
                Self.customer.replacing("13812345678", with: "13987654321")
                + "&known-by=\(try company.member(.agent).id)&known-by=\(try company.member(.agent2).id)"
            let client = try RawClient(port: port)
            defer { client.close() }
            // The sign-ins before have ended the first session.
            let another = try await company.browser(signedInAs: .admin).cookies["session"] ?? ""
            await client.send(Self.request(Paths.customers, form, another))
            let answer = await client.receive().text
            #expect(answer.hasPrefix("HTTP/1.1 500"), "\(answer)")
        }
        let log = lines.all
        #expect(log.count >= Self.requests(call).count && log.contains { $0.contains(#""status":500"#) })
        #expect(log.contains { $0.contains(#""level":"error""#) })
        for line in log {
            for secret in Self.secrets + [session] { #expect(!line.contains(secret), "\(line)") }
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
    }

    private static let customer =
        "submission=zqtokenzqtokenzqtoken&name=zqname&phones.0.number=13812345678&grade=B&form-of-address=mr"

    private static func requests(_ call: FollowUp) -> [(String, String?)] {
        [
            ("/set-up/zqtoken", nil), ("/set-up/zqtoken", "name=zqname&password=zqpassword"),
            ("/13812345678?zqname=zqtoken", nil),
            ("/customers?q=13812345678", nil), ("/customers?q=%E7%8E%8B%E5%BB%BA%E5%9B%BD", nil),
            ("/staff?q=zqname", nil),
            ("/sign-in?then=/zqtoken", nil), ("/sign-in", "username=agent&password=correct+horse+battery"),
            ("/sign-in", "username=zqname&password=zqpassword"), ("/customers", customer), ("/customers", "zqname=%ZZ"),
            ("/password", "current=zqpassword&password=zqpassword&repeated=zqpassword"), (Paths.record(call.id), nil),
            ("/access-requests", "reason=zqreason&follow-up=zqnumber"),
            ("/follow-ups/\(call.id)/draft", "customerWords=zqcontent"),
            ("/customers/zqnumber", nil), ("/language", "language=zqname&return=/zqtoken"),
        ]
    }

    private static func request(_ path: String, _ body: String?, _ session: String) -> String {
        """
        \(body == nil ? "GET" : "POST") \(path) HTTP/1.1\r
        Host: 127.0.0.1\r
        Cookie: session=\(session); notice=zqtoken\r
        User-Agent: zqagentbrowser\r
        Referer: http://127.0.0.1/zqtoken?13812345678\r
        Sec-Fetch-Site: same-origin\r
        Connection: close\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: \(body?.utf8.count ?? 0)\r
        \r
        \(body ?? "")
        """
    }

    /// The app as it is served, on a free port, until the test is through.
    private func serve(
        _ company: TestCompany, _ logger: Logger, _ test: @Sendable @escaping (Int) async throws -> Void
    ) async throws {
        let limits = ServerLimits()
        let (ports, found) = AsyncStream<Int>.makeStream()
        let server = Application(
            router: company.app.router(), server: limits.server(Connections(limits), bare: company.app.bareAnswer),
            configuration: limits.configuration(host: "127.0.0.1", port: 0),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let group = limits.group([server], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                try await test(port)
                break
            }
            await group.triggerGracefulShutdown()
            do { try await tasks.waitForAll() } catch is CancellationError {}
        }
    }
}

private final class Lines: Sendable {
    private let box = Mutex<[String]>([])
    var all: [String] { box.withLock { $0 } }
    func add(_ line: String) { box.withLock { $0.append(line) } }
}
