import Forms

/// Parser of rulebooks; reports every mistake by line and field.
struct RulebookReader {
    /// Whether it was stored before: what has become a mistake since is then repaired instead of rejected, as a company
    /// must be able to start with its rulebook.
    var isStored = false
    private let log = MistakeLog()

    func read(_ yaml: String) throws(RulebookError) -> Rulebook {
        let rulebook = RulebookDocument.root(of: yaml, log: log)?.mapping().flatMap { readRulebook($0, yaml) }
        guard let rulebook, log.mistakes.isEmpty else { throw log.error }
        return rulebook
    }

    private func readRulebook(_ root: MappingReader, _ yaml: String) -> Rulebook? {
        let name = root.required("rulebook")?.identifier()
        let title = root.required("title")?.localized()
        let hotline = root.optional("hotline").map { $0.phone() }
        let kinds = root.required("project-kinds").flatMap { titled($0, ProjectKind.init) }
        let warranty = root.required("warranty")?.mapping().flatMap(readWarranty)
        let filing = root.required("filing")?.mapping().flatMap(readFiling)
        let callHours = root.required("call-hours").flatMap(HoursReader.read)
        let attempts = root.required("attempts-before-handover")?.integer(in: 1...20)
        let target = root.required("target-percent")?.integer(in: 1...100)
        // Older rulebooks have no section about on-site service.
        let service = root.optional("service").map(ServiceReader.read) ?? .usual
        let grants = root.required("grants")?.mapping().flatMap(readGrants)
        // Older rulebooks have neither of these two sections.
        let departments =
            root.optional("departments").map { titled($0, Department.init(id:title:)) } ?? Department.usual
        let arrival = root.optional("arrival").map { $0.mapping().flatMap(readArrival) } ?? ArrivalDeadlines.usual
        // Older rulebooks have no section about issues.
        let issues =
            root.optional("issues").map { IssueRulesReader(departments: departments?.map(\.id)).read($0) }
            ?? IssueRules.usual(for: departments ?? [])
        let stages = root.required("stages").flatMap { titled($0, Stage.init) }
        let subjects = root.required("subjects").flatMap { titled($0, Subject.init) }
        let ratings = root.required("ratings").flatMap(RatingsReader.read)
        let questionnaires = root.required("questionnaires")?.list().map {
            QuestionnaireReader(subjects: subjects, ratings: ratings ?? []).read($0)
        }
        let peakMonths = root.optional("peak-months").map(readPeakMonths)
        let cadence = root.required("cadence")?.list().map {
            CadenceReader(
                stages: stages?.map(\.id), questionnaires: questionnaires?.map(\.id), hasPeakMonths: peakMonths != nil,
                isStored: isStored
            ).read($0)
        }
        root.finish()
        guard let name, let title, let kinds, let warranty, let filing, let callHours, let attempts, let target,
            let grants, let service, let departments, let arrival, let issues, let stages, let subjects, let ratings,
            let questionnaires, let cadence
        else { return nil }
        return Rulebook(
            name: name, title: title, hotline: hotline ?? nil, kinds: kinds, stages: stages, cadence: cadence,
            peakMonths: peakMonths ?? [],
            subjects: subjects, ratings: ratings, questionnaires: questionnaires, filing: filing, callHours: callHours,
            attemptsBeforeHandover: attempts, target: target, warranty: warranty, grants: grants,
            departments: departments, arrival: arrival, service: service, issues: issues, yaml: yaml)
    }

    /// A list of things with unique ids and titles: people tell them apart by title alone.
    private func titled<Thing>(_ spot: YAMLNode, _ make: (String, LocalizedText) -> Thing) -> [Thing]? {
        var names = UniqueNames()
        var titles: [Language: UniqueNames] = [:]
        return spot.list()?.compactMap { entry -> Thing? in
            guard let mapping = entry.mapping() else { return nil }
            let id = mapping.required("id")?.identifier()
            let title = mapping.required("title")?.localized()
            names.check(id, at: mapping.optional("id"))
            for language in Language.allCases {
                titles[language, default: UniqueNames()].check(title?[language], at: mapping.optional("title"))
            }
            mapping.finish()
            guard let id, let title else { return nil }
            return make(id, title)
        }
    }

    private func readWarranty(_ mapping: MappingReader) -> WarrantyTerm? {
        let months = mapping.required("months")?.integer(in: 0...Limits.months)
        let from = mapping.required("from")?.option(MilestoneKind.self)
        mapping.finish()
        guard let months, let from else { return nil }
        return WarrantyTerm(months: months, from: from)
    }

    private func readFiling(_ mapping: MappingReader) -> FilingDeadline? {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        let weekday = mapping.required("weekday")?.word(of: days).flatMap(days.firstIndex(of:))
        let time = mapping.required("time")?.time()
        mapping.finish()
        guard let weekday, let time else { return nil }
        return FilingDeadline(weekday: weekday + 1, time: time)
    }

    private func readGrants(_ mapping: MappingReader) -> GrantLimits? {
        let most = isStored ? Limits.days * 24 : Limits.grantHours
        let maximum = mapping.required("maximum-hours")?.integer(in: 1...most)
        let usual = mapping.required("default-hours")?.integer(in: 1...(maximum ?? most))
        mapping.finish()
        guard let maximum, let usual else { return nil }
        return GrantLimits(
            defaultHours: min(usual, Limits.grantHours), maximumHours: min(maximum, Limits.grantHours))
    }

    private func readArrival(_ mapping: MappingReader) -> ArrivalDeadlines? {
        let ordinary = mapping.required("ordinary")?.hours()
        let waterAndElectricity = mapping.required("water-and-electricity")?.hours()
        mapping.finish()
        guard let ordinary, let waterAndElectricity else { return nil }
        return ArrivalDeadlines(ordinary: ordinary, waterAndElectricity: waterAndElectricity)
    }

    private func readPeakMonths(_ spot: YAMLNode) -> Set<Int> {
        Set(spot.list(atMost: 12)?.compactMap { $0.integer(in: 1...12) } ?? [])
    }
}
