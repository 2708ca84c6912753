import Foundation
import HTTPTypes
import Testing

@testable import App

/// Who sees photographs, who changes them, and until when.
struct PhotographTests {
    private let company: TestCompany
    private let visit: Visit.ID
    private let path: String

    init() async throws {
        company = try await TestCompany()
        visit = try await company.visit()
        path = Paths.photographs(visit: visit)
    }

    @Test("a photograph is sent with a fixed type, to be kept by this browser alone, and never in parts")
    func served() async throws {
        let token = try await company.photograph(of: visit)
        let browser = try await company.browser(signedInAs: .technician)
        let range = try #require(HTTPField.Name("Range"))
        for path in [Paths.photograph(token), Paths.thumbnail(token)] {
            let answer = try await browser.raw(.get, path, [range: "bytes=99999-"])
            #expect(answer.status == 200)
            #expect(answer.bytes.prefix(3) == [0xFF, 0xD8, 0xFF])
            #expect(answer.headers[.contentType] == "image/jpeg")
            #expect(answer.headers[.contentLength] == String(answer.bytes.count))
            #expect(answer.headers[.cacheControl] == "private, no-cache")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            let tag = try #require(answer.headers[.eTag])
            let known = try await browser.raw(.get, path, [.ifNoneMatch: tag])
            #expect((known.status, known.bytes.count) == (304, 0))
        }
        #expect(token.utf8.count >= 40)
    }

    @Test("a photograph whose file is gone, or whose token is wrong, is not found")
    func missing() async throws {
        let token = try await company.photograph(of: visit)
        let browser = try await company.browser(signedInAs: .technician)
        for file in try company.attachmentFiles() {
            try FileManager.default.removeItem(at: company.folder.attachments.appending(path: file))
        }
        #expect(try await browser.raw(.get, Paths.photograph(token)).status == 404)
        #expect(try await browser.raw(.get, Paths.photograph("..%2F..%2Faudit.key")).status == 404)
        #expect(try await browser.raw(.get, Paths.photograph(String(token.dropLast()))).status == 404)
    }

    @Test("those who see the visit see its photographs and no way to change them, with the reason")
    func onlooker() async throws {
        _ = try await company.photograph(of: visit)
        let page = try await company.browser(signedInAs: .agent).get(path)
        #expect(try page.find("//ul[@class='photographs']//img").count == 1)
        #expect(try page.find("//main//form").isEmpty)
        #expect(page.html.contains("只有这次上门的技师可以添加或移除照片"))
    }

    @Test("the photographs of an outside firm are sent by the staff who file its report")
    func firm() async throws {
        let path = Paths.photographs(visit: try await company.visit(by: nil))
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(path).form(path)
        let file = ChosenFile(name: "1.jpg", bytes: try TestPhotograph.jpeg())
        #expect(try await browser.send(form, files: [file]).status == 303)
        #expect(try await company.browser(signedInAs: .technician).get(path).status == 404)
    }

    @Test("a manager sees the photographs of their own department alone")
    func department() async throws {
        let other = try await company.visit(department: "design")
        try await company.run("UPDATE member SET department = 'maintenance' WHERE username = 'manager'")
        let browser = try await company.browser(signedInAs: .manager)
        #expect(try await browser.get(path).status == 200)
        #expect(try await browser.get(Paths.photographs(visit: other)).status == 404)
    }

    @Test("after the report was filed nothing changes any more, and the page says so")
    func filed() async throws {
        let token = try await company.photograph(of: visit)
        let browser = try await company.browser(signedInAs: .technician)
        let shown = try await browser.get(path)
        let (form, removal) = (try shown.form(path), try shown.form(Paths.photographRemoval(token)))
        try await company.fileReport(of: visit)
        let file = ChosenFile(name: "1.jpg", bytes: try TestPhotograph.jpeg(shade: 7))
        let answer = try await browser.send(form, files: [file])
        #expect(answer.status == 409)
        #expect(answer.text.contains("上门服务单已经提交"))
        #expect(try await browser.submit(removal).status == 409)
        let page = try await browser.get(path)
        #expect(page.html.contains("上门服务单已经提交"))
        #expect(try page.find("//main//form").isEmpty)
        #expect(try await company.number("SELECT count(*) FROM photograph WHERE removed_at IS NULL") == 1)
    }

    @Test(
        "an order that is cancelled while its technician photographs says so, and what is there stays",
        arguments: ["UPDATE work_order SET state = 'cancelled'", "UPDATE visit SET state = 'withdrawn'"])
    func cancelled(_ statement: String) async throws {
        _ = try await company.photograph(of: visit)
        let browser = try await company.browser(signedInAs: .technician)
        let form = try await browser.get(path).form(path)
        try await company.run(statement)
        let file = ChosenFile(name: "1.jpg", bytes: try TestPhotograph.jpeg(shade: 7))
        let answer = try await browser.send(form, files: [file])
        #expect(answer.status == 409)
        #expect(answer.text.contains("已有的照片都在"))
        #expect(try await browser.get(path).find("//ul[@class='photographs']//img").count == 1)
    }

    @Test("a removed photograph can be put back for a week, then no longer")
    func removal() async throws {
        let token = try await company.photograph(of: visit)
        let browser = try await company.browser(signedInAs: .technician)
        var page = try await browser.submit(try await browser.get(path).form(Paths.photographRemoval(token)))
        #expect(page.html.contains("照片已移除"))
        #expect(page.html.contains("0 张，最多 9 张"))
        #expect(try await company.browser(signedInAs: .agent).raw(.get, Paths.photograph(token)).status == 404)
        page = try await browser.submit(try page.form(Paths.photographReturn(token)))
        #expect(page.html.contains("1 张，最多 9 张"))
        page = try await browser.submit(try page.form(Paths.photographRemoval(token)))
        let late = try page.form(Paths.photographReturn(token))
        company.clock.advance(days: 7)
        let tomorrow = try await company.browser(signedInAs: .technician)
        #expect(try await tomorrow.get(path).find("//ul[@class='photographs']//img").isEmpty)
        #expect(try await tomorrow.submit(late).status == 409)
        #expect(
            try await company.audited("project", 1).suffix(4) == [
                "photographs-added", "photograph-removed", "photograph-put-back", "photograph-removed",
            ])
    }
}
