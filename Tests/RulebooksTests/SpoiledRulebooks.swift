import Rulebooks

extension SpoiledRulebook {
    static let values: [SpoiledRulebook] = [
        .init(.notYAML, "", "rulebook: small", "rulebook: [small", at: "title:"),
        .init(.notYAML, "", "rulebook: small", "rulebook: \u{1}"),
        .init(.duplicateKey, "rulebook", "rulebook: small", "rulebook: small\nrulebook: big", at: "rulebook: small"),
        .init(.unknownKey, "colour", "target-percent: 80", "target-percent: 80\ncolour: red", at: "colour"),
        .init(.unknownKey, "grants.days", "maximum-hours: 48", "maximum-hours: 48, days: 2"),
        .init(.missing, "target-percent", "target-percent: 80\n", "", at: "rulebook: small"),
        .init(.missing, "title.zh-Hant", "{zh-Hans: 小, zh-Hant: 小, en: Small}", "{zh-Hans: 小, en: Small}"),
        .init(.missing, "ratings", "  - {value: 0, meaning: {zh-Hans: 零, zh-Hant: 零, en: Zero}}\n", "", at: "ratings:"),
        .init(.wrongShape, "title", "title: {zh-Hans: 小, zh-Hant: 小, en: Small}", "title: Small"),
        .init(.wrongShape, "stages", "stages:\n  - {id", "stages:\n  {id", at: "stages:"),
        .init(.empty, "title.en", "en: Small", "en: ' '"),
        .init(.empty, "peak-months", "[3, 4, 5, 6, 9, 10, 11]", "[]"),
        .init(.tooLong, "title.en", "en: Small", "en: \(String(repeating: "x", count: 1_001))"),
        .init(.tooMany, "peak-months", "[3, 4", "[3, 3, 3, 3, 3, 3, 3, 4"),
        .init(.notANumber, "target-percent", "target-percent: 80", "target-percent: many"),
        .init(.outOfRange, "target-percent", "target-percent: 80", "target-percent: 101"),
        .init(.outOfRange, "peak-months[1]", "[3, 4", "[13, 4"),
        .init(.outOfRange, "grants.default-hours", "default-hours: 2,", "default-hours: 49,"),
        .init(.outOfRange, "grants.maximum-hours", "maximum-hours: 48", "maximum-hours: 169"),
        .init(.outOfRange, "ratings[1].value", "value: 5", "value: 6"),
        .init(.duplicate, "ratings[2].value", "value: 4", "value: 5", at: "四"),
        .init(.notATime, "filing.time", "18:30", "25:00"),
        .init(.notAPhone, "hotline", "rulebook: small", "rulebook: small\nhotline: \"12\"", at: "hotline"),
        .init(.notAnOption, "filing.weekday", "friday", "someday"),
        .init(.notAnOption, "warranty.from", "from: purchased", "from: bought"),
        .init(.notAnIdentifier, "stages[1].id", "id: care", "id: Care!"),
        .init(.endsBeforeStart, "call-hours[1].to", "to: \"12:00\"", "to: \"08:00\""),
        .init(.overlapping, "call-hours[2].from", "from: \"14:00\"", "from: \"11:00\""),
        .init(
            .duplicate, "stages[2].id", "stages:", "stages:\n  - {id: care, title: {zh-Hans: 一, zh-Hant: 一, en: One}}",
            at: "回访"),
        .init(
            .duplicate, "stages[2].title", "stages:",
            "stages:\n  - {id: visit, title: {zh-Hans: 回访, zh-Hant: 訪, en: Visit}}", at: "id: care"),
        .init(
            .duplicate, "subjects[2].title", "subjects:",
            "subjects:\n  - {id: help, title: {zh-Hans: 帮助, zh-Hant: 幫助, en: Service}}", at: "id: service"),
        .init(
            .missing, "departments[1].title.en", "peak-months:",
            "departments:\n  - {id: repairs, title: {zh-Hans: 修, zh-Hant: 修}}\npeak-months:", at: "id: repairs"),
        .init(
            .duplicate, "departments[2].id", "peak-months:",
            """
            departments:
              - {id: repairs, title: {zh-Hans: 修, zh-Hant: 修, en: One}}
              - {id: repairs, title: {zh-Hans: 缮, zh-Hant: 繕, en: Two}}
            peak-months:
            """, at: "en: Two"),
        .init(.empty, "departments", "peak-months:", "departments: []\npeak-months:", at: "departments:"),
        .init(
            .notHours, "arrival.ordinary", "peak-months:",
            "arrival: {ordinary: 1 day, water-and-electricity: 4 hours}\npeak-months:", at: "arrival:"),
        .init(
            .outOfRange, "arrival.water-and-electricity", "peak-months:",
            "arrival: {ordinary: 24 hours, water-and-electricity: 0 hours}\npeak-months:", at: "arrival:"),
        .init(
            .missing, "arrival.water-and-electricity", "peak-months:", "arrival: {ordinary: 24 hours}\npeak-months:",
            at: "arrival:"),
        .init(
            .outOfRange, "warranty.months", "{months: 12, from", "{months: -12, from"),
        .init(
            .unknownPlaceholder, "questionnaires[1].opening.zh-Hans", "zh-Hans: \"{customer}您好\"",
            "zh-Hans: \"{klient}您好\""),
        .init(.unknownPlaceholder, "questionnaires[1].questions[1].text.en", "en: In time", "en: \"In time {agent}\""),
        .init(.unknownReference, "questionnaires[1].questions[1].subject", "subject: service", "subject: serving"),
        .init(.notAnOption, "questionnaires[1].questions[1].kind", "kind: yes-no", "kind: maybe"),
        .init(
            .missing, "questionnaires[1].questions[1].negative", "        negative: no\n", "", at: "id: in-time"),
        .init(
            .endsBeforeStart, "questionnaires[1].questions[1].most", "kind: yes-no\n        negative: no",
            "kind: number\n        least: 5\n        most: 4", at: "most: 4"),
    ]
}
