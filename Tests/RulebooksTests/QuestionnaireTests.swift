import Forms
import Foundation
import Rulebooks
import Testing

@Suite("A questionnaire as a record (FUP-6)")
struct QuestionnaireTests {
    @Test("its canonical text is always the same and reads back to the same questionnaire")
    func canonical() throws {
        for questionnaire in try Rulebook.pack("decoration").questionnaires {
            let text = questionnaire.canonicalJSON
            let again = try JSONDecoder().decode(Questionnaire.self, from: Data(text.utf8))
            #expect(again == questionnaire)
            #expect(again.canonicalJSON == text)
        }
    }

    @Test("one changed word makes another canonical text")
    func changed() throws {
        let small = try Rulebook(yaml: SmallRulebook.yaml)
        let other = try Rulebook(yaml: SmallRulebook.yaml.replacing("及时吗", with: "及时么"))
        #expect(small.questionnaires.map(\.canonicalJSON) != other.questionnaires.map(\.canonicalJSON))
    }

    @Test("a name with braces is spoken as it is, and one that is missing stays visible")
    func spoken() {
        let text = LocalizedText([.english: "{customer}, this is {agent} { of {company"])
        #expect(
            text.spoken(in: .english, [.customer: "{agent}", .company: "C"]) == "{agent}, this is {agent} { of {company"
        )
    }
}
