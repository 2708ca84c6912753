import Forms
import Rulebooks

/// The irregular days of one year: runs of days off, and weekends that are worked.
struct CalendarYear {
    let off: [ClosedRange<Day>]
    let worked: [Day]

    init(_ year: Int, _ calendar: WorkCalendar) {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            off = []
            worked = []
            return
        }
        let days = (0...(last - first)).map { first.adding(days: $0) }
        worked = days.filter { $0.weekday > 5 && calendar.isWorkingDay($0) }
        off = days.filter(calendar.isHoliday).reduce(into: []) { runs, day in
            if let run = runs.last, day - run.upperBound == 1 {
                runs[runs.count - 1] = run.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
    }
}
