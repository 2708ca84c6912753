import Forms
import Rulebooks

/// A rulebook as small as one can be, and what tests change about it.
enum SmallRulebook {
    static let yaml = """
        rulebook: small
        title: {zh-Hans: 小, zh-Hant: 小, en: Small}
        project-kinds:
          - {id: sale, title: {zh-Hans: 销售, zh-Hant: 銷售, en: Sale}}
        warranty: {months: 12, from: purchased}
        filing: {weekday: friday, time: "18:30"}
        call-hours:
          - {from: "09:00", to: "12:00"}
          - {from: "14:00", to: "18:00"}
        attempts-before-handover: 2
        target-percent: 80
        grants: {default-hours: 2, maximum-hours: 48}
        peak-months: [3, 4, 5, 6, 9, 10, 11]
        stages:
          - {id: care, title: {zh-Hans: 回访, zh-Hant: 回訪, en: Care}}
        subjects:
          - {id: service, title: {zh-Hans: 服务, zh-Hant: 服務, en: Service}}
        ratings:
          - {value: 5, meaning: {zh-Hans: 五, zh-Hant: 五, en: Five}}
          - {value: 4, meaning: {zh-Hans: 四, zh-Hant: 四, en: Four}}
          - {value: 3, meaning: {zh-Hans: 三, zh-Hant: 三, en: Three}}
          - {value: 2, meaning: {zh-Hans: 二, zh-Hant: 二, en: Two}}
          - {value: 1, meaning: {zh-Hans: 一, zh-Hant: 一, en: One}}
          - {value: 0, meaning: {zh-Hans: 零, zh-Hant: 零, en: Zero}}
        cadence:
          - key: first
            stage: care
            channel: phone
            questionnaire: short
            after: {all-of: [purchased], opens: 3 days, closes: 6 days}
        questionnaires:
          - id: short
            title: {zh-Hans: 简短, zh-Hant: 簡短, en: Short}
            opening: {zh-Hans: "{customer}您好", zh-Hant: "{customer}您好", en: Hello}
            closing: {zh-Hans: 再见, zh-Hant: 再見, en: Goodbye}
            questions:
              - id: in-time
                subject: service
                kind: yes-no
                negative: no
                text: {zh-Hans: 及时吗, zh-Hant: 及時嗎, en: In time}
        """

    static let window = "after: {all-of: [purchased], opens: 3 days, closes: 6 days}"

    /// The small rulebook with its one rule counting from something else.
    static func counting(_ trigger: String) throws -> Rulebook {
        try Rulebook(yaml: yaml.replacing(window, with: trigger))
    }

    /// The line on which `text` first stands, counted from 1.
    static func line(of text: String, in yaml: String) -> Int? {
        yaml.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) }.map { $0 + 1 }
    }

    /// The mistakes found in `yaml`; none when it is a rulebook.
    static func mistakes(in yaml: String) -> [RulebookMistake] {
        do throws(RulebookError) {
            _ = try Rulebook(yaml: yaml)
            return []
        } catch {
            return error.mistakes
        }
    }
}
