import Forms

/// What an administrator enters about one of the staff.
enum MemberForm {
    static let name = Field<String>.text("name", maximum: 40, required: true, autocomplete: "off")
    static let username = Field<String>.text("username", maximum: 32, hint: true, autocomplete: "off")
    static let roles = Field<[String]>.choices(
        "roles", Role.allCases.map { Choice(value: $0.rawValue, label: .key("role.\($0.rawValue)")) }, hint: true)

    static let form = Form(
        "member", [name, username, roles],
        rules: [
            .username(username),
            FormRule("roles to sign in with") { bound in
                guard bound[username] != nil, bound.errors(for: "roles").isEmpty, bound[roles] == nil else { return [] }
                return [FieldError(field: "roles", code: "needed-to-sign-in")]
            },
        ])

    static func facts(_ bound: BoundForm) -> MemberFacts? {
        guard bound.isValid, let name = bound[name] else { return nil }
        return MemberFacts(
            name: name, username: bound[username].flatMap(Username.init(typed:)),
            roles: Set((bound[roles] ?? []).compactMap(Role.init)))
    }

    static func filled(_ member: Member) -> BoundForm {
        var values: [String: FieldValue] = ["name": .text(member.name)]
        if let username = member.username { values["username"] = .text(username) }
        if !member.roles.isEmpty {
            values["roles"] = .choices(Role.allCases.filter(member.has).map(\.rawValue))
        }
        return form.filled(values)
    }
}

extension BoundForm {
    /// The form with what only the staff as a whole makes wrong.
    func adding(_ problem: MemberProblem) -> BoundForm {
        switch problem {
        case .usernameTaken: adding(FieldError(field: "username", code: "taken"))
        case .lastAdministrator: adding(FieldError(field: "roles", code: "last-administrator"))
        }
    }
}
