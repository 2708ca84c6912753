import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Content negotiation: whether a script asks for JSON instead of a page.
    var wantsJSON: Bool { headers[.accept]?.contains("application/json") ?? false }
}

extension Response {
    /// A JSON response.
    static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
