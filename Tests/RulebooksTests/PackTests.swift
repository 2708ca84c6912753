import Forms
import Rulebooks
import Testing

@Suite("The rulebooks that ship (CAD-1)")
struct PackTests {
    @Test("every pack loads under its own name", arguments: Rulebook.packNames)
    func loads(name: String) throws {
        #expect(try Rulebook.pack(name).name == name)
    }

    @Test("every stage has a rule and every questionnaire is asked in one", arguments: Rulebook.packNames)
    func used(name: String) throws {
        let rulebook = try Rulebook.pack(name)
        #expect(Set(rulebook.cadence.map(\.stage)) == Set(rulebook.stages.map(\.id)))
        #expect(Set(rulebook.cadence.map(\.questionnaire)) == Set(rulebook.questionnaires.map(\.id)))
    }

    @Test("a call can be made in five minutes: six to fourteen questions", arguments: Rulebook.packNames)
    func length(name: String) throws {
        for questionnaire in try Rulebook.pack(name).questionnaires {
            #expect((6...14).contains(questionnaire.questions.count), "\(questionnaire.id)")
        }
    }

    @Test("opening words introduce who calls whom for which company", arguments: Rulebook.packNames)
    func opening(name: String) throws {
        for questionnaire in try Rulebook.pack(name).questionnaires {
            for language in Language.allCases {
                let spoken = questionnaire.opening.spoken(
                    in: language, [.agent: "A1", .company: "C2", .customer: "K3"])
                #expect(spoken.contains("A1") && spoken.contains("C2") && spoken.contains("K3"))
                #expect(!spoken.contains("{"))
            }
        }
    }

    @Test("the decoration rulebook has the stages, hours and limits of the company")
    func decoration() throws {
        let decoration = try Rulebook.pack("decoration")
        #expect(
            decoration.stages.map(\.id) == [
                "initial", "mid", "pre-completion", "completion", "late-completion", "delegate-handover",
                "missing-feedback", "warranty", "issue-solved",
            ])
        #expect(decoration.callHours.map { "\($0.from)–\($0.to)" } == ["10:00–11:30", "15:00–17:30"])
        #expect(decoration.filing.weekday == 7)
        #expect(decoration.filing.time.description == "17:00")
        #expect(decoration.attemptsBeforeHandover == 3)
        #expect(decoration.target == 90)
        #expect(decoration.warranty.months == 24)
        #expect(decoration.grants.defaultHours == 24)
        #expect(decoration.grants.maximumHours == 168)
        #expect(decoration.projectKinds.contains("renovation"))
        #expect(decoration.ratings.map(\.value) == [5, 4, 3, 2, 1, 0])
    }

    @Test("a name that no pack has is a mistake that names the packs there are")
    func unknown() {
        #expect(throws: RulebookError.self) { try Rulebook.pack("decorations") }
    }

    @Test("an uploaded copy of a pack reads as the pack")
    func readsAgain() throws {
        let decoration = try Rulebook.pack("decoration")
        #expect(try Rulebook(yaml: decoration.yaml) == decoration)
    }
}
