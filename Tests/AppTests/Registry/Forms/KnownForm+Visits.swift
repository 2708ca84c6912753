import Forms
import Testing

@testable import App

extension KnownForm {
    /// The steps of a report; none of them was filled before.
    static let ofService = [
        KnownForm(
            name: "report: arrival", staff: .technician, field: "arrived.date", wrong: "2026-02-31",
            rival: ["met": "absent", "badge": "B-2"], page: { try await step(.arrival, $0) },
            typed: { _ in ["arrived.date": "2026-11-23", "met": "present", "badge": "A-17"] }),
        KnownForm(
            name: "report: finding", staff: .technician, field: "finding", wrong: "",
            rival: ["finding": "别人写的", "done": "别人做的"], page: { try await step(.finding, $0) },
            typed: { _ in ["finding": "阀芯老化", "done": "更换阀芯"] }),
        KnownForm(
            name: "report: charges", staff: .technician, field: "parts.0.price", wrong: "-5",
            rival: ["parts.0.name": "接头", "parts.0.quantity": "1", "parts.0.price": "8.00"],
            page: { try await step(.charges, $0) },
            typed: { _ in
                [
                    "fees.0.fee": "visit", "fees.0.quantity": "1", "parts.0.name": "阀芯", "parts.0.quantity": "2",
                    "parts.0.price": "12.50",
                ]
            }),
        KnownForm(
            name: "report: replacements", staff: .technician, field: "replacements.0.name", wrong: "",
            page: { try await step(.replacements, $0) },
            typed: { _ in
                [
                    "replacements.0.what": "part", "replacements.0.name": "阀芯", "replacements.0.old-serial": "A1",
                    "replacements.0.returned": "yes",
                ]
            }),
        KnownForm(
            name: "report: site", staff: .technician, field: "damage", wrong: "",
            rival: ["put-back": "no", "cleaned": "no"], page: { try await step(.site, $0) },
            typed: { _ in
                ["put-back": "yes", "cleaned": "yes", "damage": "碰掉一块墙皮", "compensation": "30.50"]
            }),
        KnownForm(
            name: "report: outcome", staff: .technician, field: "because", wrong: "",
            page: { try await step(.outcome, $0) },
            typed: { _ in ["outcome": "not-fixed", "because": "缺配件", "next-visit": "周六上午"] }),
        KnownForm(
            name: "customer's confirmation", staff: .technician, field: "name", wrong: "",
            page: { company in
                let maker = try await maker(company)
                try await maker.fill()
                return Paths.reportConfirmation(maker.sent.visit)
            },
            typed: { _ in ["manner": "typed", "name": "王建国", "relation": "self", "remark": "师傅很准时"] }),
        KnownForm(
            name: "handing cash in", staff: .technician, field: "receipt", wrong: "",
            page: { company in
                let maker = try await maker(company)
                try await maker.file()
                return Paths.visit(maker.sent.visit)
            }, typed: { _ in ["receipt": "No. 0071", "note": "连同上周的"] }),
        KnownForm(
            name: "confirming cash", staff: .finance, field: "amount", wrong: "",
            page: { company in
                let maker = try await maker(company)
                try await maker.file()
                try await maker.handIn()
                return Paths.feeConfirmation(visit: maker.sent.visit)
            }, typed: { _ in ["amount": "80.00", "remark": "少找了零钱"] }),
    ]

    private static func step(_ step: ReportStep, _ company: TestCompany) async throws -> String {
        let maker = try await maker(company)
        _ = try await company.visits.arrive(
            maker.sent.visit, by: try company.member(.technician), .random(), try company.stamp(.technician))
        return Paths.reportStep(maker.sent.visit, step)
    }

    private static func maker(_ company: TestCompany) async throws -> ReportMaker {
        ReportMaker(
            company: company, sent: try await company.sentVisit(warranty: company.today.adding(days: -1)),
            goer: .technician)
    }
}
