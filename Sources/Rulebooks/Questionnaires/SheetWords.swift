import Forms

/// Texts of a sheet that are the same for every company.
enum SheetWords {
    static let yes = words("是", "是", "Yes")
    static let no = words("否", "否", "No")
    static let notAsked = words("未问", "未問", "Not asked")

    static let remark = words("客户怎么说的", "客戶怎麼說的", "What the customer said about it")
    static let keepAsProblem = words("记为待解决的问题", "記為待解決的問題", "Keep as an open problem")

    static let overall = words("总体评价", "整體評價", "Overall rating")
    static let customerWords = words("客户原话与愿望", "客戶原話與願望", "The customer's own words and wishes")
    static let agentNote = words("回访员备注", "回訪員備註", "Agent's note")
    static let problem = words("待解决的问题", "待解決的問題", "Open problem")

    static func satisfaction(_ answer: Satisfaction) -> LocalizedText {
        switch answer {
        case .verySatisfied: words("非常满意", "非常滿意", "Very satisfied")
        case .satisfied: words("满意", "滿意", "Satisfied")
        case .average: words("一般", "一般", "Average")
        case .dissatisfied: words("不满意", "不滿意", "Dissatisfied")
        case .veryDissatisfied: words("非常不满意", "非常不滿意", "Very dissatisfied")
        }
    }

    private static func words(_ simplified: String, _ traditional: String, _ english: String) -> LocalizedText {
        LocalizedText([.simplified: simplified, .traditional: traditional, .english: english])
    }
}
