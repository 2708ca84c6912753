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
    let rules: CurrentRules

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = StaffPage(
            try await members.all(), query(request, context), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// The filtered list as a file (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let words = pages.words(for: context)
        let found = StaffFilter.choose(query(request, context), from: try await members.all())
        return try await CSVFile(
            "staff-\(pages.today(context))", Member.columns(words), ListSlice(.file, of: found), words
        ).response {
            try await audit.noteExport(of: "staff", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        ListQuery(Paths.staff, StaffFilter.form, request.query, today: pages.today(context))
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await show(.opened(form(nil).blank), context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await pages.take(form(nil), from: request, context) {
            MemberForm.facts($0)
        } again: { form in
            try await show(form, context)
        } store: { facts, form in
            do {
                return try await add(facts, form.submission, context)
            } catch let problem as MemberProblem {
                return try await show(form.with(form.bound.adding(problem)), context)
            }
        }
    }

    private func add(
        _ facts: MemberFacts, _ submission: SubmissionID, _ context: MemberContext
    ) async throws -> Response {
        let password = facts.username == nil ? nil : OneTimePassword.make()
        let hash: String? = if let password { try await hasher.hash(password) } else { nil }
        let result = try await members.add(
            facts, passwordHash: hash, mustChangePassword: true, submission, context.stamp)
        guard let password, let username = facts.username else {
            return .seeOther(result.path, notice: "notice.member-added")
        }
        return try await answer(result, (facts.name, username.text), password, context)
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        return try await show(.opened(stored(member)), of: member, context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        return try await pages.take(form(member), from: request, context) {
            MemberForm.facts($0)
        } again: { form in
            try await show(form, of: try await self.member(context), context)
        } store: { facts, form in
            do {
                let path = try await members.correct(
                    member.id, to: facts, version: form.baseVersion(), form.submission, context.stamp)
                return .seeOther(path, notice: "notice.member-corrected")
            } catch let problem as MemberProblem {
                return try await show(form.with(form.bound.adding(problem)), of: member, context)
            }
        }
    }

    @Sendable func resetPassword(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await other(context)
        let submission = try await request.submission()
        let password = OneTimePassword.make()
        let result = try await passwords.reset(
            of: member.id, to: hasher.hash(password), submission, context.stamp)
        return try await answer(result, (member.name, member.username ?? ""), password, context)
    }

    @Sendable func lock(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await other(context)
        do {
            let path = try await members.lock(member.id, request.submission(), context.stamp)
            return .seeOther(path, notice: "notice.member-locked")
        } catch MemberProblem.lastAdministrator {
            throw Refusal.conflict("last-administrator")
        }
    }

    @Sendable func unlock(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await members.unlock(member(context).id, request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.member-unlocked")
    }

    /// Only the first submission of a form has a one-time password to show; later ones made none (UX-3).
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
        MemberForm.form(rules.rulebook.departmentChoices(keeping: member?.department))
    }

    private func stored(_ member: Member) -> BoundForm {
        MemberForm.filled(member, rules.rulebook.departmentChoices(keeping: member.department))
    }

    private func member(_ context: MemberContext) async throws -> Member {
        try await members.find(context.id()).orNotFound()
    }

    /// The member in the path, other than the signed-in one: one's own password has its own page.
    private func other(_ context: MemberContext) async throws -> Member {
        let member = try await member(context)
        guard member.id != context.member.id else { throw Refusal.conflict("own-account") }
        return member
    }

    private func show(_ form: PostedForm, _ context: MemberContext) async throws -> Response {
        let page = NewMemberPage(form, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func show(_ form: PostedForm, of member: Member, _ context: MemberContext) async throws -> Response {
        let load = try await handovers.load(of: member.id, on: pages.today(context))
        let page = MemberPage(
            member, load, form, stored: stored(member), isOther: member.id != context.member.id,
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
