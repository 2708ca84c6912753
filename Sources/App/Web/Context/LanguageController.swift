import Forms
import HTTPTypes
import Hummingbird

/// The language switch in the footer.
struct LanguageController: Sendable {
    @Sendable func choose(_ request: Request, _ context: AppContext) async throws -> Response {
        let entered = try await request.entered()
        guard let language = entered["language"].flatMap(Language.init) else { throw Refusal.malformed }
        var response = Response.seeOther(LocalPath(entered["return"])?.text ?? Paths.home)
        response.headers.add(
            SetCookie(name: PreferredLanguage.cookie, value: language.rawValue, maxAge: 365 * 24 * 3600))
        return response
    }
}

/// A path within this site that is safe to redirect to (no open redirect).
struct LocalPath: Sendable, Hashable {
    let text: String

    /// - Returns: nil for anything that a browser could take for another site, or that is not a path.
    init?(_ text: String?) {
        guard let text, text.hasPrefix("/"), text.utf8.count <= 1000, !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }
}
