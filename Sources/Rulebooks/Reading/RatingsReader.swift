/// Parses the meanings of the overall ratings: each of 0 to 5 once.
enum RatingsReader {
    static func read(_ spot: YAMLNode) -> [RatingMeaning]? {
        var values = UniqueNames()
        guard let entries = spot.list(atMost: RatingMeaning.values.count) else { return nil }
        let ratings = entries.compactMap { entry -> RatingMeaning? in
            guard let mapping = entry.mapping() else { return nil }
            let value = mapping.required("value")?.integer(in: RatingMeaning.values)
            values.check(value.map(String.init), at: mapping.optional("value"))
            let meaning = mapping.required("meaning")?.localized()
            mapping.finish()
            guard let value, let meaning else { return nil }
            return RatingMeaning(value: value, meaning: meaning)
        }
        if entries.count < RatingMeaning.values.count { spot.note(.missing) }
        return ratings.sorted { $0.value > $1.value }
    }
}
