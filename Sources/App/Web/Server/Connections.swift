import NIOCore
import Synchronization

/// The open connections of one server: how many each network has, and which are idle (keep-alive) and can be closed for
/// others.
final class Connections: Sendable {
    private struct Entry {
        let channel: any Channel
        /// The client's network; nil for a trusted proxy, which carries everybody's.
        let network: String?
        /// Its place among the idle connections; nil while a request is being answered.
        var idle: Int?
    }

    private struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var ofNetwork: [String: Int] = [:]
        var line = IdleLine()
        /// Whether connections wait in the backlog.
        var isWaitedFor = false
    }

    private let most: Int
    private let mostOfOne: Int
    private let isExempt: @Sendable (_ peer: String) -> Bool
    private let state = Mutex(State())

    /// - Parameter isExempt: whether an address has no limit of its own, as a trusted proxy (ACC-14).
    init(_ limits: ServerLimits, isExempt: @escaping @Sendable (_ peer: String) -> Bool = { _ in false }) {
        most = limits.connections
        mostOfOne = limits.connectionsOfOne
        self.isExempt = isExempt
    }

    /// Whether a new connection would have to wait, because none is idle.
    var isFull: Bool { state.withLock { $0.entries.count >= most && $0.line.isEmpty } }

    /// Sets whether connections wait in the backlog; the next one to become idle is then closed for them.
    func setWaitedFor(_ isWaitedFor: Bool) { state.withLock { $0.isWaitedFor = isWaitedFor } }

    /// What becomes of a new connection.
    enum Admission: Sendable {
        case admitted
        /// Its network has too many already.
        case refused
        /// All places are taken, and none is idle.
        case full
    }

    /// Admits a new connection; when all places are taken, the longest idle one is closed.
    func admit(_ channel: any Channel) -> Admission {
        let peer = channel.remoteAddress?.ipAddress ?? "-"
        let network = isExempt(peer) ? nil : NetworkAddress.network(of: IPAddress(peer)?.text ?? peer)
        let (admission, leaving) = state.withLock { state -> (Admission, (any Channel)?) in
            if let network, state.ofNetwork[network, default: 0] >= mostOfOne { return (.refused, nil) }
            var leaving: (any Channel)?
            if state.entries.count >= most {
                leaving = Self.longestIdle(&state)
                guard leaving != nil else { return (.full, nil) }
            }
            if let network { state.ofNetwork[network, default: 0] += 1 }
            let id = ObjectIdentifier(channel)
            state.entries[id] = Entry(channel: channel, network: network, idle: state.line.join(id))
            return (.admitted, leaving)
        }
        leaving?.close(promise: nil)
        return admission
    }

    /// Called when a request has come in.
    func began(_ channel: any Channel) {
        state.withLock { state in
            guard let place = state.entries[ObjectIdentifier(channel)]?.idle else { return }
            state.entries[ObjectIdentifier(channel)]?.idle = nil
            state.line.leave(place)
        }
    }

    /// Called when all its requests are answered: with others waiting in the backlog, one idle connection is closed.
    func rested(_ channel: any Channel) {
        let leaving = state.withLock { state -> (any Channel)? in
            let id = ObjectIdentifier(channel)
            guard let entry = state.entries[id], entry.idle == nil else { return nil }
            state.entries[id]?.idle = state.line.join(id)
            return state.isWaitedFor && state.entries.count >= most ? Self.longestIdle(&state) : nil
        }
        leaving?.close(promise: nil)
    }

    func closed(_ channel: any Channel) {
        state.withLock { state in
            guard let entry = state.entries.removeValue(forKey: ObjectIdentifier(channel)) else { return }
            if let place = entry.idle { state.line.leave(place) }
            guard let network = entry.network, let count = state.ofNetwork[network] else { return }
            state.ofNetwork[network] = count > 1 ? count - 1 : nil
        }
    }

    private static func longestIdle(_ state: inout State) -> (any Channel)? {
        guard let id = state.line.leaveFirst() else { return nil }
        state.entries[id]?.idle = nil
        return state.entries[id]?.channel
    }
}
