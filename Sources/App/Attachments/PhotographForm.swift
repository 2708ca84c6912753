import Forms

/// What goes with the files of photographs: what they show.
enum PhotographForm {
    static let moment = Field<String>.choice(
        "moment", Photograph.Moment.allCases.map { Choice($0.rawValue) }, required: true)
    static let form = Form("photograph", [moment])
    /// The name of the file input.
    static let files = "photograph"

    /// The blank form: the first moment that is missing is chosen, as that is what is photographed next.
    static func blank(_ place: PhotographedVisit) -> BoundForm {
        form.showing([moment.definition.name: [place.missing.first?.rawValue].compactMap { $0 }])
    }
}
