import Forms
import Foundation
import Markup

/// One member of staff: the form to correct it, and the actions on the account.
struct MemberPage: Page {
    static let template = "accounts/members/show"
    let values: PageValues

    /// - Parameter load: the member's open follow-ups and projects.
    /// - Parameter stored: the form with the stored values.
    /// - Parameter isOther: whether the member is not the viewer, as one cannot lock oneself out.
    init(
        _ member: Member, _ load: AgentLoad, _ form: PostedForm, stored: BoundForm, isOther: Bool, words: Words
    ) {
        let drawn = FormValues.make(
            form, action: Paths.member(member.id), submit: "staff.save", version: member.version, keep: "member",
            words: words)
        let differences = FormValues.differences(mine: form.bound, theirs: stored, words)
        let owes = LoadValues.warning(load, of: member, words)
        values = [
            "staffHref": .text(Paths.staff), "name": .text(member.name), "badge": member.badge(words), "owes": owes,
            "form": .page(drawn), "isStale": .flag(form.isStale), "differences": differences,
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
