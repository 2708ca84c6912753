@testable import App

extension FormSubmissions {
    static let workOrders: [Deed] = [
        Deed(
            name: "add equipment", who: .agent, page: { Paths.equipment($0.project) },
            action: { Paths.equipment($0.project) },
            typed: { _ in ["model": "净水器", "installed-on": "2026-11-01"] }),
        Deed(
            name: "ask for a visit", who: .agent, page: { Paths.newWorkOrder(project: $0.project) },
            action: { _ in Paths.workOrders }, typed: { _ in ["symptom": "水槽漏水", "site-address": "幸福路8号"] }),
        Deed(
            name: "show a contact's phone", who: .agent, page: { Paths.workOrder($0.requested) },
            action: { Paths.workOrderPhone($0.requested) }, hasSubmission: false),
        Deed(
            name: "approve a work order", who: .manager, page: { Paths.workOrder($0.requested) },
            action: { Paths.workOrderApproval($0.requested) }),
        Deed(
            name: "refuse a work order", who: .manager, page: { Paths.workOrder($0.requested) },
            action: { Paths.workOrderRefusal($0.requested) }, typed: { _ in ["reason": "不在保修范围"] }),
        Deed(
            name: "cancel a work order", who: .manager, page: { Paths.workOrder($0.approved) },
            action: { Paths.workOrderCancellation($0.approved) }, typed: { _ in ["because": "客户取消"] }),
        Deed(
            name: "dispatch somebody", who: .manager, page: { Paths.visits($0.approved) },
            action: { Paths.visits($0.approved) },
            typed: {
                [
                    "technician": Typed(String($0.id(.technician))), "starts.time": "20:00", "minutes": "60",
                    "told": "yes",
                ]
            }),
        Deed(
            name: "agree on another time", who: .manager, page: { Paths.appointments($0.visit) },
            action: { Paths.appointments($0.visit) },
            typed: { _ in ["starts.time": "17:00", "reason": "客户要求", "told": "yes"] }),
        Deed(
            name: "note that a customer was told", who: .agent, page: { Paths.workOrder($0.sent) },
            action: { Paths.appointmentNotice($0.visit) }),
        Deed(
            name: "withdraw a visit", who: .manager, page: { Paths.appointments($0.visit) },
            action: { Paths.visitWithdrawal($0.visit) }, typed: { _ in ["because": "临时请假"] }),
    ]
}
