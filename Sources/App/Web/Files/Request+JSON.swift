import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Whether a script asks, which wants facts instead of a page.
    var wantsJSON: Bool { headers[.accept]?.contains("application/json") ?? false }
}

extension Response {
    /// A few words for a script.
    static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
