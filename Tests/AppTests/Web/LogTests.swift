import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Synchronization
import Testing

@testable import App

@Suite struct LogTests {
    private struct Failure: Error { let secret = "13812345678" }

    private func line(_ log: (Logger) -> Void) throws -> String {
        let lines = Lines()
        log(
            Logger(label: "web") { label in
                JSONLogHandler(
                    label: label, now: { Date(timeIntervalSince1970: 1_795_305_600.25) }, write: { lines.add($0) })
            })
        #expect(lines.all.count == 1)
        return try #require(lines.all.first)
    }

    @Test("an entry is one line of JSON with its time, level, label, message and metadata in a fixed order")
    func entry() throws {
        let text = try line { $0.info("ready", metadata: ["port": .stringConvertible(8080), "a": ["x", ["k": "v"]]]) }
        #expect(
            text == #"{"time":"2026-11-22T00:00:00.250Z","level":"info","label":"web","message":"ready","#
                + #""metadata":{"a":["x",{"k":"v"}],"port":8080}}"# + "\n")
    }

    @Test("whatever a message holds, it stays one line and reads back the same")
    func escaping() throws {
        let message = "\"\\\n\r\t\0\u{1}\u{7F}\u{85}\u{2028}\u{2029}</script>王\u{301}𠮷"
        let text = try line { $0.warning("\(message)", metadata: ["k\"\n": .string(message)]) }
        #expect(text.unicodeScalars.filter { $0.properties.generalCategory == .control } == ["\n"])
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(read["message"] as? String == message)
        #expect(read["metadata"] as? [String: String] == ["k\"\n": message])
    }

    @Test("of an error only its type is written")
    func errors() throws {
        let text = try line { $0.error("failed", error: Failure()) }
        #expect(text.contains(#""error":"Failure""#))
        #expect(!text.contains("138"))
    }

    @Test("metadata of the entry wins over that of the logger, and levels below the least are left out")
    func metadata() throws {
        let text = try line { logger in
            var logger = logger
            logger[metadataKey: "a"] = "logger"
            logger[metadataKey: "b"] = "logger"
            logger.debug("left out")
            logger.info("kept", metadata: ["a": "entry"])
        }
        #expect(text.contains(#"{"a":"entry","b":"logger"}"#))
    }

    @Test("a request is logged by its route and numbers, never by its path, query or odd method")
    func request() throws {
        var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        logger[metadataKey: "hb.request.id"] = "r1"
        var context = PlainContext(source: PlainSource(logger: logger))
        context.logger = logger
        context.coreContext.endpointPath.value = "/feedback/{token}"
        let response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "12345")))
        let log = RequestLog(
            request: .get("/feedback/secret?phone=138", method: .post), response: response, context: context,
            took: .microseconds(12_900))
        #expect(log.route == "/feedback/{token}")
        #expect(log.milliseconds == 12)
        #expect(log.bytes == 5)
        let text = log.metadata.description
        #expect(!text.contains("secret") && !text.contains("138"))
        #expect(log.metadata["status"] == .stringConvertible(200))
        let odd = RequestLog(
            request: .get("/", method: try #require(HTTPRequest.Method("S3CRET"))), response: response,
            context: context, took: .zero)
        #expect(odd.method == "other")
    }
}

private struct PlainSource: RequestContextSource { let logger: Logger }

private struct PlainContext: RequestContext {
    typealias Source = PlainSource
    var coreContext: CoreRequestContextStorage
    init(source: PlainSource) { coreContext = CoreRequestContextStorage(source: source) }
}

private final class Lines: Sendable {
    private let box = Mutex<[String]>([])
    var all: [String] { box.withLock { $0 } }
    func add(_ line: String) { box.withLock { $0.append(line) } }
}
