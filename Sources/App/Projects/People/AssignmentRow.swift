import Forms
import Markup

/// Rows of a project's assignments, by duty, with their dates.
enum AssignmentRow {
    static func values(_ people: [Assignment], today: Day, mayEdit: Bool, _ words: Words) -> [PageValues] {
        people.map { assignment in
            let term = assignment.term
            return [
                "duty": .text(words(term.duty)), "name": .text(assignment.memberName),
                "since": .text(words.day(term.since)),
                "until": .text(term.until.map(words.day) ?? words("people.goes-on")),
                "inCharge": .flag(term.covers(today)),
                "href": mayEdit ? .text(Paths.assignment(assignment.id, project: assignment.projectID)) : .none,
            ]
        }
    }
}
