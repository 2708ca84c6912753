/// The origin of a hashing job, which decides its priority.
enum HashingPlace: Hashable, Sendable {
    /// A known browser, or a signed-in member.
    case known
    case stranger(network: String)
}

/// Fair queue in front of the password hasher: known browsers first, then strangers, round-robin over their networks,
/// so that a crowd from one network delays nobody from another (ACC-14).
struct HashingLine<Job> {
    private let most: HashingRoom
    private var known: [Job] = []
    private var strangers: [String: [Job]] = [:]
    /// The networks with waiting jobs, in round-robin order.
    private var networks: [String] = []
    private var strangersWaiting = 0

    init(_ most: HashingRoom) { self.most = most }

    func hasRoom(for place: HashingPlace) -> Bool {
        switch place {
        case .known: known.count < most.known
        case .stranger(let network):
            strangersWaiting < most.strangers && (strangers[network]?.count ?? 0) < most.ofOneNetwork
        }
    }

    /// - Returns: whether there was room.
    mutating func add(_ job: Job, at place: HashingPlace) -> Bool {
        guard hasRoom(for: place) else { return false }
        switch place {
        case .known: known.append(job)
        case .stranger(let network):
            if strangers[network] == nil { networks.append(network) }
            strangers[network, default: []].append(job)
            strangersWaiting += 1
        }
        return true
    }

    mutating func nextKnown() -> Job? { known.isEmpty ? nil : known.removeFirst() }

    mutating func nextStranger() -> Job? {
        guard !networks.isEmpty else { return nil }
        let network = networks.removeFirst()
        guard var jobs = strangers.removeValue(forKey: network), !jobs.isEmpty else { return nil }
        let job = jobs.removeFirst()
        strangersWaiting -= 1
        if !jobs.isEmpty {
            strangers[network] = jobs
            networks.append(network)
        }
        return job
    }
}

/// Bounds of the hashing queue; beyond them jobs are rejected.
struct HashingRoom: Sendable {
    var known = 200
    /// Two seconds' worth of work.
    var strangers = 60
    var ofOneNetwork = 20
}
