import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import App

@Suite struct FormReaderTests {
    private let urlEncoded = "application/x-www-form-urlencoded"

    @Test("a form is read by its content type, with parameters and in any case")
    func types() async throws {
        let reader = patientReader
        let plain = try await reader.read(
            .post([Array("a=1".utf8)], type: "Application/X-WWW-Form-Urlencoded; charset=UTF-8"))
        #expect(plain["a"] == "1")
        let body = Multipart.body("--b d", "Content-Disposition: form-data; name=a", "", "2", "--b d--")
        let parts = try await reader.read(.post([body], type: "multipart/form-data; boundary=\"b d\""))
        #expect(parts["a"] == "2")
        #expect(try await reader.read(.post([], type: nil)) == FormData())
    }

    @Test(
        "another type, character set or encoding is unsupported",
        arguments: [
            "text/plain", "application/json", "", "multipart/mixed; boundary=a",
            "application/x-www-form-urlencoded; charset=gbk",
            "application/x-www-form-urlencoded, text/plain",
        ])
    func unsupported(type: String) async {
        await #expect(throws: FormProblem.unsupportedType) {
            try await patientReader.read(.post([[0x61]], type: type))
        }
    }

    @Test("a compressed body, or one without a type, is unsupported")
    func compressed() async {
        let gzip = Request.post([[0x61]], type: urlEncoded, headers: [.contentEncoding: "gzip"])
        await #expect(throws: FormProblem.unsupportedType) { try await patientReader.read(gzip) }
        let typeless = Request.post([[0x61]], type: nil, headers: [.contentLength: "1"])
        await #expect(throws: FormProblem.unsupportedType) { try await patientReader.read(typeless) }
    }

    @Test(
        "a multipart form without a usable boundary is malformed", arguments: ["", "; boundary=", "; boundary=\"é\""])
    func boundary(parameter: String) async {
        await #expect(throws: FormProblem.malformed) {
            try await patientReader.read(.post([[0x61]], type: "multipart/form-data\(parameter)"))
        }
    }

    @Test("a body that announces too much is refused before it is read")
    func announced() async {
        let (body, source) = RequestBody.makeStream()
        let request = Request.post(body: body, type: urlEncoded, headers: [.contentLength: "1048577"])
        await #expect(throws: FormProblem.tooLarge) { try await patientReader.read(request) }
        source.finish()
    }

    @Test("a body that grows too large is refused while it still comes")
    func growing() async {
        let piece = [UInt8](repeating: 0x61, count: 1 << 16)
        let (body, source) = RequestBody.makeStream()
        async let refusal = #expect(throws: FormProblem.tooLarge) {
            try await patientReader.read(.post(body: body, type: urlEncoded))
        }
        for _ in 0..<17 { await source.yield(ByteBuffer(bytes: piece)) }
        _ = await refusal
        source.finish()
    }

    @Test("a body shorter or longer than announced is malformed", arguments: ["2", "4"])
    func lengths(length: String) async {
        let request = Request.post([Array("a=1".utf8)], type: urlEncoded, headers: [.contentLength: length])
        await #expect(throws: FormProblem.malformed) { try await patientReader.read(request) }
    }

    @Test("a connection that breaks in the middle of a body makes it malformed")
    func broken() async {
        let (body, source) = RequestBody.makeStream()
        await source.yield(ByteBuffer(string: "a=1"))
        source.finish(ChannelError.eof)
        await #expect(throws: FormProblem.malformed) {
            try await patientReader.read(.post(body: body, type: urlEncoded))
        }
    }

    @Test("a client that stalls is given up when its time is over, and its read is over too")
    func stalling() async {
        let (body, source) = RequestBody.makeStream()
        await source.yield(ByteBuffer(string: "a=1"))
        let reading = BodyReading(mostBytes: 100, pace: BodyPace())
        await #expect(throws: FormProblem.tooSlow) {
            try await reading.read(body, expected: nil, into: UrlEncodedCollector(), clock: LeapingClock())
        }
        source.finish()
    }

    @Test("a cancelled task stops reading")
    func cancelled() async {
        let (body, source) = RequestBody.makeStream()
        let task = Task { try await patientReader.read(.post(body: body, type: urlEncoded)) }
        task.cancel()
        await #expect(throws: FormProblem.tooSlow) { try await task.value }
        source.finish()
    }

    @Test("time is earned by bytes after the grace, and ends in any case")
    func pace() {
        let pace = BodyPace(total: .seconds(60), grace: .seconds(10), leastRate: 1_000)
        #expect(pace.allowance(received: 0) == .seconds(10))
        #expect(pace.allowance(received: 5_000) == .seconds(15))
        #expect(pace.allowance(received: 1_000_000) == .seconds(60))
        #expect(BodyPace(leastRate: 0).allowance(received: .max) == .seconds(60))
    }

    @Test("parts are handed on as they arrive, before the form has ended")
    func streaming() async throws {
        struct Recorder: MultipartReceiver {
            var events: [String] = []
            mutating func receive(_ event: MultipartEvent) async throws(FormProblem) {
                switch event {
                case .began(let part): events.append("began \(part.name)")
                case .bytes(let bytes): events.append(String(buffer: bytes))
                case .ended: events.append("ended")
                }
            }
        }
        let body = Multipart.body("--X", "Content-Disposition: form-data; name=a; filename=b", "", "12", "--X--")
        let type = "multipart/form-data; boundary=X"
        let recorder = try await patientReader.readParts(.post([body], type: type), into: Recorder())
        #expect(recorder.events == ["began a", "12", "ended"])
        await #expect(throws: FormProblem.unsupportedType) {
            try await patientReader.readParts(.post([], type: urlEncoded), into: Recorder())
        }
    }
}

/// The pace is another matter: hundreds of tests beside this one may make any body come slowly.
let patientReader = FormReader(limits: FormLimits(pace: BodyPace(total: .seconds(3600), grace: .seconds(3600))))

/// A clock on which every sleep is over at once, at the time it was meant to end.
private final class LeapingClock: Clock {
    typealias Instant = ContinuousClock.Instant

    private let begin = ContinuousClock().now
    private let passed = LockedDuration()

    var now: Instant { begin.advanced(by: passed.value) }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws { passed.value = deadline - begin }
}

private final class LockedDuration: Sendable {
    private let box = Mutex(Duration.zero)

    var value: Duration {
        get { box.withLock { $0 } }
        set { box.withLock { $0 = newValue } }
    }
}
