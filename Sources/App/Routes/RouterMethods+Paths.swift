import Hummingbird

/// The route table takes its addresses from `Paths`.
extension RouterMethods {
    @discardableResult
    func get(
        _ path: some URLPattern,
        use handler: @Sendable @escaping (Request, Context) async throws -> some ResponseGenerator
    ) -> Self {
        get(RouterPath(path.pattern), use: handler)
    }

    @discardableResult
    func post(
        _ path: some URLPattern,
        use handler: @Sendable @escaping (Request, Context) async throws -> some ResponseGenerator
    ) -> Self {
        post(RouterPath(path.pattern), use: handler)
    }
}
