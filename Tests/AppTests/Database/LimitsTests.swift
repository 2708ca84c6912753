import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("The limits of data and schema are one (ACC-4)")
struct LimitsTests {
    @Test("every range that the schema holds is known here by what keeps to it")
    func ranges() throws {
        let schema = try String(
            contentsOf: ProjectFolder.url.appending(path: "Tests/AppTests/Database/schema.sql"), encoding: .utf8)
        let ranges = try SourceFile(path: "", text: schema).matches(
            #"CHECK \(([^()]*(?:\([a-z_]+\))?[^()]*BETWEEN[^)]*)\)"#)
        #expect(
            Set(ranges) == [
                // `GrantLimits`, read by the tests below.
                "hours BETWEEN 1 AND 168",
                // Fields of a rating offer nothing else.
                "rating BETWEEN 0 AND 5",
                // `SubmissionID` is nothing else.
                "length(id) BETWEEN 16 AND 64",
            ])
    }

    @Test("a rulebook that lets somebody in for longer than a week is refused in words", arguments: [169, 240, 87_840])
    func tooLong(hours: Int) async throws {
        let company = try await TestCompany()
        let yaml = company.app.company.rulebook.yaml.replacing("maximum-hours: 168", with: "maximum-hours: \(hours)")
        do {
            _ = try Rulebook(yaml: yaml)
            Issue.record("\(hours) hours were taken")
        } catch {
            #expect(error.mistakes.map(\.field) == ["grants.maximum-hours"])
        }
    }

    @Test("one that is in force since before is kept to a week, and asking is answered with words")
    func stored() async throws {
        let company = try await TestCompany()
        let yaml = company.app.company.rulebook.yaml.replacing("maximum-hours: 168", with: "maximum-hours: 87840")
        let rulebook = try Rulebook(stored: yaml)
        #expect(rulebook.grants.maximumHours == 168)
        company.app.rules.put(rulebook)
        let call = try await company.filledCall()
        let executive = try await company.browser(signedInAs: .executive)
        let form = try await executive.get(Paths.newAccessRequest(.record(.followUp(call.id)))).form()
        let most = form["hours"]?.options.compactMap { Int($0) }.max() ?? 0
        #expect(most == 168)
        try await executive.submit(form, ["hours": Typed(String(most)), "reason": "核对客户投诉中提到的工期"])
        #expect(try await company.number("SELECT hours FROM access_request") == 168)
    }

    @Test("whatever number of hours a rulebook says is offered in words", arguments: Language.allCases)
    func anyHours(language: Language) throws {
        let yaml = try Rulebook.pack("decoration").yaml.replacing("default-hours: 24", with: "default-hours: 36")
            .replacing("maximum-hours: 168", with: "maximum-hours: 120")
        let choices = GrantDuration.choices(try Rulebook(yaml: yaml).grants)
        let words = Words(language, zone: .gmt)
        #expect(choices.map(\.value) == ["1", "4", "36", "72", "120"])
        #expect(choices.allSatisfy { !words($0.label).contains("duration") && !words($0.label).isEmpty })
    }
}
