import Forms
import HTTPTypes

/// A one-time message for the next page ("saved"), carried by a cookie that holds only a key of the catalogue.
enum Notice {
    static let cookie = "notice"

    /// - Returns: the key, when the cookie holds one that the catalogue knows.
    static func key(from cookies: [String: String]) -> String? {
        guard let key = cookies[cookie], key.hasPrefix("notice."), Strings.catalogues[.simplified]?[key] != nil else {
            return nil
        }
        return key
    }

    static func setting(_ key: String) -> HTTPField {
        HTTPField(name: .setCookie, value: "\(cookie)=\(key); Path=/; Max-Age=60; HttpOnly; SameSite=Lax")
    }

    static var clearing: HTTPField {
        HTTPField(name: .setCookie, value: "\(cookie)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    }
}
