import Foundation

/// Why a password is rejected; the catalogue has the message for its field.
enum PasswordProblem: String, Error, Hashable {
    case tooShort = "too-short"
    case tooLong = "too-long"
    case sameAsUsername = "same-as-username"
    case tooCommon = "too-common"
}

/// Password policy (ACC-10): long ones that are not the first to be guessed. No character classes are demanded, which
/// make passwords harder to remember and hardly harder to guess.
enum PasswordRules {
    /// In characters as people count them (grapheme clusters).
    static let length = 10...200

    static func problem(_ password: String, username: String?) -> PasswordProblem? {
        let password = normalised(password)
        guard password.count >= length.lowerBound else { return .tooShort }
        guard password.count <= length.upperBound else { return .tooLong }
        let plain = password.lowercased()
        if plain == username?.lowercased() { return .sameAsUsername }
        return common.contains(plain) || Set(plain).count < 3 ? .tooCommon : nil
    }

    /// Unicode normalisation (NFC), since keyboards compose characters differently; one-time passwords without the blanks
    /// that were copied with them.
    static func normalised(_ password: String) -> String {
        OneTimePassword.found(in: password) ?? password.precomposedStringWithCanonicalMapping
    }

    private static let common: Set = [
        "0123456789", "01234567890", "0987654321", "1029384756", "1122334455", "11223344556", "1231231231",
        "12341234123", "1234512345", "123456123456", "1234567890", "12345678900", "12345678901", "123456789a",
        "123456789abc", "123456789q", "1234567891", "12345678910", "1234567899", "123456abcdef", "123456qwerty",
        "12345qwert", "123qweasdzxc", "1357924680", "147258369a", "1472583690", "1password1", "1q2w3e4r5t",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "1qazxsw23edc", "2468013579", "5201314520", "5201314521", "9876543210",
        "a1234567890", "a123456789", "aa123456789", "aa12345678", "abc123456789", "abc1234567", "abcd123456",
        "abcd12345678", "abcde12345", "abcdef123456", "abcdefghij", "admin12345", "admin123456", "admin123456789",
        "admin1234567890", "admin@1234", "administrator", "administrator1", "asd123456789", "asdf123456",
        "asdfghjkl;", "asdfghjkl1", "asdfghjkl123", "changeme123", "changeme1234", "china12345", "china123456",
        "default123", "football123", "huifang123", "huifang1234", "huifang12345", "huifang123456", "huifang2025",
        "huifang2026", "iloveyou12", "iloveyou123", "iloveyou1314", "letmein1234", "letmein123", "mima123456",
        "p@ssw0rd123", "p@ssword123", "passw0rd123", "password01", "password10", "password11", "password12",
        "password123", "password123!", "password1234", "password12345", "password123456", "password@123",
        "q1w2e3r4t5", "q1w2e3r4t5y6", "qazwsx1234", "qazwsx123456", "qazwsxedc1", "qazwsxedc123", "qazwsxedcrfv",
        "qq123456789", "qwe123456789", "qwer123456", "qwer12345678", "qwert12345", "qwerty1234", "qwerty12345",
        "qwerty123456", "qwertyuiop", "qwertyuiop1", "qwertyuiop123", "root123456", "test123456", "test1234567",
        "user123456", "welcome123", "welcome1234", "woaini1314", "woaini520", "woaini5201314", "woaini123456",
        "wodemima123", "zhongguo123", "zxcvbnm123", "zxcvbnm1234", "zxcvbnm123456", "zxcvbnm,./",
    ]
}
