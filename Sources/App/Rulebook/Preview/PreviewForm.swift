import Forms
import Rulebooks

/// The form of a preview: an existing project by number, or the dates of an imagined one.
enum PreviewForm {
    static let number = Field<String>.text("number", maximum: 60, hint: true, autocomplete: "off")
    static let planned = Field<Day>.date("planned-completed", range)
    static let handler = Field<String>.choice("handled-by", Handler.allCases.map { Choice($0.rawValue) })

    private static let range: ClosedRange<Day> = .years(2000...2050)

    static let form = Form("preview", [number, planned] + MilestoneKind.allCases.map(field) + [handler])

    private static func field(_ kind: MilestoneKind) -> any FormField {
        Field<Day>.date(kind.rawValue, range, label: .key("milestone.\(kind.rawValue)"))
    }

    /// - Returns: nil without any date.
    static func life(_ bound: BoundForm) -> ProjectLife? {
        var milestones: [MilestoneKind: MilestoneDates] = [:]
        let handledBy = bound[handler].flatMap(Handler.init)
        for kind in MilestoneKind.allCases {
            let planned = kind == .completed ? bound[self.planned] : nil
            let actual = bound.day(kind.rawValue)
            guard planned != nil || actual != nil else { continue }
            milestones[kind] = MilestoneDates(
                planned: planned, actual: actual, handledBy: kind.canBeHandledByOther ? handledBy : nil)
        }
        let days = milestones.values.flatMap { [$0.planned, $0.actual] }.compactMap { $0 }
        return days.min().map { ProjectLife(registered: $0, milestones: milestones) }
    }
}
