import NIOCore
import Synchronization

/// The open connections of one server: who holds how many, and which of them could give way because nothing is asked on it.
final class Connections: Sendable {
    private struct Entry {
        let channel: any Channel
        /// Whose it is; nil for a trusted proxy, which brings everybody's.
        let network: String?
        /// Its place among those that wait for a request; nil while one is answered.
        var idle: Int?
    }

    private struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var ofNetwork: [String: Int] = [:]
        var line = IdleLine()
        /// Whether somebody stands outside.
        var isWaitedFor = false
    }

    private let most: Int
    private let mostOfOne: Int
    private let isExempt: @Sendable (_ peer: String) -> Bool
    private let state = Mutex(State())

    /// - Parameter isExempt: whether an address may hold as many as there are, as a trusted proxy may (ACC-14).
    init(_ limits: ServerLimits, isExempt: @escaping @Sendable (_ peer: String) -> Bool = { _ in false }) {
        most = limits.connections
        mostOfOne = limits.connectionsOfOne
        self.isExempt = isExempt
    }

    /// Whether a further one would have to wait, as all of them are being answered.
    var isFull: Bool { state.withLock { $0.entries.count >= most && $0.line.isEmpty } }

    /// Says whether somebody waits for a place, who then gets that of the next one who rests.
    func setWaitedFor(_ isWaitedFor: Bool) { state.withLock { $0.isWaitedFor = isWaitedFor } }

    /// What becomes of a new connection.
    enum Admission: Sendable {
        case admitted
        /// Its address holds too many already.
        case refused
        /// All places are taken, and something is being answered on each.
        case full
    }

    /// Takes a new connection in; when all places are taken, the one that has been idle longest gives way.
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

    /// A request has come in.
    func began(_ channel: any Channel) {
        state.withLock { state in
            guard let place = state.entries[ObjectIdentifier(channel)]?.idle else { return }
            state.entries[ObjectIdentifier(channel)]?.idle = nil
            state.line.leave(place)
        }
    }

    /// All requests have been answered. With others waiting outside, this is the moment to let one in.
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
