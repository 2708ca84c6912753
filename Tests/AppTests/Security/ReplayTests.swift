import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import App

/// The id of one form, sent with another, opens nothing, says nothing and does nothing (ACC-12, UX-3).
struct ReplayTests {
    /// Every form with an id of its own, of one person: what an id of theirs could be sent with.
    private static let forms = FormSubmissions.all.filter(\.hasSubmission)

    @Test("no id of a form that was stored is answered when it comes with another form", arguments: forms)
    func everyPair(_ action: FormSubmissions.Deed) async throws {
        let actions = try await FormSubmissions.make()
        let company = actions.company
        let browser = try await company.browser(signedInAs: action.who)
        let page = try await browser.get(action.page(actions))
        let form = try page.form(action.action(actions), having: action.button ?? action.typed(actions).keys.first)
        let entries = try form.entries(action.typed(actions), button: action.button)
        let used = try await ids(storedBy: action.who, but: action, actions)
        let before = try await company.number("SELECT count(*) FROM submission")
        for id in used {
            let replay = entries.map { $0.name == "submission" ? (name: $0.name, value: id) : $0 }
            let answer = try await company.answer(
                .post, form.action, cookies: browser.cookies, body: FormText.encode(replay))
            #expect(answer.status >= 400, "\(action.name) is announced with an id of another form: \(answer)")
            #expect(answer.headers[.setCookie] == nil)
        }
        #expect(try await company.number("SELECT count(*) FROM submission") == before)
    }

    /// What else this person can do is done, each with an id of its own.
    private func ids(storedBy who: Staff, but action: FormSubmissions.Deed, _ actions: FormSubmissions) async throws
        -> [String]
    {
        let browser = try await actions.company.browser(signedInAs: who)
        for other in Self.forms where other.who == who && other.name != action.name {
            let page = try await browser.get(other.page(actions))
            guard
                let form = try? page.form(
                    other.action(actions), having: other.button ?? other.typed(actions).keys.first),
                form.action != action.action(actions)
            else { continue }
            let body = FormText.encode(try form.entries(other.typed(actions), button: other.button))
            // What another deed has made impossible is refused, and stores no id.
            _ = try await actions.company.answer(.post, form.action, cookies: browser.cookies, body: body)
        }
        return try await actions.company.submissions(of: who)
    }

    @Test("the same form with other words is no second arrival: it is refused, and the words are on the page")
    func otherWords() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.newCustomer).form(Paths.customers)
        let known = Typed([try company.member(.agent).id, try company.member(.agent2).id].map(String.init))
        let first = try await browser.submit(form, ["name": "赵六", "phones.0.number": "13711112222", "known-by": known])
        #expect(first.status == 200)
        let again = try await browser.submit(form, ["name": "赵六", "phones.0.number": "13711112222", "known-by": known])
        #expect(again.path == first.path)
        let other = try await browser.submit(
            form, ["name": "赵六", "phones.0.number": "13711112222", "known-by": known, "notes": "门铃坏了，请打电话"])
        #expect(other.status == 409 && other.text.contains("门铃坏了，请打电话"))
        #expect(try await company.number("SELECT count(*) FROM customer") == 1)
    }

    @Test("an id that was stored for an enquiry opens no feedback, neither before it is answered nor afterwards")
    func receipts() async throws {
        let company = try await TestCompany()
        let (stranger, enquiry) = try await company.stranger(at: Paths.enquiryForm)
        try await stranger.submit(enquiry, ["words": "旧房翻新", "name": "林女士", "phone": "13900001234"])
        let id = try #require(enquiry["submission"]?.value)
        let token = try await company.link().token
        let (attacker, form) = try await company.customer(at: token)
        let entries = try form.entries(["overall": "5"]).map {
            $0.name == "submission" ? (name: $0.name, value: id) : $0
        }
        let replay = try await attacker.post(Paths.feedback(token), entries, following: false)
        #expect(replay.status == 409)
        #expect(try await company.number("SELECT count(*) FROM feedback") == 0)
        let (customer, own) = try await company.customer(at: token)
        try await customer.submit(own, ["overall": "1", "problems": "zqx0009w"])
        #expect(customer.page.text.contains("zqx0009w"))
        #expect(try await !attacker.get(Paths.feedback(token)).html.contains("zqx0009w"))
    }

    @Test("only the call that stored an answer gives the right to read it, not one that comes with the same form")
    func onlyTheFirst() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let (customer, form) = try await company.customer(at: token)
        let answers: [String: Typed] = ["overall": "4", "problems": "zqx0008w"]
        let copy = try await company.browser(from: "203.0.113.5").submit(form, answers, following: false)
        #expect(copy.status == 303 && copy.headers[.setCookie] != nil)
        let second = try await customer.submit(form, answers, following: false)
        #expect(second.headers[values: .setCookie].allSatisfy { !$0.hasPrefix("feedback-") })
        #expect(try await company.number("SELECT count(*) FROM feedback") == 1)
    }

    @Test("an id of one's own voids no throttle: guessing the password goes on being delayed")
    func passwordThrottle() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let stored = try await browser.get(Paths.newCustomer).form(Paths.customers)
        let known = Typed([try company.member(.agent).id, try company.member(.agent2).id].map(String.init))
        try await browser.submit(stored, ["name": "赵六", "phones.0.number": "13711112222", "known-by": known])
        let id = try #require(stored["submission"]?.value)
        let form = try await browser.get(Paths.password).form(Paths.password)
        var delayed = 0
        for number in 0..<12 {
            let new = "another horse battery"
            let typed = try form.entries(["current": "guess \(number)", "password": Typed(new), "repeated": Typed(new)])
            let entries = typed.map { $0.name == "submission" ? (name: $0.name, value: id) : $0 }
            if try await browser.post(Paths.password, entries).status == 429 { delayed += 1 }
        }
        #expect(delayed >= 8)
    }
}

extension TestCompany {
    /// The ids of the forms that somebody's deeds were stored with.
    fileprivate func submissions(of one: Staff) async throws -> [String] {
        let member = try member(one).id
        return try await database.read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM submission WHERE member_id = ? AND content_digest <> ''", arguments: [member])
        }
    }
}
