import Forms
import Rulebooks

/// Generated answers of customers.
enum DemoAnswers {
    private static let remarks = [
        "厨房台面有一道划痕，希望换一块。", "工人来得晚，等了半天，没人提前说。", "卫生间地漏下水慢，已经跟工长说过一次。",
        "乳胶漆颜色跟样板不太一样。", "收尾拖了一周，没人告诉原因。", "柜门关不严，要调一下。",
    ]
    private static let words = [
        "整体还可以，师傅很客气。", "希望以后有问题能早点告诉我们。", "设计得很好，住着舒服，会介绍给朋友。", "做得细，就是慢了点。",
        "售后电话要有人接就好。", "谢谢你们专门打电话来。",
    ]

    static func content(_ questionnaire: Questionnaire, _ random: inout DemoRandom) -> SheetContent {
        var answers: [String: [String]] = [:]
        let isUnhappy = random.isTrue(in: 12)
        for question in questionnaire.questions {
            let isNegative = isUnhappy && random.isTrue(in: 30)
            guard let answer = answer(to: question, isNegative: isNegative, &random) else { continue }
            answers[SheetField.answer(question.id)] = [answer]
            if question.kind.negativeAnswers.contains(answer) {
                answers[SheetField.remark(question.id)] = [random.pick(remarks, or: "")]
                if random.isTrue(in: 50) { answers[SheetField.isProblem(question.id)] = ["yes"] }
            }
        }
        if random.isTrue(in: 90) {
            answers["overall"] = [String(isUnhappy ? random.number(0...3) : random.number(3...5))]
        }
        if random.isTrue(in: 60) { answers["customerWords"] = [random.pick(words, or: "")] }
        if isUnhappy { answers["problem"] = [random.pick(remarks, or: "")] }
        return SheetContent(answers: answers)
    }

    private static func answer(
        to question: Question, isNegative: Bool, _ random: inout DemoRandom
    ) -> String? {
        if random.isTrue(in: 8) { return SheetField.notAsked(in: question.kind) }
        switch question.kind {
        case .yesNo(let negative):
            let other: YesNo = negative == .yes ? .no : .yes
            return (isNegative ? negative : other).rawValue
        case .satisfaction:
            if isNegative { return Satisfaction.dissatisfied.rawValue }
            return random.pick([.verySatisfied, .satisfied, .satisfied, .average] as [Satisfaction], or: .satisfied)
                .rawValue
        case .rating: return String(isNegative ? 2 : random.number(3...5))
        case .number(let least, let most): return String(random.number(least...max(least, min(most, least + 6))))
        case .text: return nil
        }
    }
}

extension SheetField {
    /// "Not asked", for kinds that have it as an answer.
    fileprivate static func notAsked(in kind: QuestionKind) -> String? {
        switch kind {
        case .yesNo, .satisfaction: notAsked
        case .rating, .number, .text: nil
        }
    }
}
