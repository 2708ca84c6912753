import Forms

/// The fields beside the photographs' files: what they show.
enum PhotographForm {
    static let moment = Field<String>.choice(
        "moment", Photograph.Moment.allCases.map { Choice($0.rawValue) }, required: true)
    static let form = Form("photograph", [moment])
    /// Name of the file input.
    static let files = "photograph"

    /// The blank form; preselected is the requested moment, else the first one without a photograph.
    static func blank(_ place: PhotographedVisit, wanted: String?) -> BoundForm {
        let next = wanted.flatMap(Photograph.Moment.init) ?? place.missing.first
        return form.showing([moment.definition.name: [next?.rawValue].compactMap { $0 }])
    }
}
