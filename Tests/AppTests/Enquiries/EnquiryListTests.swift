import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("What is owed to those who asked stands on top (WEB-1, WEB-2)")
struct EnquiryListTests {
    /// Takes a step about an enquiry, as an agent does.
    private func take(
        _ action: EnquiryAction, _ typed: [String: Typed], on id: Enquiry.ID, in company: TestCompany
    ) async throws {
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.enquiry(id)).form(Paths.enquiryStep(id, action))
        #expect(try await agent.submit(form, typed).status == 200)
    }

    /// One that waits, one with an appointment today, one for a second follow-up in five days, one that is answered.
    private func desk() async throws -> TestCompany {
        let company = try await TestCompany()
        var ids: [Enquiry.ID] = []
        for (place, words) in ["答复过了", "五天后跟进", "今天到店", "还没有答复"].enumerated() {
            ids.append(try await company.enquiry(words, phone: "1390000123\(place)"))
        }
        for id in ids.prefix(3) { try await take(.answer, ["answer-text": "已回电话"], on: id, in: company) }
        let later = company.today.adding(days: 5).description
        try await take(
            .handing, ["branch": "城西店", "follow-up-on": Typed(later), "handing-text": "要看样品"], on: ids[1], in: company)
        try await take(
            .appointment,
            ["at.date": Typed(company.today.description), "at.time": "18:00", "appointment-text": "到店看样"], on: ids[2],
            in: company)
        return company
    }

    @Test("replies first, then appointments and second follow-ups by their day, then what is only answered")
    func order() async throws {
        let company = try await desk()
        let agent = try await company.browser(signedInAs: .agent)
        let words = { (page: ShownPage) in try page.find("//tbody//span[@class='cut']").map(\.text) }
        #expect(try words(try await agent.get(Paths.enquiries)) == ["还没有答复", "今天到店", "五天后跟进", "答复过了"])
        #expect(try words(try await agent.follow("今天要办")) == ["还没有答复", "今天到店"])
        company.clock.advance(days: 5)
        let later = try await company.browser(signedInAs: .agent).get(Paths.with(Paths.enquiries, [("state", "today")]))
        #expect(try words(later) == ["还没有答复", "今天到店", "五天后跟进"])
        #expect(try later.has("//tr[3]//*[contains(@class,'badge-due')][contains(.,'二次跟进')]"), "today")
        #expect(try later.has("//tr[2]//*[contains(@class,'badge-overdue')][contains(.,'预约')]"), "past")
    }

    @Test("today shows them to who answers, and nothing when nothing is to be done")
    func today() async throws {
        let company = try await desk()
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.today)
        #expect(page.text.contains("还没有答复") && page.text.contains("今天到店") && !page.text.contains("五天后跟进"))
        #expect(page.text.contains("待答复 1") && page.text.contains("今天的预约 1") && !page.text.contains("其中超时"))
        company.clock.advance(hours: 25)
        let late = try await company.browser(signedInAs: .agent)
        #expect(try await late.get(Paths.today).text.contains("其中超时 1"))
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await !manager.get(Paths.today).text.contains("还没有答复"))
        try await company.database.write { db in
            try db.execute(sql: "UPDATE enquiry SET state = 'closed', answered_at = received_at, follow_up_on = NULL")
        }
        #expect(try await !late.get(Paths.today).text.contains("网上咨询"))
    }

    @Test(
        "one is found by its number, a part of the name, or four digits of the phone, in whatever state it is",
        arguments: [
            ("zx20261123-01", 1), ("林", 4), ("1230", 1), ("１２３０", 1), ("139 0000 1232", 1), ("77", 0), ("%", 0),
        ])
    func search(_ query: String, _ found: Int) async throws {
        let company = try await desk()
        let agent = try await company.browser(signedInAs: .agent)
        try await take(.closing, ["closing-text": "不需要了"], on: 1, in: company)
        try await agent.get(Paths.enquiries)
        let form = try #require(agent.page.forms.first { $0.action == Paths.enquiries })
        let page = try await agent.submit(form, ["q": Typed(query)])
        #expect(try page.find("//tbody/tr").count == found, "\(query)")
        if found == 0 {
            #expect(try await agent.follow("看未结束的").find("//tbody/tr").count == 3)
        }
    }

    @Test("the file has what the list has, phones masked and formulas harmless")
    func file() async throws {
        let company = try await desk()
        _ = try await company.enquiry("=HYPERLINK(1)", phone: "13900009999")
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.get(Paths.enquiries)
        let file = try await agent.follow("导出 CSV").html
        #expect(file.split(separator: "\r\n").count == 6)
        #expect(file.contains("'=HYPERLINK(1)") && file.contains("139****9999") && !file.contains("13900009999"))
    }

    @Test("a step that somebody else was quicker with keeps the words")
    func quicker() async throws {
        let company = try await TestCompany()
        let id = try await company.enquiry()
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.enquiry(id)).form(Paths.enquiryStep(id, .answer))
        try await take(.closing, ["closing-text": "重复提交"], on: id, in: company)
        let page = try await agent.submit(form, ["answer-text": "报了价格和工期"])
        #expect(page.status == 409 && page.text.contains("已由别人处理") && page.text.contains("报了价格和工期"))
        #expect(page.heading.contains("已结束") && page.text.contains("重复提交"), "as it is now")
    }
}
