import Forms
import Foundation
import Markup

/// The metadata of a filed sheet on the follow-up's page, and the links to its content (ACC-2).
enum RecordFacts {
    static func values(
        _ sheet: SheetFacts, _ details: FollowUpDetails, _ followUp: FollowUp, _ member: Member, _ follow: FollowUpWords
    ) -> PageValues {
        let words = follow.words
        let mayCorrect = Permissions.may(member, .correct(sheet))
        return [
            "submitted": .text(
                words("record.submitted", ["author": sheet.authorName, "time": words.dateTime(sheet.submittedAt)])),
            "seal": .text(
                sheet.isSealed
                    ? words(
                        "record.sealed-since",
                        ["time": words.dateTime(min(sheet.sealsAt, sheet.filedAt ?? sheet.sealsAt))])
                    : words("record.seals-at", ["time": words.dateTime(sheet.sealsAt)])),
            "isSealed": .flag(sheet.isSealed),
            "sealedBadge": .badge(.sealed, words("record.sealed")),
            "readHref": details.ground == nil ? .none : .text(Paths.record(followUp.id)),
            "correctHref": mayCorrect ? .text(Paths.correction(followUp.id)) : .none,
            "requestHref": details.ground == nil && details.pendingRequest == nil
                && Permissions.may(member, .askForAccess)
                ? .text(Paths.newAccessRequest(.record(.followUp(followUp.id)))) : .none,
            "pendingHref": details.ground == nil
                ? .optional(details.pendingRequest.map { Paths.accessRequest($0) }) : .none,
            "readingsHref": Permissions.may(member, .seeReadings) ? .text(Paths.readings(followUp.id)) : .none,
            "filingAction": Permissions.may(member, .file) && !sheet.isSealed
                ? .text(Paths.filing(followUp.id)) : .none,
            "submission": .text(SubmissionID.random().text),
            "isClosedToReader": .flag(details.ground == nil),
        ]
    }
}
