import Forms
import Foundation
import Markup
import Rulebooks

/// A follow-up record with its content, for the screen or for A4 (FUP-7).
struct RecordPage: Page {
    static let template = "follow-ups/records/record"
    let values: PageValues

    /// - Parameter revision: an earlier revision; the latest when nil or unknown.
    /// - Parameter isPrint: whether this reading is audited as a print; only then does the printout have the content
    ///   (ACC-5).
    init(
        _ followUp: FollowUp, _ record: OpenedRecord, revision wanted: Int?, isPrint: Bool, reader: Member, now: Date,
        words follow: FollowUpWords
    ) {
        let words = follow.words
        let shown = record.revisions.first { $0.number == wanted } ?? record.revisions.last
        let form = record.questionnaire.form
        let bound = form.bind(shown?.content.answers ?? [:], today: follow.today)
        values = [
            "customer": .text(followUp.customerName), "stage": .text(follow.stage(followUp.stage)),
            "backHref": .text(Paths.followUp(followUp.id)),
            "entries": .list(Self.entries(followUp, record, follow)),
            "ground": .text(Self.ground(record.ground, words)),
            "isPrint": .flag(isPrint),
            "printHref": isPrint ? .none : .text(Self.printPath(followUp.id, shown?.number)),
            "printed": .text(words("record.printed", ["name": reader.name, "time": words.dateTime(now)])),
            "sections": .list(Self.sections(bound, record.questionnaire, of: followUp, for: reader, words)),
            "tail": .list(
                SheetSections.tail.compactMap { bound.form[$0] }.map { Self.answer(bound, $0, words) }),
            "revisions": .list(
                record.revisions.map { Self.revision($0, shown: shown?.number, of: followUp.id, words) }),
            "hasRevisions": .flag(record.revisions.count > 1),
            "correctHref": Permissions.may(reader, .correct(record.facts))
                ? .text(Paths.correction(followUp.id)) : .none,
            "readingsHref": Permissions.may(reader, .seeReadings) ? .text(Paths.readings(followUp.id)) : .none,
        ]
    }

    private static func printPath(_ followUp: FollowUp.ID, _ revision: Int?) -> String {
        Paths.with(Paths.record(followUp), [("revision", revision.map(String.init) ?? ""), ("print", "1")])
    }

    private static func entries(_ followUp: FollowUp, _ record: OpenedRecord, _ follow: FollowUpWords) -> [PageValues] {
        let words = follow.words
        return [
            ("follow-ups.column.project", followUp.projectNumber),
            ("follow-ups.column.customer", followUp.customerName),
            ("follow-ups.column.stage", follow.stage(followUp.stage)),
            ("follow-ups.column.channel", follow.channel(followUp.channel)),
            ("follow-ups.column.window", words.window(followUp.opens, followUp.closes)),
            ("record.author", record.facts.authorName),
            ("record.submitted-at", words.dateTime(record.facts.submittedAt)),
            (
                "record.seal",
                record.facts.isSealed
                    ? words("record.sealed") : words("record.seals-at", ["time": words.dateTime(record.facts.sealsAt)])
            ),
        ].map { key, value in ["label": .text(words(key)), "value": .text(value), "href": .none] }
    }

    private static func sections(
        _ bound: BoundForm, _ questionnaire: Questionnaire, of followUp: FollowUp, for reader: Member, _ words: Words
    ) -> [PageValues] {
        // A complaint is referred to a department with one click: that one answer, nothing else (ISS-1).
        let raising = { (question: String) -> PageValue in
            guard Permissions.may(reader, .raiseIssue), !bound.typed(SheetField.remark(question)).isEmpty else {
                return .none
            }
            return .text(Paths.newIssue(of: .followUp(followUp.id, question: question)))
        }
        return questionnaire.subjects.map { subject in
            let questions = questionnaire.questions.filter { $0.subject == subject.id }
            return [
                "title": .text(subject.title[words.language]),
                "answers": .list(
                    questions.compactMap { question in
                        bound.form[SheetField.answer(question.id)].map { field in
                            answer(bound, field, words).merging([
                                "remark": shown(bound, SheetField.remark(question.id), words),
                                "isProblem": .flag(bound.typed(SheetField.isProblem(question.id)) == "yes"),
                                "raiseHref": raising(question.id),
                            ]) { _, own in own }
                        }
                    }),
            ]
        }
    }

    private static func answer(_ bound: BoundForm, _ field: FieldDefinition, _ words: Words) -> PageValues {
        let isRating = field.name == SheetField.overall.definition.name
        let answer = shown(bound, field.name, words)
        return [
            "label": .text(words(field.label)),
            "value": answer == .none ? .text(words(isRating ? "form.not-rated" : "record.not-answered")) : answer,
            "isMissing": .flag(answer == .none), "remark": .none, "isProblem": false, "raiseHref": .none,
        ]
    }

    private static func shown(_ bound: BoundForm, _ name: String, _ words: Words) -> PageValue {
        let text = bound.canonical[name]?.joined(separator: "\n") ?? ""
        return text.isEmpty ? .none : .text(FieldText.readable(text, of: bound.form[name], words))
    }

    private static func revision(_ revision: SheetRevision, shown: Int?, of followUp: FollowUp.ID, _ words: Words)
        -> PageValues
    {
        [
            "label": .text(words("record.revision", ["number": String(revision.number)])),
            "href": .text(Paths.with(Paths.record(followUp), [("revision", String(revision.number))])),
            "isShown": .flag(revision.number == shown),
            "saved": .text(
                words("record.submitted", ["author": revision.savedBy, "time": words.dateTime(revision.savedAt)])),
            "reason": .optional(revision.correctionReason),
        ]
    }

    private static func ground(_ ground: ReadingGround, _ words: Words) -> String {
        switch ground {
        case .author: words("record.ground.author")
        case .agent: words("readings.ground.agent")
        case .administrator: words("record.ground.administrator")
        case .grant(let id): words("record.ground.grant", ["number": String(id)])
        }
    }
}

/// The page instead of a record that one may not read, with the link to request access (403).
struct RecordClosedPage: Page {
    static let template = "follow-ups/records/closed"
    let values: PageValues

    init(_ followUp: FollowUp, member: Member, words follow: FollowUpWords) {
        values = [
            "customer": .text(followUp.customerName), "stage": .text(follow.stage(followUp.stage)),
            "backHref": .text(Paths.followUp(followUp.id)),
            "requestHref": Permissions.may(member, .askForAccess)
                ? .text(Paths.newAccessRequest(.record(.followUp(followUp.id)))) : .none,
        ]
    }
}
