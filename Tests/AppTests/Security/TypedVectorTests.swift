import HTTPTypes
import Testing

@testable import App

/// What is typed into any field of any form, and comes back because it was not taken, is text.
struct TypedVectorTests {
    private static let heaps = (0..<3).map { heap in
        ScriptVectors.all.enumerated().filter { $0.offset % 3 == heap }.map(\.element)
    }

    /// Every form that takes anything, with the browser to send it from.
    private func forms(_ actions: FormSubmissions) async throws -> [(who: Browser, form: ShownForm)] {
        var forms: [(who: Browser, form: ShownForm)] = []
        var browsers: [Staff: Browser] = [:]
        for action in FormSubmissions.all where !action.typed(actions).isEmpty || action.button != nil {
            let known = browsers[action.who]
            let browser =
                if let known { known } else {
                    try await actions.company.browser(signedInAs: action.who, checkingWords: false)
                }
            browsers[action.who] = browser
            let page = try await browser.get(action.page(actions))
            forms.append(
                (
                    browser,
                    try page.form(action.action(actions), having: action.button ?? action.typed(actions).keys.first)
                ))
        }
        return forms
    }

    /// The vector in every field, those with options and the version too, and where a text alone would do, more of it
    /// than there may be.
    private func entries(_ form: ShownForm, _ text: String) -> [(name: String, value: String)] {
        let more = String(repeating: "长", count: 1_001)
        let isFree = { (name: String) in ["reason", "because", "handing-back-text"].contains(name) }
        let isText = form.fields.allSatisfy { $0.kind == .hidden || isFree($0.name) }
        return form.fields.map { field in
            switch field.name {
            case "submission": (field.name, SubmissionID.random().text)
            case "version", "record", "project", SameOpener.field: (field.name, field.value)
            // Never shown again, and refused for more than one reason.
            case "current", "password", "repeated": (field.name, "short")
            case let name where isText && isFree(name): (name, text + more)
            default: (field.name, text)
            }
        } + form.buttons.filter { !$0.name.isEmpty && $0.name != "add-row" }.prefix(1).map { ($0.name, text) }
    }

    @Test("sixty vectors in every field of every form come back as text", arguments: heaps)
    func typed(_ vectors: [String]) async throws {
        let actions = try await FormSubmissions.make()
        let forms = try await forms(actions)
        #expect(forms.count > 14)
        let before = try await actions.company.number("SELECT count(*) FROM submission")
        for vector in vectors {
            let twin = TypedVector.twin(of: vector)
            var check = VectorCheck(vector: vector, harmless: twin)
            for (who, form) in forms {
                let page = try await who.post(form.action, entries(form, vector))
                let plain = try await who.post(form.action, entries(form, twin))
                #expect(plain.status == 422, "\(form.action)")
                try check.compare(page, with: plain, isTyped: true)
            }
            #expect(check.shown > forms.count || twin.isEmpty, "\(vector)")
        }
        #expect(try await actions.company.number("SELECT count(*) FROM submission") == before)
    }

    @Test("sixty vectors as an unfinished sheet come back as text", arguments: heaps)
    func draft(_ vectors: [String]) async throws {
        let actions = try await FormSubmissions.make()
        let browser = try await actions.company.browser(signedInAs: .agent, checkingWords: false)
        let sheet = Paths.sheet(actions.owed.id)
        let form = try await browser.get(sheet).form(sheet)
        let fields = form.fields.filter { $0.kind != .hidden }.map(\.name)
        let window = (name: "submission", value: try #require(form["submission"]?.value))
        let shown = { (text: String) in
            let kept = try await browser.post(
                Paths.draft(actions.owed.id), [window] + fields.map { (name: $0, value: text) })
            #expect(kept.status == 200)
            return try await browser.get(sheet)
        }
        for vector in vectors {
            let twin = TypedVector.twin(of: vector)
            var check = VectorCheck(vector: vector, harmless: twin)
            try check.compare(try await shown(vector), with: try await shown(twin), isTyped: true)
        }
    }

    @Test("sixty vectors in a form whose session has ended wait on the sign-in page as text")
    func pending() async throws {
        let company = try await TestCompany()
        for vector in ScriptVectors.all {
            let twin = TypedVector.twin(of: vector)
            var check = VectorCheck(vector: vector, harmless: twin)
            let answer = { (text: String) in
                // A name with NUL in it, or one that is too long, is refused before anybody is asked to sign in.
                let name = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }.prefix(40)))
                let body = FormText.encode([(name: "name", value: text), (name: name.isEmpty ? "x" : name, value: "1")])
                return try await company.answer(.post, Paths.customers, body: body)
            }
            let (page, plain) = (try await answer(vector), try await answer(twin))
            #expect(page.status == 401)
            try check.compare(page, with: plain, isTyped: true)
            let signedIn = { (page: ShownPage) in
                let form = try page.form(Paths.signIn)
                let body = FormText.encode(
                    try form.entries(["username": "agent", "password": Typed(TestCompany.password)]))
                return try await company.answer(.post, Paths.signIn, body: body)
            }
            // The fields of the waiting form are sent in the order of their names, which the vector is one of.
            let (going, plainly) = (try await signedIn(page), try await signedIn(plain))
            #expect(try PageShape(going).elements == PageShape(plainly).elements)
            company.clock.advance(minutes: 1)
        }
    }
}
