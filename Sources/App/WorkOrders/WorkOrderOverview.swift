/// All that the page of an order shows.
struct WorkOrderOverview: Sendable {
    let order: WorkOrder
    let warranty: WarrantyStatus
    let equipment: Equipment?
    let visits: [DispatchedVisit]
    /// What happened to it, the latest first.
    let steps: [WorkOrderStep]
    /// What the customer wished for when the last visit did not fix it.
    let nextWish: String?
}
