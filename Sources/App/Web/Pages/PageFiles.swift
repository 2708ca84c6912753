import Foundation

/// Templates and static files, loaded once and shared by every company that is served with them.
struct PageFiles: Sendable {
    let assets: Assets
    let renderer: Renderer

    /// - Parameters:
    ///   - folder: has `Templates` and `Public` in it.
    ///   - onMiss: told of each name that a template asks for and its page does not give.
    /// - Throws: what `Assets` and `Renderer` throw.
    init(in folder: URL, onMiss: @escaping @Sendable (String) -> Void = { _ in }) async throws {
        assets = try Assets(directory: folder.appending(path: "Public"))
        renderer = try await Renderer(templates: folder.appending(path: "Templates"), onMiss: onMiss)
    }
}
