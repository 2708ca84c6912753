import Forms

/// The sign-in form.
enum SignInForm {
    static let username = Field<String>.text("username", maximum: 60, required: true, autocomplete: "username")
    static let password = Field<String>.password(
        "password", minimum: 1, maximum: 200, required: true, autocomplete: "current-password")

    static let form = Form("sign-in", [username, password])
}
