import Forms
import Markup
import Rulebooks

/// The page to submit a changed rulebook, with every mistake of a rejected one.
struct NewProposalPage: Page {
    static let template = "rulebook/proposals/new"
    let values: PageValues

    /// The current document, to be edited.
    init(_ yaml: String, words: Words) { self.init(yaml, .random(), mistakes: [], problem: nil, words) }

    init(_ handedIn: UploadedRulebook, submission: SubmissionID, words: Words) {
        switch handedIn.outcome {
        case .sound: self.init(handedIn.text, submission, mistakes: [], problem: nil, words)
        case .mistaken(let mistakes):
            let summary = words("proposal.mistakes", ["count": String(mistakes.count)])
            self.init(handedIn.text, submission, mistakes: mistakes, problem: summary, words)
        case .unreadable(let problem):
            self.init(
                handedIn.text, submission, mistakes: [], problem: words("proposal.problem.\(problem.rawValue)"), words)
        }
    }

    private init(
        _ text: String, _ submission: SubmissionID, mistakes: [RulebookMistake], problem: String?, _ words: Words
    ) {
        values = [
            "rulebookHref": .text(Paths.rulebook), "fileHref": .text(Paths.rulebookFile),
            "action": .text(Paths.proposals), "submission": .text(submission.text), "yaml": .text(text),
            "hasErrors": .flag(problem != nil), "soleError": .none,
            "errors": .list(problem.map { [["fieldId": "f-yaml", "message": .text($0)]] } ?? []),
            "hasMistakes": .flag(!mistakes.isEmpty),
            "mistakes": .list(MistakeWords.rows(mistakes, in: text, words)),
            "more": mistakes.count > MistakeWords.most
                ? .text(words("proposal.more-mistakes", ["count": String(mistakes.count - MistakeWords.most)])) : .none,
        ]
    }
}
