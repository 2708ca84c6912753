import Testing

@testable import App

extension KnownForm {
    static let ofWorkOrders = [
        KnownForm(
            name: "new equipment", staff: .agent, field: "installed-on", wrong: "2027-01-01",
            page: { Paths.equipment(try await $0.site()) },
            typed: { _ in ["model": "净水器", "serial-number": "SN-1", "installed-on": "2026-11-01"] }),
        KnownForm(
            name: "corrected equipment", staff: .agent, field: "model",
            wrong: Typed(String(repeating: "长", count: 101)),
            rival: ["model": "别人写的"],
            page: { company in
                let project = try await company.site()
                let details = EquipmentDetails(
                    model: "空调", serialNumber: "", purchasedOn: nil, installedOn: nil, warrantyUntil: nil,
                    removedOn: nil)
                _ = try await company.equipment.add(details, to: project, .random(), try company.stamp(.agent))
                return Paths.equipmentItem(1, project: project)
            }, typed: { _ in ["model": "我写的"] }),
        KnownForm(
            name: "request for a visit", staff: .agent, field: "symptom", wrong: "",
            page: { Paths.newWorkOrder(project: try await $0.site()) },
            typed: { _ in ["symptom": "水槽漏水", "wish": "周六上午", "tools": "角阀", "urgency": "water-electricity"] }),
        KnownForm(
            name: "refusal of a work order", staff: .manager, field: "reason", wrong: "",
            page: { Paths.workOrder(try await $0.requestOrder()) }, typed: { _ in ["reason": "不在保修范围"] }),
        KnownForm(
            name: "cancellation of a work order", staff: .manager, field: "because", wrong: "",
            page: { Paths.workOrder(try await $0.approvedOrder()) }, typed: { _ in ["because": "客户取消"] }),
        KnownForm(
            name: "dispatch", staff: .manager, field: "starts.date", wrong: "2026-02-31",
            page: { Paths.visits(try await $0.approvedOrder()) },
            typed: {
                [
                    "technician": "\(try $0.member(.technician).id)", "starts.date": "2026-11-24",
                    "starts.time": "09:00", "minutes": "60", "told": "no", "note": "带梯子",
                ]
            }),
        KnownForm(
            name: "another time", staff: .manager, field: "reason", wrong: "",
            page: { Paths.appointments(try await $0.dispatch(try await $0.approvedOrder())) },
            typed: { _ in ["starts.time": "16:00", "reason": "客户要求", "told": "yes"] }),
        KnownForm(
            name: "withdrawal of a visit", staff: .manager, field: "because", wrong: "",
            page: { Paths.appointments(try await $0.dispatch(try await $0.approvedOrder())) },
            typed: { _ in ["because": "临时请假"] }),
    ]
}
