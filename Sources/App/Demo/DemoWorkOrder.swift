/// A demo work order: the problem, its age, and its state.
struct DemoWorkOrder: Sendable {
    enum Course: Sendable {
        case requested, approved
        case refused(String)
        /// With an appointment today at that hour.
        case dispatched(technician: Int, hour: Int, isCustomerTold: Bool)
        case accepted(technician: Int, hour: Int)
        case cancelled(String)
    }

    let symptom: String
    let kind: WorkOrderKind
    let urgency: Urgency
    let hoursAgo: Double
    let tools: String
    let wish: String
    let course: Course

    private init(
        _ symptom: String, _ kind: WorkOrderKind = .repair, _ urgency: Urgency = .ordinary, hoursAgo: Double,
        tools: String = "", wish: String = "", _ course: Course
    ) {
        self.symptom = symptom
        self.kind = kind
        self.urgency = urgency
        self.hoursAgo = hoursAgo
        self.tools = tools
        self.wish = wish
        self.course = course
    }

    /// One or more of each state, so that the board of a small company has all sections.
    static let all = [
        DemoWorkOrder(
            "厨房水槽下水慢，自己疏通过，两天又堵上。", hoursAgo: 2, tools: "疏通机", wish: "明天上午", .requested),
        DemoWorkOrder("主卫角阀漏水，已经关了总阀。", .repair, .waterElectricity, hoursAgo: 3.4, tools: "角阀两只", .requested),
        DemoWorkOrder("次卧门锁打不开，钥匙能插进去转不动。", hoursAgo: 20, tools: "锁芯、螺丝刀", wish: "下班以后", .approved),
        DemoWorkOrder("阳台推拉门关不严，下雨往里渗水。", hoursAgo: 30, .approved),
        DemoWorkOrder(
            "客厅筒灯一半不亮，跳过一次闸。", .repair, .waterElectricity, hoursAgo: 2.5, tools: "万用表、筒灯",
            .dispatched(technician: 0, hour: 16, isCustomerTold: false)),
        DemoWorkOrder(
            "书房地板踩上去响，靠窗的三块鼓起来了。", hoursAgo: 18, tools: "地板胶、压条", .accepted(technician: 0, hour: 10)),
        DemoWorkOrder(
            "橱柜吊柜门铰链松了，要重新调。", hoursAgo: 12, .dispatched(technician: 0, hour: 14, isCustomerTold: true)),
        DemoWorkOrder(
            "衣柜定制尺寸复核，安装前再量一次。", .survey, hoursAgo: 9,
            .dispatched(technician: 1, hour: 9, isCustomerTold: true)),
        DemoWorkOrder("安装客户自购的晾衣架。", .installation, hoursAgo: 26, .refused("不在合同范围内，请客户找购买商家安装。")),
        DemoWorkOrder("马桶盖松动。", hoursAgo: 40, .cancelled("客户自己拧紧了，不用上门。")),
    ]
}
