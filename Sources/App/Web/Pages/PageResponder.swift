import Foundation
import Forms
import HTTPTypes
import Hummingbird

/// Renders pages: adds the layout's values, draws the template, and makes the response.
struct PageResponder: Sendable {
    let renderer: Renderer
    let layout: LayoutSource
    let zone: TimeZone

    /// Renders a page for the current request.
    func show(
        _ page: some Page, to context: some PageContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let words = words(for: context)
        let html = try renderer.render(
            type(of: page).template, page.values, layout: try await layout.values(for: context, words: words),
            in: words.language)
        var response = Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html)))
        response.headers[.contentLanguage] = words.language.rawValue
        if context.notice != nil { response.headers.append(Notice.clearing) }
        return response
    }

    func words(for context: some PageContext) -> Words { Words(context.language, zone: zone) }

    /// Today in the company's time zone.
    func today(_ context: some PageContext) -> Day { Day(context.now, in: zone) }
}

extension Response {
    /// 303: the browser fetches the result with GET, so a reload sends nothing twice (UX-3).
    /// - Parameter notice: catalogue key of a flash message on the next page.
    static func seeOther(_ path: String, notice: String? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path])
        if let notice { response.headers.append(Notice.setting(notice)) }
        return response
    }
}
