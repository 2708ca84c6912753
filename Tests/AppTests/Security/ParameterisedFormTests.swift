import Forms
import Foundation
import HTTPTypes
import Rulebooks
import Testing

@testable import App

/// No parameter of any address shows anybody what they may not see: parameters × roles × objects (ACC-12, ACC-8).
struct ParameterisedFormTests {
    private static let phone = "13655500072"

    /// A customer, a project, a call, an order and an issue, all of a department that nobody of the company leads.
    private func company() async throws -> TestCompany {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer("钱标记", phones: [Self.phone], address: "标记巷 1 号")
        let project = try await company.registerProject("HF-MARK", of: customer, site: "标记巷 2 号")
        _ = try await company.requestOrder(for: project, "标记单的现象", department: "sales")
        let issue = try await company.raiseIssue("标记问题的话", project: project, by: .agent2)
        try await company.take(IssueActionInput(action: .referral, department: "sales"), on: issue, as: .admin)
        return company
    }

    /// What must not stand on any page of a person.
    private static func closed(to who: Staff) -> [String] {
        let (book, department, number) = (["钱标记", "标记巷", "HF-MARK"], ["标记单的现象", "标记问题的话"], [phone])
        return switch who {
        case .admin, .agent, .agent2: []
        case .executive: number
        case .manager: department + number
        case .technician, .finance: book + department + number
        }
    }

    @Test("no page, whatever is put into its address", arguments: [Staff.executive, .manager, .technician, .finance])
    func pages(_ who: Staff) async throws {
        let company = try await company()
        let browser = try await company.browser(signedInAs: who)
        let paths = try await ParameterisedForms(company: company)
            .paths(for: browser, values: ["1", "follow-up-1", "365", "钱标记"])
        #expect(ParameterisedForms.names.count > 8 && paths.count > 200)
        for path in paths {
            let page = try await browser.send(.get, path)
            for mark in Self.closed(to: who) where Self.isShown(mark, page, path) {
                Issue.record("\(path) shows \(mark) to \(who)")
            }
        }
    }

    @Test("nor the whole number, for those who know nothing of its customer", arguments: [Staff.technician, .finance])
    func wholeNumber(_ who: Staff) async throws {
        let company = try await company()
        let browser = try await company.browser(signedInAs: who)
        for path in try await ParameterisedForms(company: company).paths(for: browser, values: [Self.phone]) {
            let page = try await browser.send(.get, path)
            for mark in ["钱标记", "标记巷", "HF-MARK"] where page.html.contains(mark) {
                Issue.record("\(path) shows \(mark) to \(who)")
            }
        }
    }

    @Test("nor any answer to a form that is sent with them", arguments: [Staff.executive, .manager, .technician])
    func sent(_ who: Staff) async throws {
        let company = try await company()
        let browser = try await company.browser(signedInAs: who)
        for name in ParameterisedForms.names {
            for path in [Paths.issues, Paths.workOrders, Paths.accessRequests] {
                let page = try await browser.post(path, Self.fields(name), following: false)
                for mark in Self.closed(to: who) where Self.isShown(mark, page, path) {
                    Issue.record("\(path) with \(name) shows \(mark) to \(who)")
                }
            }
        }
        // Who sees it may say that it is the same problem again.
        guard Self.closed(to: who).contains("标记问题的话") else { return }
        #expect(try await company.number("SELECT is_important FROM issue WHERE id = 1") == 0)
    }

    /// What somebody typed stands in the form again.
    private static func isShown(_ mark: String, _ page: ShownPage, _ path: String) -> Bool {
        let typed = path.removingPercentEncoding?.contains(mark) ?? false
        return !typed && page.html.contains(mark)
    }

    private static func fields(_ name: String) -> [(name: String, value: String)] {
        [
            ("submission", SubmissionID.random().text), ("words", "柜门关不严"), ("category", "repair"),
            ("urgency", "ordinary"), ("kind", "complaint"), ("source", "call"), ("received.date", "2026-11-23"),
            ("received.time", "10:00"), ("same", "1"), (name, "1"),
        ]
    }
}
