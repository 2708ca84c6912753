import Forms
import Testing

@testable import App

extension KnownForm {
    static let ofCustomersAndProjects = [
        KnownForm(
            name: "new customer", staff: .agent, field: "name", wrong: "", page: { _ in Paths.newCustomer },
            typed: { company in
                let known = [try company.member(.agent).id, try company.member(.agent2).id].map(String.init)
                return ["name": "王建国", "phones.0.number": "138 1234 5678", "known-by": Typed(known)]
            }),
        KnownForm(
            name: "corrected customer", staff: .agent, field: "name", wrong: "", rival: ["name": "别人写的"],
            page: { Paths.customerEdit(try await $0.registerCustomer()) }, typed: { _ in ["name": "我写的"] }),
        KnownForm(
            name: "new project", staff: .agent, field: "number", wrong: "",
            page: { Paths.newProject(customer: try await $0.registerCustomer()) },
            typed: { _ in ["number": "HF-9", "kind": "renovation", "actual-started": "2026-11-02"] }),
        KnownForm(
            name: "corrected project", staff: .agent, field: "number", wrong: "", rival: ["number": "HF-THEIRS"],
            page: { Paths.projectEdit(try await $0.registerProject(of: $0.registerCustomer())) },
            typed: { _ in ["number": "HF-MINE"] }),
        KnownForm(
            name: "milestones", staff: .agent, field: "actual-started", wrong: "2026-02-31",
            rival: ["actual-started": "2026-11-05"],
            page: { Paths.milestones(try await $0.registerProject(of: $0.registerCustomer())) },
            typed: { _ in ["actual-started": "2026-11-06"] }),
        KnownForm(
            name: "new person on a project", staff: .agent, field: "since", wrong: "",
            page: { Paths.people(try await $0.registerProject(of: $0.registerCustomer())) },
            typed: { ["duty": "designer", "member": "\(try $0.member(.technician).id)", "since": "2026-11-02"] }),
        KnownForm(
            name: "corrected person on a project", staff: .agent, field: "since", wrong: "",
            rival: ["since": "2026-11-05"],
            page: { company in
                let project = try await company.registerProject(of: company.registerCustomer())
                return Paths.assignment(try await company.assign(.technician, to: project), project: project)
            }, typed: { _ in ["since": "2026-11-06"] }),
    ]

    static let ofFollowUps = [
        KnownForm(
            name: "sheet", staff: .agent, field: "q.work-started.remark", wrong: "",
            page: { Paths.sheet(try await $0.owedCall().id) },
            typed: { _ in ["q.work-started": "no", "q.work-started.remark": "师傅还没来", "customerWords": "尽快开工"] }),
        KnownForm(
            name: "corrected sheet", staff: .agent, field: "reason", wrong: "",
            rival: ["customerWords": "另一个窗口写的", "reason": "写错了"],
            page: { Paths.correction(try await $0.filledCall().id) },
            typed: { _ in ["customerWords": "这个窗口写的", "reason": "漏了一句"] }),
        KnownForm(
            name: "agreed callback", staff: .agent, field: "callback.date", wrong: "2026-02-31", button: "typed",
            page: { Paths.followUp(try await $0.owedCall().id) },
            typed: { _ in ["callback.date": "2026-11-24", "callback.time": "16:00"] }),
        KnownForm(
            name: "excuse", staff: .admin, field: "reason", wrong: "",
            page: { Paths.followUp(try await $0.owedCall().id) }, typed: { _ in ["reason": "客户已搬走"] }),
        KnownForm(
            name: "wish to excuse", staff: .agent, field: "reason", wrong: "",
            page: { Paths.followUp(try await $0.owedCall().id) }, typed: { _ in ["reason": "客户已退单"] }),
        KnownForm(
            name: "handing over one call", staff: .admin, field: "note", wrong: "",
            page: { Paths.followUp(try await $0.owedCall().id) },
            typed: { ["agent": "\(try $0.member(.agent2).id)", "note": "请代为回访"] }),
        KnownForm(
            name: "handing over many calls", staff: .admin, field: "reason", wrong: "",
            page: { company in
                let call = try await company.owedCall()
                let to = String(try company.member(.agent2).id)
                return Paths.with(Paths.memberHandover(call.agentID), [("extent", "all-calls"), ("to", to)])
            }, typed: { _ in ["reason": "病假"] }),
    ]

    static let ofAccess = [
        KnownForm(
            name: "access request", staff: .agent2, field: "reason", wrong: "",
            page: { Paths.newAccessRequest(.record(.followUp(try await $0.filledCall().id))) },
            typed: { _ in ["reason": "核对客户投诉中提到的工期"] }),
        KnownForm(
            name: "approval", staff: .admin, field: "hours", wrong: [],
            page: { Paths.accessRequest(try await $0.ask(.agent2, toRead: $0.filledCall())) },
            typed: { _ in ["hours": "4", "remark": "只看这一份"] }),
        KnownForm(
            name: "refusal", staff: .admin, field: "reason", wrong: "",
            page: { Paths.accessRequest(try await $0.ask(.agent2, toRead: $0.filledCall())) },
            typed: { _ in ["reason": "理由不充分"] }),
        KnownForm(
            name: "revocation", staff: .admin, field: "reason", wrong: "",
            page: { company in
                let request = try await company.ask(.agent2, toRead: company.filledCall())
                _ = try await company.approve(request)
                return Paths.accessRequest(request)
            }, typed: { _ in ["reason": "已核对完毕"] }),
    ]

    static let ofBooks = [
        KnownForm(
            name: "rulebook put into force", staff: .admin, field: "reason", wrong: "",
            page: { Paths.proposal(try await $0.propose()) }, typed: { _ in ["reason": "试行一季后调整"] }),
        KnownForm(
            name: "arrangement of a year", staff: .admin, field: "days-off", wrong: "13月1日",
            rival: ["days-off": "1月1日"], page: { _ in Paths.calendarYear(2027) },
            typed: { _ in ["days-off": "2月5日至2月11日", "working-days": "2月13日"] }),
    ]

    static let ofStaff = [
        KnownForm(
            name: "new member of staff", staff: .admin, field: "name", wrong: "", page: { _ in Paths.newMember },
            typed: { _ in ["name": "新来的", "username": "newcomer", "roles": ["agent"]] }),
        KnownForm(
            name: "corrected member of staff", staff: .admin, field: "name", wrong: "", rival: ["name": "别人写的"],
            page: { Paths.member(try $0.member(.manager).id) }, typed: { _ in ["name": "我写的"] }),
    ]
}

extension TestCompany {
    /// Puts somebody on a project as its designer from the beginning of the month on.
    func assign(_ one: Staff, to project: Project.ID) async throws -> Assignment.ID {
        let store = AssignmentStore(database: database)
        let since = today.adding(days: 1 - today.day)
        let term = Assignment.Term(duty: .designer, memberID: try member(one).id, since: since, until: nil)
        _ = try await store.add(term, to: project, .random(), try stamp(.agent))
        return try #require(try await store.ofProject(project)?.people.first?.id)
    }
}
