import Foundation

/// Templates and static files, loaded once and shared by every company that is served with them.
struct PageFiles: Sendable {
    let assets: Assets
    let renderer: Renderer

    /// - Parameter folder: has `Templates` and `Public` in it.
    /// - Throws: what `Assets` and `Renderer` throw.
    init(in folder: URL) throws {
        assets = try Assets(directory: folder.appending(path: "Public"))
        renderer = try Renderer(templates: folder.appending(path: "Templates"))
    }
}
