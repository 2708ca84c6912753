import Forms

/// Parses a rulebook's rules about issues.
struct IssueRulesReader {
    /// Ids of the departments; nil when they have mistakes.
    let departments: [String]?

    func read(_ spot: YAMLNode) -> IssueRules? {
        guard let mapping = spot.mapping() else { return nil }
        let limits = limits(mapping)
        let categories = mapping.required("categories").flatMap(categories)
        mapping.finish()
        guard let limits, let categories else { return nil }
        return IssueRules(categories: categories, limits: limits)
    }

    private func limits(_ mapping: MappingReader) -> IssueLimits? {
        let counted = mapping.required("counted-in")?.word(of: ["wall-clock", "working-hours"])
        let workingHours =
            counted == "working-hours" ? mapping.required("working-hours").flatMap(HoursReader.read) : nil
        let referral = mapping.required("referral").flatMap(referral)
        let answer = mapping.required("first-answer")?.hours()
        let warning = mapping.required("warning-percent")?.integer(in: 1...99)
        let first = mapping.required("first-miss")?.option(Superior.self)
        let second = mapping.required("second-miss")?.option(Superior.self)
        let reopening = mapping.required("reopening-within")?.days(atLeast: 1)
        guard let counted, counted == "wall-clock" || workingHours != nil, let referral, let answer, let warning,
            let first, let second, let reopening
        else { return nil }
        return IssueLimits(
            referral: referral, answerHours: answer, workingHours: workingHours, warningPercent: warning,
            firstMiss: first, secondMiss: second, reopeningDays: reopening)
    }

    /// The end of the day, or a number of hours.
    private func referral(_ spot: YAMLNode) -> ReferralLimit? {
        spot.scalar() == "same-day" ? .sameDay : spot.hours().map { .hours($0) }
    }

    private func categories(_ spot: YAMLNode) -> [IssueCategory]? {
        var names = UniqueNames()
        var titles: [Language: UniqueNames] = [:]
        return spot.list()?.compactMap { entry -> IssueCategory? in
            guard let mapping = entry.mapping() else { return nil }
            let id = mapping.required("id")?.identifier()
            names.check(id, at: mapping.optional("id"))
            let title = mapping.required("title")?.localized()
            for language in Language.allCases {
                titles[language, default: UniqueNames()].check(title?[language], at: mapping.optional("title"))
            }
            let department = mapping.required("department")?.reference(to: departments)
            let answer = mapping.optional("first-answer")?.hours()
            let onSite = mapping.optional("on-site")?.option(SiteUrgency.self)
            let solvedAs = mapping.optional("solved-as")?.option(ProjectEvent.Name.self)
            mapping.finish()
            guard let id, let title, let department else { return nil }
            return IssueCategory(
                id: id, title: title, department: department,
                limits: CategoryLimits(answerHours: answer, onSite: onSite), solvedAs: solvedAs ?? .solved)
        }
    }
}
