import Forms
import Foundation
import Testing

@testable import App

@Suite("A month's feedback is counted by its channel (FBK-5)")
struct FeedbackListTests {
    @Test("each way of coming in is counted by itself and leads to what came on it; another month has its own")
    func channels() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        for (channel, day) in [
            (FeedbackChannel.letter, "2026-11-02"), (.letter, "2026-11-20"), (.fax, "2026-11-20"),
            (.phone, "2026-10-31"),
        ] {
            _ = try await company.app.feedbackStore.enter(
                FeedbackContent(suggestions: "客厅灯再亮一点"), of: project, channel, on: try #require(Day(day)), .random(),
                try company.stamp(.agent))
        }
        let (customer, form) = try await company.customer(at: try await company.link(for: project).token)
        try await customer.submit(form, ["overall": "5"])
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.feedbackRecords)
        #expect(try page.find("//ul[@class='figures']/li").map(\.text) == ["全部 4", "网上填写 1", "信件 2", "传真 1"])
        #expect(page.text.contains("这个月给客户做了 1 个链接，其中 1 个已经填写"))
        #expect(!page.text.contains("客厅灯再亮一点"), "that it is there, not what it says")
        try await manager.follow("信件 2")
        #expect(
            try manager.page.find("//tbody/tr/th/a").map(\.text) == ["FK20261123-02", "FK20261123-01"],
            "the latest first")
        try await manager.follow("上个月")
        #expect(manager.page.heading.contains("2026年10月"))
        #expect(try manager.page.find("//tbody/tr").isEmpty, "none of October's came by letter")
        try await manager.follow("看整个月的")
        #expect(try manager.page.find("//tbody/tr/th/a").map(\.text) == ["FK20261123-04"])
    }

    @Test("an agent sees those of the own projects alone when asked for")
    func mine() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        _ = try await company.feedback(of: project)
        let (agent, other) = (
            try await company.browser(signedInAs: .agent), try await company.browser(signedInAs: .agent2)
        )
        for (browser, number) in [(agent, 1), (other, 0)] {
            try await browser.get(Paths.feedbackRecords)
            let page = try await browser.follow("只看我负责的工程")
            #expect(try page.find("//tbody/tr").count == number)
        }
    }

    @Test("the thousandth is found page by page; the file has them all, and what is written there is no formula")
    func pages() async throws {
        let company = try await TestCompany()
        let project = try await company.site("=1+1")
        for _ in 0..<ListPart.pageSize + 1 { _ = try await company.feedback(of: project) }
        let browser = try await company.browser(signedInAs: .executive)
        let first = try await browser.get(Paths.feedbackRecords)
        #expect(try first.find("//tbody/tr").count == ListPart.pageSize)
        #expect(try await browser.follow("下一页").find("//tbody/tr/th/a").map(\.text) == ["FK20261123-01"])
        try await browser.get(Paths.feedbackRecords)
        let file = try await browser.follow("导出 CSV").html
        #expect(file.split(separator: "\r\n").count == ListPart.pageSize + 2)
        #expect(file.contains("FK20261123-01") && file.contains(",'=1+1,") && !file.contains("客厅灯再亮一点"))
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'list-exported'") == 1)
    }

    @Test("a month that is none shows this one", arguments: ["2026-13", "2026-1", "x", "9999-12", "0001-01"])
    func strangeMonths(_ month: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.get(Paths.with(Paths.feedbackRecords, [("month", month)]))
        #expect(page.status == 200)
        for neighbour in ["上个月", "下个月"] {
            try await browser.get(Paths.with(Paths.feedbackRecords, [("month", month)]))
            #expect(try await browser.follow(neighbour).status == 200)
        }
    }
}
