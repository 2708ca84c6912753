import Forms
import Foundation

/// Time that counts towards a deadline: all or working hours only, without pauses (ISS-3).
public struct CountedTime: Sendable, Hashable {
    let working: WorkingDays?
    let pauses: [Range<Date>]
    let zone: TimeZone

    /// The moment when so much time has been counted; nil while a pause is open.
    public func moment(_ seconds: TimeInterval, after start: Date) -> Date? {
        var left = seconds
        for span in spans(from: start) {
            for piece in unpaused(span) {
                let length = piece.upperBound.timeIntervalSince(piece.lowerBound)
                if length >= left { return piece.lowerBound.addingTimeInterval(left) }
                left -= length
            }
        }
        return nil
    }

    /// The counted seconds between two moments.
    public func seconds(from start: Date, to end: Date) -> TimeInterval {
        var sum: TimeInterval = 0
        for span in spans(from: start) {
            guard span.lowerBound < end else { break }
            for piece in unpaused(span.clamped(to: start..<max(start, end))) {
                sum += piece.upperBound.timeIntervalSince(piece.lowerBound)
            }
        }
        return sum
    }

    /// The end of the day, or of its working hours; after those, the end of the next working day.
    public func endOfDay(at moment: Date) -> Date? {
        guard let working else { return Day(moment, in: zone).adding(days: 1).start(in: zone) }
        return working.endOfDay(at: moment, in: zone)
    }

    private func spans(from start: Date) -> AnySequence<Range<Date>> {
        guard let working else { return AnySequence(CollectionOfOne(start..<max(start, .distantFuture))) }
        return AnySequence(working.spans(from: start, in: zone))
    }

    /// A span minus the pauses.
    private func unpaused(_ span: Range<Date>) -> [Range<Date>] {
        var pieces: [Range<Date>] = []
        var from = span.lowerBound
        for pause in pauses where pause.overlaps(span) {
            if from < pause.lowerBound { pieces.append(from..<pause.lowerBound) }
            from = max(from, pause.upperBound)
        }
        if from < span.upperBound { pieces.append(from..<span.upperBound) }
        return pieces
    }
}
