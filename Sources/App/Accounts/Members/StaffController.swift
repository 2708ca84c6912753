import Forms
import Foundation
import Hummingbird

/// Managing the staff; for administrators (ACC-1, ACC-10).
struct StaffController: Sendable {
    let members: MemberStore
    let passwords: PasswordStore
    let handovers: HandoverStore
    let audit: AuditStore
    let hasher: PasswordHasher
    let pages: PageResponder
    let books: BooksInForce

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = StaffPage(
            try await members.all(), StaffFilter(query: request.query), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// The list that is shown, as a file (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let found = StaffFilter(query: request.query).choose(from: try await members.all())
        try await audit.noteExport(of: "staff", rows: found.count, context.stamp)
        return CSVFile(found, words: pages.words(for: context), today: pages.today(context)).response
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await pages.show(NewMemberPage(form(nil).blank, words: pages.words(for: context)), to: context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let bound = form(nil).bind(entered.fields, today: pages.today(context))
        let words = pages.words(for: context)
        guard let facts = MemberForm.facts(bound) else {
            let page = NewMemberPage(bound, submission: submission, words: words)
            return try await pages.show(page, to: context, status: .unprocessableContent)
        }
        do {
            let password = facts.username == nil ? nil : OneTimePassword.make()
            let hash: String? = if let password { try await hasher.hash(password) } else { nil }
            let result = try await members.add(
                facts, passwordHash: hash, mustChangePassword: true, submission, context.stamp)
            guard let password, let username = facts.username else {
                return .seeOther(result.path, notice: "notice.member-added")
            }
            return try await answer(result, (facts.name, username.text), password, context)
        } catch let problem as MemberProblem {
            let page = NewMemberPage(bound.adding(problem), submission: submission, words: words)
            return try await pages.show(page, to: context, status: .unprocessableContent)
        }
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        let page = MemberPage(
            member, try await load(of: member, context), stored: stored(member),
            isOther: member.id != context.member.id,
            words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        let entered = try await request.entered()
        let submission = try entered.submission()
        guard let version = entered.version else { throw Refusal.malformed }
        let bound = form(member).bind(entered.fields, today: pages.today(context))
        guard let facts = MemberForm.facts(bound) else {
            return try await showAgain(member, bound, version, submission, context)
        }
        do {
            let path = try await members.correct(member.id, to: facts, version: version, submission, context.stamp)
            return .seeOther(path, notice: "notice.member-corrected")
        } catch let problem as MemberProblem {
            return try await showAgain(member, bound.adding(problem), version, submission, context)
        } catch is StaleVersion {
            // Sent again with the stored version, the form overwrites what its sender has now seen.
            return try await showAgain(try await self.member(context), bound, nil, submission, context)
        }
    }

    @Sendable func resetPassword(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await other(context)
        let submission = try await request.entered().submission()
        let password = OneTimePassword.make()
        let result = try await passwords.reset(
            of: member.id, to: hasher.hash(password), submission, context.stamp)
        return try await answer(result, (member.name, member.username ?? ""), password, context)
    }

    @Sendable func lock(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await other(context)
        do {
            let path = try await members.lock(member.id, request.entered().submission(), context.stamp)
            return .seeOther(path, notice: "notice.member-locked")
        } catch MemberProblem.lastAdministrator {
            throw Refusal.conflict("last-administrator")
        }
    }

    @Sendable func unlock(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await members.unlock(
            member(context).id, request.entered().submission(), context.stamp)
        return .seeOther(path, notice: "notice.member-unlocked")
    }

    /// The one-time password belongs to the first arrival of a form; later ones made none and have none to show (UX-3).
    private func answer(
        _ result: SubmissionResult, _ facts: (name: String, username: String), _ password: String,
        _ context: MemberContext
    ) async throws -> Response {
        guard result.isFirst else { return .seeOther(result.path, notice: "notice.password-shown-before") }
        let page = OneTimePasswordPage(
            facts, password: password, until: context.now.addingTimeInterval(OneTimePassword.lifetime),
            memberPath: result.path, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    private func form(_ member: Member?) -> Form {
        MemberForm.form(books.rulebook.departmentChoices(keeping: member?.department))
    }

    private func stored(_ member: Member) -> BoundForm {
        MemberForm.filled(member, books.rulebook.departmentChoices(keeping: member.department))
    }

    private func member(_ context: MemberContext) async throws -> Member {
        try await members.find(context.id()).orNotFound()
    }

    /// The member of the path, who must not be the one who asks: one's own password has its own page.
    private func other(_ context: MemberContext) async throws -> Member {
        let member = try await member(context)
        guard member.id != context.member.id else { throw Refusal.conflict("own-account") }
        return member
    }

    /// What the member would leave behind (ACC-9).
    private func load(of member: Member, _ context: MemberContext) async throws -> AgentLoad {
        try await handovers.load(of: member.id, on: pages.today(context))
    }

    /// - Parameter version: the one that the form was opened with; nil when somebody else changed the member since.
    private func showAgain(
        _ member: Member, _ bound: BoundForm, _ version: Int?, _ submission: SubmissionID, _ context: MemberContext
    ) async throws -> Response {
        let page = MemberPage(
            member, try await load(of: member, context), stored: stored(member), typed: bound, version: version,
            isOther: member.id != context.member.id, isStale: version == nil,
            submission: submission, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: version == nil ? .conflict : .unprocessableContent)
    }
}
