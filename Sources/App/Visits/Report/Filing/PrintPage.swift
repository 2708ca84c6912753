import Forms
import Foundation
import Markup

/// The printed on-site service report on one or two sheets of A4 (上门服务单).
struct PrintPage: Page {
    static let template = "visits/report/filing/print"
    let values: PageValues

    init(_ briefing: VisitDetails, _ filed: FiledReport, reader: Member, now: Date, words: Words) {
        let order = briefing.order
        let own: PageValues = [
            "number": .text(order.number), "backHref": .text(Paths.visit(briefing.id)),
            "heading": .text(words("service-reports.print-heading")),
            "visit": .text(words("visits.number", ["number": String(briefing.visit.number)])),
            "order": .list(VisitWords(words).entries(briefing)),
            "photographs": .list(
                filed.photographs.map {
                    [
                        "source": .text(Paths.thumbnail($0.token)),
                        "label": .text(words("photograph-moment.\($0.moment)")),
                    ]
                }),
            "hasPhotographs": .flag(!filed.photographs.isEmpty),
            "confirmation": ConfirmationWords.values(filed.confirmation, words),
            "filed": .text(
                words("service-reports.filed-by", ["name": filed.authorName, "time": words.dateTime(filed.filedAt)])),
            "printed": .text(words("record.printed", ["name": reader.name, "time": words.dateTime(now)])),
        ]
        values = ReportWords(report: filed.report, words: words).values.merging(own) { $1 }
    }
}
