import Forms
import Rulebooks

/// The form of a member of staff, for administrators.
enum MemberForm {
    static let name = Field<String>.text("name", maximum: 40, required: true, autocomplete: "off")
    static let username = Field<String>.text("username", maximum: 32, hint: true, autocomplete: "off")
    static let roles = Field<[String]>.choices(
        "roles", Role.allCases.map { Choice(value: $0.rawValue, label: .key("role.\($0.rawValue)")) }, hint: true)

    static let department = Field<String>.choice("department", hint: true)

    /// - Parameter departments: the rulebook's.
    static func form(_ departments: [Choice]) -> Form {
        Form(
            "member", [name, username, roles, department],
            rules: [
                .username(username),
                FormRule("roles to sign in with") { bound in
                    guard bound[username] != nil, bound.errors(for: "roles").isEmpty, bound[roles] == nil else {
                        return []
                    }
                    return [FieldError(field: "roles", code: "needed-to-sign-in")]
                },
            ]
        ).offering(departments, for: "department")
    }

    static func facts(_ bound: BoundForm) -> MemberFacts? {
        guard bound.isValid, let name = bound[name] else { return nil }
        let roles = Set((bound[Self.roles] ?? []).compactMap(Role.init))
        return MemberFacts(
            name: name, username: bound[username].flatMap(Username.init(typed:)), roles: roles,
            department: roles.contains(.manager) || roles.contains(.technician) ? bound[department] : nil)
    }

    static func filled(_ member: Member, _ departments: [Choice]) -> BoundForm {
        var values: [String: FieldValue] = ["name": .text(member.name)]
        if let username = member.username { values["username"] = .text(username) }
        if !member.roles.isEmpty {
            values["roles"] = .choices(Role.allCases.filter(member.has).map(\.rawValue))
        }
        if let department = member.department { values["department"] = .choice(department) }
        return form(departments).filled(values)
    }
}

extension BoundForm {
    /// Adds an error that depends on other members.
    func adding(_ problem: MemberProblem) -> BoundForm {
        switch problem {
        case .usernameTaken: adding(FieldError(field: "username", code: "taken"))
        case .lastAdministrator: adding(FieldError(field: "roles", code: "last-administrator"))
        }
    }
}

extension Rulebook {
    /// The departments as options.
    /// - Parameter stored: the stored choice, which stays on offer even when the rulebook no longer has it.
    func departmentChoices(keeping stored: String? = nil) -> [Choice] {
        let known = departments.map { Choice(value: $0.id, label: .text($0.title)) }
        guard let stored, department(stored) == nil else { return known }
        return known + [Choice(value: stored, label: .name(stored))]
    }

    /// The department's name; its id when the rulebook no longer has it.
    func departmentTitle(_ id: String, _ words: Words) -> String { department(id)?.title[words.language] ?? id }
}
