import Foundation

/// Periods in which an issue waited for something that the company could not speed up (ISS-3).
struct IssuePauses: Sendable, Hashable {
    /// In order, without overlaps; an open one ends in the distant future.
    let spans: [Range<Date>]

    init(_ events: [IssueEvent]) {
        guard var life = IssueLife(events.prefix(1).map { $0 }) else {
            spans = []
            return
        }
        var spans: [Range<Date>] = []
        var start: Date?
        // A late entry counts from when it happened, but a pause never overlaps an earlier one.
        var latest = Date.distantPast
        for event in events.dropFirst() {
            life.record(event)
            latest = max(latest, event.at)
            if let from = start, life.pause == nil {
                if from < latest { spans.append(from..<latest) }
                start = nil
            } else if start == nil, life.pause != nil {
                start = latest
            }
        }
        if let start, start < .distantFuture { spans.append(start..<Date.distantFuture) }
        self.spans = spans
    }

    /// Total of the pauses, in whole minutes.
    func minutes(until now: Date) -> Int {
        let seconds = spans.reduce(0) { $0 + max(0, min($1.upperBound, now).timeIntervalSince($1.lowerBound)) }
        return Int(min(seconds, 1e12) / 60)
    }
}
