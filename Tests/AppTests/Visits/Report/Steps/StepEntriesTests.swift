import Forms
import Foundation
import Markup
import Testing

@testable import App

/// A filed report is drawn from forms that may have changed since.
struct StepEntriesTests {
    private let words = Words(.simplified, zone: .gmt)

    private static func label(_ text: String) -> Label {
        .text(LocalizedText(Dictionary(Language.allCases.map { ($0, text) }, uniquingKeysWith: { $1 })))
    }

    /// The step about the site as it may be once: asking whether the door was locked, and not whether it was cleaned.
    private static let later = Form(
        "report-site",
        [
            SiteForm.isPutBack, SiteForm.damage, SiteForm.compensation,
            Field.flag("locked", label: label("门已锁好")), Field.text("keys", maximum: 5, label: label("钥匙交给")),
            Field.date("until", label: label("封闭到")),
        ])

    private func lines(_ answers: [String: [String]], _ form: Form = later) -> [PageValue?] {
        StepEntries.filed(answers, form, words).flatMap { [$0["label"], $0["value"]] }
    }

    @Test("a field that the form has gained is drawn like the others; of an older report it tells nothing")
    func gained() {
        #expect(lines(["put-back": ["yes"]]) == ["移动的物品已复位", "是"])
        #expect(lines(["put-back": ["no"], "locked": ["no"]]) == ["移动的物品已复位", "否", "门已锁好", "否"])
        #expect(lines(["until": ["2026-12-01"]]) == ["封闭到", "2026年12月1日"])
    }

    @Test("an answer that its field would not take any more is shown all the same; one without a field is not")
    func changed() {
        #expect(lines(["keys": ["物业前台，王师傅"]]) == ["钥匙交给", "物业前台，王师傅"])
        #expect(lines(["put-back": ["partly"]]) == ["移动的物品已复位", "partly"])
        #expect(lines(["cleaned": ["yes"]]) == [])
    }

    @Test("what is empty is left out, and so is a compensation of nothing")
    func empty() {
        #expect(lines(["damage": [""], "compensation": ["0.00"]]) == [])
        #expect(lines(["compensation": ["0.50"]]) == ["赔偿金额", "¥0.50"])
    }

    @Test("what a column cannot hold is not read as nothing; what it holds is read as it was stored")
    func stored() throws {
        for text in ["[]", "x", #"{"arrival": 1}"#, #"{"nowhere": {"version": 1, "answers": {}}}"#] {
            #expect(throws: UnreadableValue.text("draft")) {
                try [ReportStep: StepAnswers](stored: text, in: "draft")
            }
        }
        let steps: [ReportStep: StepAnswers] = [.site: StepAnswers(version: 2, answers: ["damage": ["墙/\"皮\""]])]
        #expect(try [ReportStep: StepAnswers](stored: steps.stored(), in: "draft") == steps)
    }
}
