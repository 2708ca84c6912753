import Forms
import Foundation
import Hummingbird
import Logging
import NIOCore

/// What every request carries through the middlewares: language, address, moment, and who is signed in.
struct AppContext: RequestContext, PageContext {
    var coreContext: CoreRequestContextStorage
    /// Who holds the other end of the connection, perhaps a proxy.
    let peer: String
    /// The visitor's own address (ACC-14).
    var address: String
    var language: Language = .simplified
    var now: Date = .distantPast
    var signedIn: SignedIn?
    var returnPath = "/"
    var notice: String?
    var cookies: [String: String] = [:]

    init(source: Source) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "-"
        address = peer
    }
}

/// What the renderer needs to know about the current request.
protocol PageContext: Sendable {
    var language: Language { get }
    var now: Date { get }
    var address: String { get }
    var signedIn: SignedIn? { get }
    /// The path of this page with its query, to come back to after a change of language.
    var returnPath: String { get }
    /// The catalogue key of a one-time notice, left by the page before.
    var notice: String? { get }
    var cookies: [String: String] { get }
}

extension PageContext {
    /// Who acts, when, from where; what changes and audit entries are marked with.
    var stamp: Stamp {
        Stamp(
            member: signedIn?.member.id, at: now, address: address, claim: signedIn.map(Claim.init) ?? .stranger)
    }
}

/// The context behind the front door: it cannot be made without a signed-in member, so handlers need not ask.
struct MemberContext: ChildRequestContext, PageContext {
    var coreContext: CoreRequestContextStorage
    let address: String
    let language: Language
    let now: Date
    let returnPath: String
    let notice: String?
    let cookies: [String: String]
    let own: SignedIn

    var member: Member { own.member }
    var sessionID: Session.ID { own.sessionID }
    var signedIn: SignedIn? { own }

    /// - Throws: `Refusal.signInRequired`.
    init(context: AppContext) throws {
        guard let signedIn = context.signedIn else { throw Refusal.signInRequired }
        coreContext = context.coreContext
        address = context.address
        language = context.language
        now = context.now
        returnPath = context.returnPath
        notice = context.notice
        cookies = context.cookies
        own = signedIn
    }
}

extension RequestContext {
    /// The id of a thing, captured in the path.
    /// - Throws: `Refusal.notFound`, as `number`.
    func id<Thing>(_ name: String = "id") throws -> ID<Thing> { ID(try number(name)) }

    /// A number captured in the path.
    /// - Throws: `Refusal.notFound` for anything else, so that odd addresses are just unknown ones.
    func number(_ name: String) throws -> Int {
        guard let text = parameters.get(name), text.utf8.count <= 18, let number = Int(text), number > 0,
            String(number) == text
        else { throw Refusal.notFound }
        return number
    }
}
