import CSodium
import Foundation

/// The few libsodium functions in use, with Swift types.
enum Sodium {
    /// Cryptographically secure random bytes.
    static func randomBytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// A random token in URL-safe base64 letters: letters, digits, `-` and `_`.
    static func token(bytes: Int = 32) -> String {
        urlSafe(randomBytes(bytes))
    }

    private static func urlSafe(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// HMAC-SHA-256 in hexadecimal; the key has 32 bytes.
    static func hmac(_ message: some Sequence<UInt8>, key: [UInt8]) -> String {
        var mac = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        let bytes = Array(message)
        crypto_auth_hmacsha256(&mac, bytes, UInt64(bytes.count), key)
        return hexadecimal(mac)
    }

    /// A token like `token()`, derived from a text by HMAC, so that only the holder of the key can make it. The key has
    /// 32 bytes.
    static func keyedToken(_ words: String, key: [UInt8]) -> String {
        var mac = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        let bytes = Array(words.utf8)
        crypto_auth_hmacsha256(&mac, bytes, UInt64(bytes.count), key)
        return urlSafe(mac)
    }

    /// SHA-256 in hexadecimal.
    static func sha256(_ message: some Sequence<UInt8>) -> String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let bytes = Array(message)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return hexadecimal(digest)
    }

    /// Authenticated encryption (XSalsa20-Poly1305) in URL-safe letters. The key has 32 bytes.
    static func encrypt(_ words: String, key: [UInt8]) -> String {
        let nonce = randomBytes(Int(crypto_secretbox_NONCEBYTES))
        let bytes = Array(words.utf8)
        var box = [UInt8](repeating: 0, count: bytes.count + Int(crypto_secretbox_MACBYTES))
        crypto_secretbox_easy(&box, bytes, UInt64(bytes.count), nonce, key)
        return urlSafe(nonce + box)
    }

    /// - Returns: nil when the text was not encrypted with this key.
    static func decrypt(_ text: String, key: [UInt8]) -> String? {
        let padded = text.replacing("-", with: "+").replacing("_", with: "/")
        let rest = String(repeating: "=", count: (4 - padded.utf8.count % 4) % 4)
        let (nonceSize, sealSize) = (Int(crypto_secretbox_NONCEBYTES), Int(crypto_secretbox_MACBYTES))
        guard let bytes = Data(base64Encoded: padded + rest), bytes.count >= nonceSize + sealSize else { return nil }
        let (nonce, box) = (Array(bytes.prefix(nonceSize)), Array(bytes.dropFirst(nonceSize)))
        var words = [UInt8](repeating: 0, count: box.count - sealSize)
        guard crypto_secretbox_open_easy(&words, box, UInt64(box.count), nonce, key) == 0 else { return nil }
        return String(decoding: words, as: UTF8.self)
    }

    /// Constant-time comparison of two secrets, by their digests.
    static func areEqual(_ one: String, _ other: String) -> Bool { sha256(one.utf8) == sha256(other.utf8) }

    /// An argon2id hash that carries its salt and its parameters: 19 MiB, two passes (ACC-10).
    /// - Returns: nil when there is no memory for it.
    static func hash(password: String) -> String? {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = password.utf8.map(CChar.init(bitPattern:))
        let result = crypto_pwhash_str_alg(
            &text, bytes, UInt64(bytes.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        guard result == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Verifies a password against a hash, in constant time.
    static func verify(password: String, against hash: String) -> Bool {
        let bytes = password.utf8.map(CChar.init(bitPattern:))
        return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }

    /// Whether a hash has older parameters than today's and should be replaced at the next sign-in.
    static func isOutdated(hash: String) -> Bool { crypto_pwhash_str_needs_rehash(hash, passes, memory) != 0 }

    private static let passes: UInt64 = 2
    private static let memory = 19 * 1024 * 1024

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
