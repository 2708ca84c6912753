import Forms

/// The fields in which people type passwords: neither shown again nor remembered in any shape, not even as a digest,
/// which could be guessed at a thousand times faster than the stored hash (ACC-10).
enum SecretFields {
    static let names = Set(
        [SignInForm.form, SetUpForm.form, PasswordForm.form].flatMap(\.fields).filter(\.isPassword).map(\.name))
}

extension FieldDefinition {
    fileprivate var isPassword: Bool { if case .password = kind { true } else { false } }
}
