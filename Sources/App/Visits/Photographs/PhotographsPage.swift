import Forms
import Images
import Markup

/// An uploaded file that was rejected.
struct RefusedPhotograph: Sendable, Hashable {
    enum Problem: Sendable, Hashable {
        case image(ImageProblem)
        /// The report has the maximum already.
        case tooMany
    }

    let filename: String?
    let problem: Problem

    /// The error message, with advice.
    func reason(_ words: Words) -> String {
        switch problem {
        case .image(let problem): words("photographs.problem.\(problem.rawValue)")
        case .tooMany: words("photographs.problem.too-many")
        }
    }

    func sentence(_ words: Words) -> String {
        words("photographs.refused", ["name": name ?? words("photographs.unnamed"), "reason": reason(words)])
    }

    /// The file's name, shortened and bidi-isolated, since right-to-left text would reorder the words around it.
    private var name: String? {
        let plain = TypedText.oneLine(filename ?? "")
        guard !plain.isEmpty else { return nil }
        let short = plain.count > Self.longest ? plain.prefix(Self.longest - 12) + "…" + plain.suffix(11) : plain[...]
        return "\u{2068}\(short)\u{2069}"
    }

    private static let longest = 40
}

/// The photographs of a visit by moment, missing ones, and the upload form.
struct PhotographsPage: Page {
    static let template = "visits/photographs/index"
    let values: PageValues

    /// - Parameter bound: the form, as posted when it was rejected.
    /// - Parameter script: path of the script that uploads one after the other.
    init(
        _ place: PhotographedVisit, _ bound: BoundForm, refused: [RefusedPhotograph], hasNoFile: Bool,
        script: String, context: some PageContext, words: Words
    ) {
        let mayChange = context.signedIn.map { Permissions.may($0.member, .reportVisit(place.visit)) } ?? false
        let isOpen = mayChange && place.closed == nil
        let fields = FieldValues(bound: bound, words: words)
        let lost = place.photographs.filter { isOpen && $0.canBePutBack(at: context.now) }
        let errors = Self.errors(bound, refused, hasNoFile: hasNoFile, words)
        values = [
            "script": .text(script),
            "visitHref": .text(place.closed == nil ? Paths.report(place.visit.id) : Paths.visit(place.visit.id)),
            "visit": .text(
                words(
                    "photographs.of-visit",
                    ["order": place.orderNumber, "number": String(place.visit.number), "customer": place.customer])),
            "count": .text(
                words(
                    "photographs.count",
                    ["count": String(place.kept.count), "most": String(Photograph.mostOfVisit)])),
            "missing": place.missing.isEmpty
                ? .none
                : .text(
                    words(
                        "photographs.missing",
                        [
                            "moments": place.missing.map { words("photograph.moment.\($0.rawValue)") }
                                .joined(separator: words("rulebook.list-separator"))
                        ])),
            "closed": Self.closed(place, mayChange: mayChange, words),
            "hasAny": .flag(!place.kept.isEmpty),
            "groups": .list(Self.groups(place.kept, isOpen: isOpen, words)),
            "hasRemoved": .flag(!lost.isEmpty),
            "removed": .list(lost.map { Self.picture($0, action: Paths.photographReturn($0.token), words) }),
            "hasErrors": .flag(!errors.isEmpty), "soleError": .none, "errors": .list(errors),
            "form": isOpen && place.room > 0
                ? .page([
                    "action": .text(Paths.photographs(visit: place.visit.id)),
                    "receiptHref": .text(Paths.photographReceipt(visit: place.visit.id)),
                    "submission": .text(SubmissionID.random().text),
                    "fields": .list(bound.form.fields.map(fields.make)), "filesName": .text(PhotographForm.files),
                    "side": .number(ImageLimits().keptSide), "bytes": .number(ImageLimits().bytes),
                    "hasFileError": .flag(hasNoFile || !refused.isEmpty),
                ]) : .none,
        ]
    }

    private static func errors(
        _ bound: BoundForm, _ refused: [RefusedPhotograph], hasNoFile: Bool, _ words: Words
    ) -> [PageValues] {
        let fields = FieldValues(bound: bound, words: words)
        let ofFiles = (hasNoFile ? [words("photographs.no-file")] : []) + refused.map { $0.sentence(words) }
        return bound.errors.map { ["fieldId": .text(fields.focusID(of: $0)), "message": .text(fields.message($0))] }
            + ofFiles.map { ["fieldId": "f-photograph", "message": .text($0)] }
    }

    private static func closed(_ place: PhotographedVisit, mayChange: Bool, _ words: Words) -> PageValue {
        guard mayChange else { return .text(words("photographs.not-yours")) }
        if let closed = place.closed { return .text(words("refusal.photographs-\(closed.rawValue)")) }
        return place.room > 0 ? .none : .text(words("refusal.photographs-too-many"))
    }

    private static func groups(_ kept: [Photograph], isOpen: Bool, _ words: Words) -> [PageValues] {
        Photograph.Moment.allCases.compactMap { moment in
            let shown = kept.filter { $0.moment == moment }
            guard !shown.isEmpty else { return nil }
            return [
                "label": .text(words("photograph.moment.\(moment.rawValue)")),
                "items": .list(
                    shown.map { picture($0, action: isOpen ? Paths.photographRemoval($0.token) : nil, words) }),
            ]
        }
    }

    private static func picture(_ one: Photograph, action: String?, _ words: Words) -> PageValues {
        let moment = words("photograph.moment.\(one.moment.rawValue)")
        let caption = words("photographs.caption", ["name": one.addedBy, "time": words.dateTime(one.addedAt)])
        return [
            "href": .text(Paths.photograph(one.token)), "thumbnail": .text(Paths.thumbnail(one.token)),
            "width": .number(one.width), "height": .number(one.height),
            "alt": .text(words("photographs.alt", ["moment": moment, "caption": caption])),
            "moment": .text(moment), "caption": .text(caption), "action": .optional(action),
            "submission": .text(SubmissionID.random().text),
        ]
    }
}
