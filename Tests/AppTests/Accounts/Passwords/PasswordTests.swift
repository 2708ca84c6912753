import Testing

@testable import App

@Suite("Passwords")
struct PasswordTests {
    @Test(
        "a password that others would try first, or a short one, is refused",
        arguments: [
            ("123456789", PasswordProblem.tooShort), ("一二三四五六七八九", .tooShort), ("1234567890", .tooCommon),
            ("Password123", .tooCommon), ("aaaaaaaaaaaa", .tooCommon), ("ababababababab", .tooCommon),
            ("Zhou.Min.2026", .sameAsUsername), (String(repeating: "abc", count: 67), .tooLong),
        ])
    func refused(password: String, problem: PasswordProblem) {
        #expect(PasswordRules.problem(password, username: "zhou.min.2026") == problem)
    }

    @Test(
        "any other password of ten characters is taken, whatever its characters are",
        arguments: ["correct horse", "每天早上七点半跑步", "🐼🐼🐻🐻🦊🦊🐯🐯🐷🐷", " spaces at the ends "])
    func taken(password: String) {
        let padded = password.count < 10 ? password + "！" : password
        #expect(PasswordRules.problem(padded, username: "zhou") == nil)
    }

    @Test("a hash fits its password only, and the same password gets another hash each time")
    func hashes() async throws {
        let hasher = PasswordHasher()
        let (one, two) = (try await hasher.hash("correct horse"), try await hasher.hash("correct horse"))
        #expect(one != two)
        #expect(one.hasPrefix("$argon2id$"))
        #expect(try await hasher.verify("correct horse", against: one))
        #expect(try await !hasher.verify("correct horse ", against: one))
        #expect(try await !hasher.verify("correct horse", against: nil))
        #expect(try await !hasher.verify("correct horse", against: "no hash at all"))
    }

    @Test(
        "a one-time password fits with the blanks that were copied with it, and with capitals; others fit as they are")
    func copied() async throws {
        let hasher = PasswordHasher(), password = OneTimePassword.make()
        let hash = try await hasher.hash(password)
        for typed in [" \(password)", "\(password) \n", "\t\(password)", password.uppercased()] {
            #expect(try await hasher.verify(typed, against: hash), "\(typed)")
        }
        #expect(try await !hasher.verify(password.replacing("-", with: ""), against: hash))
        #expect(try await !hasher.verify(" correct horse", against: hasher.hash("correct horse")))
    }

    @Test("a letter with its accent apart is the same letter")
    func composed() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash("caf\u{E9} au lait")
        #expect(try await hasher.verify("cafe\u{301} au lait", against: hash))
    }

    @Test("more hashes than may wait are sent away instead of filling the memory")
    func crowded() async throws {
        let full = PasswordHasher(room: HashingRoom(known: 0))
        await #expect(throws: Refusal.tooMany) { _ = try await full.hash("correct horse") }
        await #expect(throws: Refusal.tooMany) { _ = try await full.verify("correct horse", against: nil) }
        let hasher = PasswordHasher(room: HashingRoom(known: 1))
        #expect(try await !hasher.hash("correct horse").isEmpty)
    }

    @Test("one-time passwords differ, keep the rules and have no look-alike signs")
    func oneTime() {
        let made = (0..<200).map { _ in OneTimePassword.make() }
        #expect(Set(made).count == 200)
        for password in made {
            #expect(PasswordRules.problem(password, username: "zhou") == nil)
            #expect(password.count == 19)
            #expect(password.allSatisfy { !"01ilo".contains($0) })
        }
    }
}
