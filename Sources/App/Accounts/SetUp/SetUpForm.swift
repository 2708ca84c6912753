import Forms

/// The form of the first administrator.
enum SetUpForm {
    static let name = Field<String>.text("name", maximum: 40, required: true, autocomplete: "name")
    static let username = Field<String>.text(
        "username", maximum: 32, required: true, hint: true, autocomplete: "username")
    static let password = Field<String>.password(
        "password", minimum: PasswordRules.length.lowerBound, maximum: PasswordRules.length.upperBound, required: true,
        hint: true, autocomplete: "new-password")
    static let repeated = Field<String>.password(
        "repeated", minimum: 1, maximum: 200, required: true, autocomplete: "new-password")

    static let form = Form(
        "set-up", [name, username, password, repeated], rules: [.username(username), .repeats(password, repeated)])

    static func administrator(_ bound: BoundForm) -> (name: String, username: Username, password: String)? {
        guard let name = bound[name], let password = bound[password],
            let username = bound[username].flatMap(Username.init(typed:))
        else { return nil }
        return (name, username, password)
    }
}

extension FormRule {
    /// Rule: the username must be valid.
    static func username(_ field: Field<String>) -> FormRule {
        FormRule("a username") { bound in
            guard let typed = bound[field], Username(typed: typed) == nil else { return [] }
            return [FieldError(field: field.definition.name, code: "not-a-username")]
        }
    }
}
