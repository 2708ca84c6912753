import Forms
import Foundation
import Testing

@testable import App

/// Makes a report through the stores, for tests whose subject comes after it.
struct ReportMaker: Sendable {
    let company: TestCompany
    let sent: SentVisit
    let goer: Staff

    /// What a technician saves in each step.
    private static let answers: [(ReportStep, [String: [String]])] = [
        (.arrival, ["arrived.date": ["2026-11-23"], "arrived.time": ["10:30"], "met": ["present"]]),
        (.finding, ["finding": ["阀芯老化"], "done": ["更换阀芯"]]),
        (
            .charges,
            [
                "warranty": ["outside"], "fees.0.fee": ["visit"], "fees.0.quantity": ["1"], "parts.0.name": ["阀芯"],
                "parts.0.quantity": ["3"], "parts.0.price": ["12.50"],
            ]
        ),
        (.replacements, [:]), (.site, ["put-back": ["yes"], "cleaned": ["yes"]]),
        (.outcome, ["outcome": ["fixed"], "departed.date": ["2026-11-23"], "departed.time": ["10:30"]]),
    ]

    private var visits: VisitStore { company.visits }

    func fill() async throws {
        let (member, stamp) = (try company.member(goer), try company.stamp(goer))
        _ = try await visits.arrive(sent.visit, by: member, .random(), stamp)
        for (step, answers) in Self.answers {
            _ = try await company.reports.save(
                step, answers, version: 0, of: sent.visit, by: member, next: "/", .random(), stamp)
        }
    }

    func sign() async throws {
        let said = CustomerConfirmation(
            manner: .typed, name: "王建国", relation: "self", signature: nil, reason: "", rating: 5, remark: "",
            reportVersion: try await version(), confirmedAt: company.clock.now)
        _ = try await company.reports.confirm(
            sent.visit, said, by: try company.member(goer), .random(), try company.stamp(goer))
    }

    func file() async throws {
        try await fillIfNeeded()
        try await sign()
        _ = try await company.reports.file(
            sent.visit, version: try await version(), by: try company.member(goer), .random(), try company.stamp(goer))
    }

    func handIn() async throws {
        _ = try await company.fees.handIn(
            sent.visit, receipt: "No. 0071", note: "", by: try company.member(goer), .random(), try company.stamp(goer))
    }

    /// The visit with the version of its report.
    func thing() async throws -> RouteThing { RouteThing(sent.visit, version: try await version()) }

    private func fillIfNeeded() async throws {
        if try await version() == 0 { try await fill() }
    }

    private func version() async throws -> Int {
        try await company.number("SELECT version FROM service_report WHERE visit_id = \(sent.visit)")
    }
}
