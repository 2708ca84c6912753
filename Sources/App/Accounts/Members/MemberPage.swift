import Forms
import Foundation

/// One of the staff, with the form to correct what is known and the ways to let in and keep out.
struct MemberPage: Page {
    static let template = "accounts/members/show"
    let values: PageValues

    /// - Parameter load: the calls and projects on the member's hands.
    /// - Parameter stored: the form with what is stored.
    /// - Parameter typed: what was typed when it could not be saved; nil for what is stored.
    /// - Parameter version: the one that the form was opened with, when that is not to be the stored one.
    /// - Parameter isOther: whether the member is somebody else than who looks, as nobody locks themselves out.
    /// - Parameter isStale: whether somebody else changed the member since the form was opened (UX-4).
    init(
        _ member: Member, _ load: AgentLoad, stored: BoundForm, typed: BoundForm? = nil, version: Int? = nil,
        isOther: Bool,
        isStale: Bool = false,
        submission: SubmissionID = .random(), words: Words
    ) {
        let form = FormValues.make(
            typed ?? stored, action: Paths.member(member.id), submit: "staff.save", submission: submission,
            version: version ?? member.version, keep: "member", words: words)
        let differences = FormValues.differences(mine: typed ?? stored, theirs: stored, words)
        let owes = LoadValues.warning(load, of: member, words)
        values = [
            "staffHref": .text(Paths.staff), "name": .text(member.name), "badge": .page(member.badge(words)),
            "owes": owes,
            "form": .page(form), "isStale": .flag(isStale), "differences": differences,
            "reset": isOther && member.username != nil ? Self.step(Paths.memberPassword(member.id)) : .none,
            "lock": isOther && !member.isLocked ? Self.step(Paths.memberLocking(member.id), ["owes": owes]) : .none,
            "unlock": member.isLocked ? Self.step(Paths.memberUnlocking(member.id)) : .none,
            "ownPasswordHref": isOther ? .none : .text(Paths.password),
        ]
    }

    private static func step(_ action: String, _ more: PageValues = [:]) -> PageValue {
        .page(
            more.merging(["action": .text(action), "submission": .text(SubmissionID.random().text)]) { own, _ in own })
    }
}
