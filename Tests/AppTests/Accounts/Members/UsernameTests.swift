import Testing

@testable import App

@Suite("Usernames")
struct UsernameTests {
    @Test(
        "capitals, blanks around and full-width letters are understood",
        arguments: [
            ("zhou", "zhou"), (" Zhou.Min ", "zhou.min"), ("ＷＡＮＧ＿1", "wang_1"), ("a-", "a-"),
            ("\u{212A}elvin", "kelvin"),
        ])
    func understood(typed: String, username: String) {
        #expect(Username(typed: typed)?.text == username)
    }

    @Test(
        "anything else is no username",
        arguments: [
            "", "a", "周敏", "zhou min", "zhou@home", "zhou\u{301}", "<zhou>", "ｚ",
            String(repeating: "a", count: 33),
        ])
    func refused(typed: String) {
        #expect(Username(typed: typed) == nil)
    }
}
