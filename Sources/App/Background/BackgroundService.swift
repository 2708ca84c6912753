import ServiceLifecycle

/// A service that is told by its name: by default the whole of it is spelled out for the log at every start, with all
/// that it holds.
protocol BackgroundService: Service, CustomStringConvertible {}

extension BackgroundService {
    var description: String { "\(Self.self)" }
}
