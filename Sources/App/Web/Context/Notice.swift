import Forms
import HTTPTypes

/// A one-time message for the next page ("saved"), carried by a cookie that holds only a key of the catalogue.
enum Notice {
    static let cookie = "notice"

    /// - Returns: the key, when the cookie holds one that the catalogue knows.
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
