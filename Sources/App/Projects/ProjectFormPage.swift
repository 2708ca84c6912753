import Forms
import Markup

/// The page to register or correct a project, also after a conflict of versions.
struct ProjectFormPage: Page {
    static let template = "projects/form"
    let values: PageValues

    /// The form's subject: a new project of a customer, or an existing project.
    enum Subject: Sendable {
        case customer(Customer)
        case project(Project)
    }

    /// - Parameter taken: the project that has the typed number.
    init(_ form: PostedForm, of subject: Subject, taken: ProjectNumber? = nil, words: Words) {
        let drawn =
            switch subject {
            case .customer(let customer):
                FormValues.make(
                    form, action: Paths.projects(customer: customer.id), submit: "projects.register",
                    cancel: Paths.customer(customer.id), keep: "project-of-\(customer.id)", words: words)
            case .project(let project):
                FormValues.make(
                    form, action: Paths.project(project.id), submit: "projects.save",
                    cancel: Paths.project(project.id), version: project.version, keep: "project-\(project.id)",
                    words: words)
            }
        values = Self.heading(subject, words).merging([
            "form": .page(drawn.merging(["groups": Self.groups(form.bound, drawn, words)]) { own, _ in own }),
            "taken": taken.map {
                .page([
                    "text": .text(words("projects.number-taken", ["number": $0.number])),
                    "href": .text(Paths.project($0.id)),
                ])
            } ?? .none,
            "isStale": .flag(form.isStale),
            "differences": form.isStale ? Self.differences(form.bound, subject, words) : .list([]),
        ]) { own, _ in own }
    }

    private static func heading(_ subject: Subject, _ words: Words) -> PageValues {
        switch subject {
        case .customer(let customer):
            [
                "title": .text(words("projects.new")), "backHref": .text(Paths.customer(customer.id)),
                "backLabel": .text(customer.details.formOfAddress.words(for: customer.details.name, words)),
            ]
        case .project(let project):
            [
                "title": .text(words("projects.correct")), "backHref": .text(Paths.project(project.id)),
                "backLabel": .text(project.number),
            ]
        }
    }

    /// The fields grouped by section.
    private static func groups(_ bound: BoundForm, _ form: PageValues, _ words: Words) -> PageValue {
        guard case .list(let drawn) = form["fields"] else { return .list([]) }
        var groups: [(section: String, fields: [PageValues])] = []
        for (field, values) in zip(bound.form.fields, drawn) {
            let section = field.section ?? ""
            if groups.last?.section != section { groups.append((section, [])) }
            groups[groups.count - 1].fields.append(values)
        }
        return .list(
            groups.map { section, fields in
                [
                    "heading": groups.count > 1 ? .text(words("projects.section.\(section)")) : .none,
                    "explanation": groups.count > 1
                        ? .optional(words.optional("projects.section.\(section).text")) : .none,
                    "fields": .list(fields),
                ]
            })
    }

    private static func differences(_ bound: BoundForm, _ subject: Subject, _ words: Words) -> PageValue {
        guard case .project(let project) = subject else { return .list([]) }
        let stored = ProjectForm.filled(with: project.details, in: bound.form)
        return FormValues.differences(mine: bound, theirs: stored, words)
    }
}
