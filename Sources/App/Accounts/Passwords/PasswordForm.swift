import Forms

/// The form of a password change.
enum PasswordForm {
    static let current = Field<String>.password(
        "current", minimum: 1, maximum: 200, required: true, autocomplete: "current-password")
    static let password = Field<String>.password(
        "password", minimum: PasswordRules.length.lowerBound, maximum: PasswordRules.length.upperBound, required: true,
        hint: true, autocomplete: "new-password")
    static let repeated = Field<String>.password(
        "repeated", minimum: 1, maximum: 200, required: true, autocomplete: "new-password")

    static let form = Form(
        "password", [current, password, repeated],
        rules: [
            .repeats(password, repeated),
            FormRule("a new password") { bound in
                // As they are hashed: a one-time password with capitals is the same one.
                guard let new = bound[password], let old = bound[current],
                    PasswordRules.normalised(new) == PasswordRules.normalised(old)
                else { return [] }
                return [FieldError(field: "password", code: "unchanged")]
            },
        ])

    static func change(_ bound: BoundForm) -> (current: String, new: String)? {
        guard let current = bound[current], let new = bound[password] else { return nil }
        return (current, new)
    }
}

extension FormRule {
    /// Rule: both entries of the new password must match.
    static func repeats(_ password: Field<String>, _ repeated: Field<String>) -> FormRule {
        FormRule("the same password twice") { bound in
            guard let first = bound[password], let second = bound[repeated], first != second else { return [] }
            return [FieldError(field: repeated.definition.name, code: "differs")]
        }
    }
}

extension BoundForm {
    /// Adds the reason why the new password is unfit, if there is one (ACC-10).
    func checking(_ password: Field<String>, username: String?) -> BoundForm {
        guard let typed = self[password], let problem = PasswordRules.problem(typed, username: username) else {
            return self
        }
        return adding(FieldError(field: password.definition.name, code: problem.rawValue))
    }
}
