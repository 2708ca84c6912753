import Forms
import Testing

@testable import App

/// Somebody with a phone at a customer's door, who fills the report in as its pages ask.
struct Technician: Sendable {
    let company: TestCompany
    let browser: Browser
    let sent: SentVisit

    init(_ company: TestCompany, _ sent: SentVisit, as one: Staff = .technician) async throws {
        self.company = company
        self.sent = sent
        browser = try await company.browser(signedInAs: one)
    }

    static let name = "[[[100,100],[300,40],[320,200],[500,60]],[[520,100],[700,300],[720,80]]]"

    func path(_ step: ReportStep) -> String { Paths.reportStep(sent.visit, step) }

    @discardableResult
    func accept() async throws -> ShownPage {
        let page = try await browser.get(Paths.visit(sent.visit))
        return try await browser.submit(page.form(Paths.acceptance(visit: sent.visit)))
    }

    @discardableResult
    func arrive() async throws -> ShownPage {
        let page = try await browser.get(Paths.visit(sent.visit))
        if let form = try? page.form(Paths.acceptance(visit: sent.visit)) { try await browser.submit(form) }
        guard let form = try? browser.page.form(Paths.arrival(visit: sent.visit)) else { return browser.page }
        return try await browser.submit(form)
    }

    /// Opens a step and sends it filled.
    @discardableResult
    func fill(_ step: ReportStep, _ typed: [String: Typed] = [:], button: String? = nil) async throws -> ShownPage {
        let page = try await browser.get(path(step))
        return try await browser.submit(page.form(path(step)), typed, button: button)
    }

    /// What it takes to fill a step so that it is taken.
    static func usual(_ step: ReportStep) -> [String: Typed] {
        switch step {
        case .arrival: ["met": "present", "badge": "A-17"]
        case .finding: ["finding": "阀芯老化，关不严", "done": "更换阀芯，试水一刻钟不漏"]
        case .charges, .replacements, .photographs: [:]
        case .site: ["put-back": "yes", "cleaned": "yes"]
        case .outcome: ["outcome": "fixed"]
        }
    }

    /// Goes through every step that the report has, in order.
    /// - Parameter different: what is answered otherwise than usual.
    @discardableResult
    func fillAll(_ different: [ReportStep: [String: Typed]] = [:]) async throws -> ShownPage {
        try await arrive()
        for step in ReportStep.allCases {
            let typed = Self.usual(step).merging(different[step] ?? [:]) { $1 }
            let page = try await fill(step, typed)
            try #require(page.status == 200, "\(step): \(page.errors)")
        }
        return try await browser.get(Paths.report(sent.visit))
    }

    /// The customer's turn.
    @discardableResult
    func sign(_ typed: [String: Typed] = ["manner": "typed", "name": "王建国", "relation": "self", "rating": "5"])
        async throws -> ShownPage
    {
        let page = try await browser.get(Paths.reportConfirmation(sent.visit))
        return try await browser.submit(page.form(Paths.reportConfirmation(sent.visit)), typed)
    }

    @discardableResult
    func file() async throws -> ShownPage {
        let page = try await browser.get(Paths.report(sent.visit))
        return try await browser.submit(page.form(Paths.reportFiling(sent.visit)))
    }

    /// From the door to the filed report.
    @discardableResult
    func report(
        _ different: [ReportStep: [String: Typed]] = [:],
        signing typed: [String: Typed] = ["manner": "typed", "name": "王建国", "relation": "self", "rating": "5"]
    ) async throws -> ShownPage {
        try await fillAll(different)
        try await sign(typed)
        return try await file()
    }

    /// A report of a customer who was not there.
    @discardableResult
    func reportAbsent() async throws -> ShownPage {
        try await arrive()
        try await fill(.arrival, ["met": "absent"])
        try await fill(.outcome, ["because": "敲门、打电话都没有人", "next-visit": "周六上午"])
        return try await file()
    }
}
