import Forms

/// Parses periods of a day, in order and without overlaps.
enum HoursReader {
    static func read(_ spot: YAMLNode) -> [CallHours]? {
        var latest: TimeOfDay?
        return spot.list(atMost: 12)?.compactMap { entry -> CallHours? in
            guard let mapping = entry.mapping() else { return nil }
            let from = mapping.required("from")?.time()
            let to = mapping.required("to")?.time()
            mapping.finish()
            guard let from, let to else { return nil }
            if to <= from { mapping.optional("to")?.note(.endsBeforeStart) }
            if let latest, from < latest { mapping.optional("from")?.note(.overlapping) }
            latest = to
            return CallHours(from: from, to: to)
        }
    }
}
