import Forms
import Foundation

/// The on-site service report on one or two sheets of A4, as companies know it (上门服务单).
struct PrintPage: Page {
    static let template = "visits/report/filing/print"
    let values: PageValues

    init(_ briefing: VisitDetails, _ filed: FiledReport, reader: Member, now: Date, words: Words) {
        let shown = ReportWords(report: filed.report, words: words)
        let order = briefing.order
        values = [
            "number": .text(order.number), "backHref": .text(Paths.visit(briefing.id)),
            "heading": .text(words("service-reports.print-heading")),
            "visit": .text(words("visits.number", ["number": String(briefing.visit.number)])),
            "order": .list(VisitWords(words).entries(briefing)),
            "times": .list(shown.times), "outcome": .list(shown.outcome), "work": .list(shown.work),
            "site": .list(shown.site), "warranty": .list(shown.warranty), "charges": shown.charges,
            "numbers": .list(shown.numbers), "replacements": .list(shown.replacements),
            "hasReplacements": .flag(!filed.report.replacements.isEmpty),
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
    }
}
