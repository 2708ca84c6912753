import Forms
import Markup
import Rulebooks

/// The current rulebook in plain words, its versions, and open proposals.
struct RulebookPage: Page {
    static let template = "rulebook/show"
    let values: PageValues

    init(
        _ rulebook: Rulebook, versions: [RulebookVersion], proposals: [RulebookProposal], replanning: ReplanningRun?,
        for member: Member, words: Words
    ) {
        let mayChange = Permissions.may(member, .changeRulebook)
        let lines = RulebookLines(rulebook, words)
        values = [
            "name": .text(rulebook.title[words.language]),
            "since": .text(versions.first.map { VersionWords.since($0, words) } ?? ""),
            "calendarHref": .text(Paths.calendar), "previewHref": .text(Paths.preview),
            "fileHref": .text(Paths.rulebookFile), "changeHref": mayChange ? .text(Paths.newProposal) : .none,
            "progress": replanning.map { .text(ReplanningWords.sentence($0, words)) } ?? .none,
            "isPlanning": .flag(replanning.map { $0.finishedAt == nil } ?? false), "reloadHref": .text(Paths.rulebook),
            "entries": .list(
                lines.facts.map { ["label": .text($0.label), "value": .text($0.text), "href": .none] }),
            "stages": .list(lines.rules.map { Self.stage($0.stage, $0.lines, rulebook, words) }),
            "questionnaires": .list(lines.questionnaires.map { Self.questionnaire($0.questionnaire, words) }),
            "hasProposals": .flag(mayChange && !proposals.isEmpty),
            "proposals": .list(
                proposals.map {
                    [
                        "href": .text(Paths.proposal($0.id)),
                        "text": .text(
                            words(
                                "rulebook.proposed-by",
                                ["name": $0.proposedBy, "time": words.dateTime($0.proposedAt)])),
                    ]
                }),
            "versions": .list(
                versions.enumerated().map { position, version in
                    VersionWords.row(version, mayChange: mayChange, isInForce: position == 0, words)
                }),
            "mayChange": .flag(mayChange),
        ]
    }

    private static func stage(
        _ stage: Stage, _ lines: [RulebookLine], _ rulebook: Rulebook, _ words: Words
    ) -> PageValues {
        [
            "title": .text(stage.title[words.language]),
            "rules": .list(lines.map { ["text": .text($0.text)] }), "hasRules": .flag(!lines.isEmpty),
        ]
    }

    private static func questionnaire(_ questionnaire: Questionnaire, _ words: Words) -> PageValues {
        let subjects = Dictionary(
            questionnaire.subjects.map { ($0.id, $0.title[words.language]) }
        ) { first, _ in first }
        return [
            "title": .text(questionnaire.title[words.language]),
            "count": .text(words("rulebook.question-count", ["count": String(questionnaire.questions.count)])),
            "opening": .text(ScriptWords.text(questionnaire.opening, words)),
            "closing": .text(ScriptWords.text(questionnaire.closing, words)),
            "questions": .list(
                questionnaire.questions.map {
                    [
                        "text": .text($0.text[words.language]), "kind": .text(QuestionWords.kind($0.kind, words)),
                        "subject": .text(subjects[$0.subject] ?? $0.subject),
                    ]
                }),
        ]
    }
}

/// Formats versions of the rulebook.
enum VersionWords {
    static func since(_ version: RulebookVersion, _ words: Words) -> String {
        guard let name = version.putBy else {
            return words(
                "rulebook.founded-with", ["number": String(version.id), "time": words.dateTime(version.since)])
        }
        return words(
            "rulebook.since", ["number": String(version.id), "time": words.dateTime(version.since), "name": name])
    }

    static func row(_ version: RulebookVersion, mayChange: Bool, isInForce: Bool, _ words: Words) -> PageValues {
        let number = words("rulebook.version", ["number": String(version.id)])
        return [
            "text": .text(since(version, words)), "reason": .text(version.reason), "number": .text(number),
            "mayChange": .flag(mayChange),
            "restore": mayChange && !isInForce
                ? .page([
                    "action": .text(Paths.versionProposal(version.id)), "submission": .text(SubmissionID.random().text),
                    "number": .text(number),
                ]) : .none,
        ]
    }
}

/// Formats the progress of replanning all projects (UX-7).
enum ReplanningWords {
    static func sentence(_ replanning: ReplanningRun, _ words: Words) -> String {
        let figures: SentenceArguments = [
            "planned": String(replanning.planned), "projects": String(replanning.projects),
            "added": String(replanning.change.added), "moved": String(replanning.change.moved),
            "removed": String(replanning.change.removed),
            "time": words.dateTime(replanning.finishedAt ?? replanning.startedAt),
        ]
        return words(replanning.finishedAt == nil ? "replanning.under-way" : "replanning.finished", figures)
    }
}
