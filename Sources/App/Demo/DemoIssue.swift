/// A demo issue: the customer's words, its age, and the steps taken.
struct DemoIssue: Sendable {
    /// Who takes the step.
    enum Actor: Sendable {
        case agent, manager, administrator
    }

    struct Step: Sendable {
        let happening: IssueHappening
        /// Hours after the customer spoke.
        let hours: Double
        let by: Actor
        let text: String
    }

    let words: String
    let category: String
    let isComplaint: Bool
    let urgency: Urgency
    let hoursAgo: Double
    private(set) var steps: [Step] = []

    private init(
        _ words: String, _ category: String, isComplaint: Bool = false, _ urgency: Urgency = .ordinary, hoursAgo: Double
    ) {
        self.words = words
        self.category = category
        self.isComplaint = isComplaint
        self.urgency = urgency
        self.hoursAgo = hoursAgo
    }

    private func then(_ happening: IssueHappening, _ hours: Double, by actor: Actor, _ text: String = "") -> DemoIssue {
        var next = self
        next.steps.append(Step(happening: happening, hours: hours, by: actor, text: text))
        return next
    }

    private func referred(to department: String, _ hours: Double = 0.3) -> DemoIssue {
        then(.referred(to: department), hours, by: .agent)
    }

    /// At least one for each section of a small company's boards, and one that was answered too late.
    static let all: [DemoIssue] = [
        DemoIssue("次卧空调插座没有电，其他房间正常。", "water-electricity", .waterElectricity, hoursAgo: 1),
        DemoIssue("厨房台面接缝发黑，擦不掉。", "quality", hoursAgo: 3),
        DemoIssue("卫生间地漏返味，关门以后更明显。", "repair", hoursAgo: 5).referred(to: "maintenance"),
        DemoIssue("说好周五来修门，没有人来，也没有人打电话。", "repair", isComplaint: true, hoursAgo: 40)
            .referred(to: "maintenance"),
        DemoIssue("飘窗石材有一道裂纹，怕继续裂开。", "repair", hoursAgo: 20).referred(to: "maintenance")
            .then(.accepted, 1, by: .manager),
        DemoIssue("客厅地板有两块起拱，走上去响。", "repair", hoursAgo: 70).referred(to: "maintenance")
            .then(.accepted, 1, by: .manager)
            .then(.answered, 5, by: .manager, "已和客户说明，先看含水率，再换板。")
            .then(.paused(.parts), 6, by: .manager, "同批次地板要从工厂调"),
        DemoIssue("主卫淋浴房漏水到走廊，木地板泡了。", "water-electricity", isComplaint: true, .waterElectricity, hoursAgo: 96)
            .referred(to: "maintenance").then(.accepted, 3, by: .manager)
            .then(.answered, 30, by: .manager, "向客户致歉，当天下午派人检查。")
            .then(.solved, 60, by: .manager, "重做淋浴房防水，换木地板三块。")
            .then(.verified(isContent: false), 62, by: .agent, "走廊踢脚线还是湿的。"),
        DemoIssue("阳台推拉门轮子坏了。", "repair", hoursAgo: 50).referred(to: "maintenance")
            .then(.accepted, 2, by: .manager).then(.answered, 4, by: .manager, "约好次日上午更换。")
            .then(.solved, 26, by: .manager, "换了两只滑轮，推拉顺畅。"),
        DemoIssue("书房柜门有色差，和样板不一样。", "quality", hoursAgo: 120).referred(to: "quality")
            .then(.disputed, 20, by: .administrator, "质检认为是供应商批次问题，设计认为是下单选错。"),
        DemoIssue("发票抬头写错了。", "money", hoursAgo: 200).referred(to: "finance")
            .then(.accepted, 2, by: .administrator).then(.answered, 3, by: .administrator, "重开发票，次日寄出。")
            .then(.solved, 24, by: .administrator, "新发票已寄出。").then(.verified(isContent: true), 60, by: .agent)
            .then(.closed, 61, by: .agent),
    ]
}
