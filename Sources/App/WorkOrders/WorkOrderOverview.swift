/// All data of an order's page.
struct WorkOrderOverview: Sendable {
    let order: WorkOrder
    let warranty: WarrantyStatus
    let equipment: Equipment?
    let visits: [DispatchedVisit]
    /// Its history, the latest first.
    let steps: [WorkOrderStep]
    /// The time the customer asked for when the last visit did not fix it.
    let nextWish: String?
}
