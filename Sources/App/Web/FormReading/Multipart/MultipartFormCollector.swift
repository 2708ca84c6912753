import NIOCore

/// Handles the parser's events, to collect or store the parts.
protocol MultipartReceiver: Sendable {
    mutating func receive(_ event: MultipartEvent) async throws(FormProblem)
}

/// Collects a whole multipart form in memory, within the limits.
struct MultipartFormCollector: MultipartReceiver {
    private(set) var form = FormData()
    private let limits: FormLimits
    private var part: MultipartPart?
    private var content = ByteBuffer()

    init(limits: FormLimits = FormLimits()) { self.limits = limits }

    mutating func receive(_ event: MultipartEvent) throws(FormProblem) {
        switch event {
        case .began(let part):
            self.part = part
            content = ByteBuffer()
        case .bytes(let piece):
            let most = part?.isFile == true ? limits.fileBytes : limits.valueBytes
            guard content.readableBytes + piece.readableBytes <= most else { throw .tooLarge }
            content.writeImmutableBuffer(piece)
        case .ended:
            guard let part else { return }
            try keep(part)
            self.part = nil
        }
    }

    private mutating func keep(_ part: MultipartPart) throws(FormProblem) {
        guard part.isFile else {
            guard let value = String(validating: content.readableBytesView, as: UTF8.self) else { throw .malformed }
            form.fields[part.name, default: []].append(value.withoutNul)
            return
        }
        // Browsers send an empty file input as a file without name and content.
        if part.filename == nil, content.readableBytes == 0 { return }
        guard form.files.count < limits.files else { throw .tooLarge }
        form.files.append(
            UploadedFile(
                field: part.name, filename: part.filename, contentType: part.contentType, bytes: content))
    }
}

/// Feeds a body to the parser, and the parser's events to a receiver.
struct MultipartConsumer<Receiver: MultipartReceiver>: BodyConsumer {
    private(set) var receiver: Receiver
    private var parser: MultipartFormParser

    init(parser: MultipartFormParser, receiver: Receiver) {
        self.parser = parser
        self.receiver = receiver
    }

    mutating func take(_ chunk: ByteBuffer) async throws(FormProblem) {
        parser.add(chunk)
        while let event = try parser.next() { try await receiver.receive(event) }
    }

    mutating func finish() throws(FormProblem) { try parser.finish() }
}
