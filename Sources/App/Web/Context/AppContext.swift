import Forms
import Foundation
import Hummingbird
import Logging
import NIOCore

/// Request context: language, address, time, and the signed-in member.
struct AppContext: RequestContext, PageContext {
    var coreContext: CoreRequestContextStorage
    /// Address of the TCP peer, which may be a proxy.
    let peer: String
    /// The visitor's own address, behind trusted proxies (ACC-14).
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
    /// The path of this page with its query, to return to after a change of language.
    var returnPath: String { get }
    /// Flash message: the catalogue key of a one-time notice set by the previous page.
    var notice: String? { get }
    var cookies: [String: String] { get }
}

extension PageContext {
    /// Who acts, when, from which address; recorded with changes and audit entries.
    var stamp: Stamp {
        Stamp(
            member: signedIn?.member.id, at: now, address: address, claim: signedIn.map(Claim.init) ?? .stranger)
    }
}

/// Context of authenticated requests: it cannot be made without a signed-in member, so handlers need not check.
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
    /// A typed id from the path.
    /// - Throws: `Refusal.notFound`, as `number`.
    func id<Thing>(_ name: String = "id") throws -> ID<Thing> { ID(try number(name)) }

    /// A number from the path.
    /// - Throws: `Refusal.notFound` for anything else, so that malformed addresses are simply unknown ones.
    func number(_ name: String) throws -> Int {
        guard let text = parameters.get(name), text.utf8.count <= 18, let number = Int(text), number > 0,
            String(number) == text
        else { throw Refusal.notFound }
        return number
    }
}
