import Forms
import HTTPTypes

/// Flash message: a one-time notice for the next page ("saved"); its cookie holds only a catalogue key.
enum Notice {
    static let cookie = "notice"

    /// - Returns: the cookie's key, if the catalogue has it.
    static func key(_ value: String?) -> String? {
        guard let key = value, key.hasPrefix("notice."), Strings.catalogues[.simplified]?[key] != nil else {
            return nil
        }
        return key
    }

    static func setting(_ key: String) -> HTTPField {
        field(SetCookie(name: cookie, value: key, maxAge: 60))
    }

    static var clearing: HTTPField {
        field(SetCookie(name: cookie, value: "", maxAge: 0))
    }

    private static func field(_ cookie: SetCookie) -> HTTPField {
        HTTPField(name: .setCookie, value: cookie.headerValue)
    }
}
