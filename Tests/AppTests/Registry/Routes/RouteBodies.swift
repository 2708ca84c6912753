import Foundation
import Rulebooks
import Testing

@testable import App

/// For each POST the fields that its form would send, filled so that nothing but a permission can be in the way.
struct RouteBodies: Sendable {
    let company: TestCompany
    let thing: RouteThing
    let who: Staff?

    typealias Fields = [(name: String, value: String)]

    func fields(of route: String) throws -> Fields {
        switch route {
        case "POST /clock/confirmation": return [("clock", "0")]
        case "POST /sign-in": return [("username", "agent"), ("password", TestCompany.password)]
        case "POST /sign-out", "POST /sessions/ending", "POST /sessions/{id}/ending": return []
        case "POST /language": return [("language", "en"), ("return", "/today")]
        case "POST /set-up/{token}": return password + [("name", "周敏"), ("username", "zhou")]
        case "POST /password": return password + [("current", TestCompany.password)]
        case "POST /staff": return [("name", "新同事"), ("username", unused), ("roles", "agent")]
        case "POST /staff/{id}": return version + (try memberFields())
        case "POST /staff/{id}/password", "POST /staff/{id}/locking", "POST /staff/{id}/unlocking": return []
        case "POST /customers": return try customerFields()
        case "POST /customers/{id}": return version + (try customerFields())
        case "POST /customers/{id}/phones": return []
        case "POST /customers/{id}/projects": return try projectFields()
        case "POST /projects/{id}": return version + (try projectFields())
        case "POST /projects/{id}/milestones": return version + [("actual-started", "2026-11-01")]
        case "POST /projects/{id}/people": return try personFields("designer")
        case "POST /projects/{id}/people/{assignment}": return version + (try personFields("foreman"))
        case "POST /projects/{id}/equipment": return [("model", "净水器")]
        case "POST /projects/{id}/equipment/{equipment}": return version + [("model", "净水器")]
        case "POST /work-orders": return [("project", thing.id)] + workOrder
        case "POST /work-orders/{id}/phone", "POST /work-orders/{id}/approval",
            "POST /visits/{id}/appointments/notice":
            return []
        case "POST /work-orders/{id}/refusal": return [("reason", "不在保修范围")]
        case "POST /work-orders/{id}/cancellation", "POST /visits/{id}/withdrawal": return [("because", "客户取消")]
        case "POST /work-orders/{id}/visits":
            return version + appointedTime
                + [("goes", "technician"), ("technician", String(try company.member(.technician).id))]
        case "POST /visits/{id}/appointments": return version + appointedTime + [("reason", "客户要求")]
        case "POST /follow-ups/{id}/sheet", "POST /follow-ups/{id}/draft": return answers
        case "POST /follow-ups/{id}/correction": return version + answers + [("reason", "漏记了一句")]
        case "POST /follow-ups/{id}/attempts": return [("outcome", "busy")]
        case "POST /follow-ups/{id}/filing", "POST /follow-ups/{id}/reinstatement": return []
        case "POST /follow-ups/{id}/excuse": return [("reason", "客户已搬离")]
        case "POST /follow-ups/{id}/excuse-requests": return [("reason", "客户已退单")]
        case "POST /follow-ups/{id}/handover":
            return [("agent", String(try company.member(.agent2).id)), ("note", "请代为回访")]
        case "POST /excuse-requests/{id}/approval", "POST /handovers/{id}/reversal": return []
        case "POST /excuse-requests/{id}/refusal": return [("answer", "还要回访")]
        case "POST /staff/{id}/handover":
            return [("extent", "for-good"), ("to", String(try company.member(.agent2).id)), ("reason", "离职")]
        case "POST /access-requests":
            return [("record", "follow-up-\(thing.id)"), ("reason", "核对客户投诉中提到的工期"), ("hours", "4")]
        case "POST /access-requests/{id}/approval": return [("hours", "4")]
        case "POST /access-requests/{id}/refusal", "POST /access-grants/{id}/revocation": return [("reason", "理由不充分")]
        case "POST /rulebook/proposals": return [("yaml", company.app.company.rulebook.yaml + "# 新的一稿\n")]
        case "POST /rulebook/proposals/{id}/enforcement":
            return [("version", "1"), ("reason", "试行一季后调整")]
        case "POST /rulebook/versions/{id}/proposal": return []
        case "POST /issues":
            return [
                ("words", "水槽漏水"), ("category", "repair"), ("urgency", "ordinary"), ("kind", "issue"),
                ("source", "call"), ("received.date", "2026-11-23"), ("received.time", "10:00"),
                ("caller-name", "王先生"), ("caller-phone", "13812345678"),
            ]
        case "POST /issues/{id}/{step}", "POST /issues/{id}/customer", "POST /issues/{id}/phones": return []
        case "POST /enquiry", "POST /complaint":
            return [("opened", opened), ("words", "旧房翻新"), ("name", "王先生"), ("phone", "13812345678")]
        case "POST /enquiries/{id}/phone": return []
        case "POST /enquiries/{id}/steps/{step}": return [("answer-text", "已回电话")]
        case "POST /feedback/{token}":
            return [("opened", opened), ("overall", "4")]
        case "POST /feedback/{token}/additions": return [("words", "再补充一句")]
        case "POST /projects/{id}/feedback":
            return [("channel", "on-site"), ("received-on", "2026-11-23"), ("overall", "4")]
        case "POST /feedback-links", "POST /projects/{id}/feedback-links", "POST /feedback-links/{id}/revocation":
            return []
        case "POST /visits/{id}/phone", "POST /visits/{id}/acceptance", "POST /visits/{id}/arrival": return []
        case "POST /visits/{id}/report/{step}": return [("version", "0"), ("finding", "阀芯老化")]
        case "POST /visits/{id}/confirmation":
            return version + [("manner", "typed"), ("name", "王建国"), ("relation", "self")]
        case "POST /visits/{id}/filing": return version
        case "POST /visits/{id}/fees": return [("receipt", "No. 0071")]
        case "POST /visits/{id}/fees/confirmation": return [("amount", "87.50")]
        case "POST /visits/{id}/photographs": return [("moment", "before")]
        case "POST /photographs/{token}/removal", "POST /photographs/{token}/return": return []
        case "POST /calendar/{year}": return [("version", "0"), ("days-off", "1月1日至3日")]
        case "POST /calendar/{year}/withdrawal": return [("version", "0")]
        default: throw NotShown("add a case for \(route) above \(#filePath):\(#line)")
        }
    }

    private var opened: String { company.app.botTrap.opened(at: company.clock.now.addingTimeInterval(-60)) }
    private var unused: String { "u" + UUID().uuidString.prefix(12).lowercased() }
    private var version: Fields { [("version", String(thing.version))] }
    private var answers: Fields { [("overall", "4"), ("customerWords", "很满意")] }

    private var appointedTime: Fields {
        [
            ("starts.date", "2026-11-24"), ("starts.time", "14:00"), ("minutes", "60"), ("told", "yes"),
            ("despite-clash", "yes"),
        ]
    }

    private var workOrder: Fields {
        [
            ("kind", "repair"), ("department", "maintenance"), ("urgency", "ordinary"), ("source", "phone"),
            ("received.date", "2026-11-23"), ("received.time", "10:00"), ("symptom", "水槽漏水"),
            ("contact-name", "王建国"), ("contact-phone", "13812345678"), ("site-address", "幸福路8号"),
        ]
    }

    private var password: Fields {
        let new = "another horse battery"
        return [("password", new), ("repeated", new)]
    }

    /// The member as stored, so that nobody loses a role or a name.
    private func memberFields() throws -> Fields {
        let one = Staff.allCases.first { (try? company.member($0).id).map(String.init) == thing.id }
        guard let one else { return [("name", "无此人"), ("username", unused), ("roles", "agent")] }
        return [("name", one.name), ("username", one.rawValue), ("roles", one.role.rawValue)]
    }

    private func customerFields() throws -> Fields {
        [
            ("name", "李雪梅"), ("form-of-address", "ms"), ("phones.0.number", "13700001111"), ("grade", "B"),
            ("known-by", String(try company.member(.agent).id)), ("known-by", String(try company.member(.agent2).id)),
            ("same-phone", "yes"),
        ]
    }

    private func projectFields() throws -> Fields {
        [
            ("number", unused), ("kind", company.app.company.rulebook.projectKinds.first ?? ""),
            ("agent", String(try company.member(.agent).id)),
        ]
    }

    private func personFields(_ duty: String) throws -> Fields {
        [("duty", duty), ("member", String(try company.member(.technician).id)), ("since", "2026-11-23")]
    }
}
