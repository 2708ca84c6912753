import Forms

/// What goes with the files of photographs: what they show.
enum PhotographForm {
    static let moment = Field<String>.choice(
        "moment", Photograph.Moment.allCases.map { Choice($0.rawValue) }, required: true)
    static let form = Form("photograph", [moment])
    /// The name of the file input.
    static let files = "photograph"

    /// The blank form: what somebody came to photograph is chosen, else the first moment that is missing.
    static func blank(_ place: PhotographedVisit, wanted: String?) -> BoundForm {
        let next = wanted.flatMap(Photograph.Moment.init) ?? place.missing.first
        return form.showing([moment.definition.name: [next?.rawValue].compactMap { $0 }])
    }
}
