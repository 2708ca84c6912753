import Forms

/// Password fields: never shown again and never stored in any form, not even as a digest, which can be guessed a
/// thousand times faster than the stored hash (ACC-10).
enum SecretFields {
    static let names = Set(
        [SignInForm.form, SetUpForm.form, PasswordForm.form].flatMap(\.fields).filter(\.isPassword).map(\.name))
}

extension FieldDefinition {
    fileprivate var isPassword: Bool { if case .password = kind { true } else { false } }
}
