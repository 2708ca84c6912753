import Forms
import Foundation

/// The form to reschedule a visit, and the time fields that it shares with a dispatch (SVC-1).
enum AppointmentForm {
    static let minutes = Field<String>.choice(
        "minutes",
        ["30", "60", "120", "180", "240", "480"].map { Choice(value: $0, label: .key("appointment.minutes.\($0)")) },
        required: true, label: .key("appointment.minutes"))
    static let told = Field<String>.choice(
        "told", ["yes", "no"].map { Choice(value: $0, label: .key("appointment.told.\($0)")) }, required: true,
        label: .key("appointment.told"))
    static let reason = Field<String>.text("reason", maximum: 200, required: true, hint: true, autocomplete: "off")
    /// Confirms a clash with another visit of the technician.
    static let despiteClash = Field<Bool>.flag("despite-clash", label: .key("appointment.despite-clash"))

    /// How many days ahead a time may be agreed.
    private static let farthest = 90

    /// The fields of a time: start and duration.
    static func time(_ today: Day) -> [any FormField] { [starts(today), minutes] }

    private static func starts(_ today: Day) -> Field<LocalDateTime> {
        .dateTime(
            "starts", today...today.adding(days: farthest), required: true, label: .key("appointment.starts"))
    }

    /// - Parameter earliest: before it nothing can be agreed any more.
    static func form(today: Day, from earliest: LocalDateTime? = nil, asksDespiteClash: Bool = false) -> Form {
        let ticks: [any FormField] = asksDespiteClash ? [despiteClash] : []
        return Form("appointment", ticks + time(today) + [reason, told], rules: notPast(earliest))
    }

    /// The earliest start: what was sent off on the telephone is entered a little later.
    static func earliestStart(at now: Date, in zone: TimeZone) -> LocalDateTime {
        LocalDateTime(now.addingTimeInterval(-grace), in: zone)
    }

    /// In seconds.
    private static let grace: TimeInterval = 30 * 60

    /// Rule: nobody is sent into the past (SVC-2).
    static func notPast(_ earliest: LocalDateTime?) -> [FormRule] {
        guard let earliest else { return [] }
        return [
            FormRule("not-in-the-past") { bound in
                guard case .dateTime(let start) = bound.values["starts"], start < earliest else { return [] }
                return [FieldError(field: "starts", code: "in-the-past")]
            }
        ]
    }

    /// The form as opened, with the current time.
    static func opened(_ visit: DispatchedVisit, today: Day) -> BoundForm {
        guard let time = visit.time else { return form(today: today).blank }
        let lengths = minutes.definition.kind.choices.map(\.value)
        return form(today: today).showing([
            "starts.date": [time.start.day.description], "starts.time": [time.start.time.description],
            "minutes": lengths.filter { $0 == String(time.minutes) },
        ])
    }

    static func appointedTime(_ bound: BoundForm) -> AppointedTime? {
        guard case .dateTime(let start) = bound.values["starts"], let length = bound[minutes].flatMap({ Int($0) })
        else {
            return nil
        }
        return AppointedTime(start: start, minutes: length)
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func wish(_ bound: BoundForm) -> AppointmentWish? {
        guard bound.isValid, let time = appointedTime(bound), let reason = bound[reason], let told = bound[told] else {
            return nil
        }
        return AppointmentWish(
            time: time, reason: reason, isCustomerTold: told == "yes", isDespiteClash: bound[despiteClash] ?? false)
    }
}

/// Input of a new time, with the reason.
struct AppointmentWish: Sendable, Hashable {
    let time: AppointedTime
    let reason: String
    let isCustomerTold: Bool
    let isDespiteClash: Bool
}

/// The form to withdraw a visit, with the reason.
enum WithdrawalForm {
    static let reason = Field<String>.textArea("because", maximum: 500, required: true, hint: true)
    static let form = Form("withdrawal", [reason])
}
