import Forms
import Foundation
import Rulebooks

/// What an agent may know before dialling: whom to call, who is on the job, where the project stands (FUP-1).
struct CallDetails: Sendable {
    let customerName: String
    let formOfAddress: String
    let isKeyCustomer: Bool
    let siteAddress: String
    let phones: [PhoneNumber]
    let people: [(duty: String, name: String)]
    let milestones: [(kind: MilestoneKind, dates: MilestoneDates)]
    let otherFollowUps: [FollowUp]
    let attempts: [Attempt]
    /// What was decided about the call, with the words for whoever makes it.
    let steps: [FollowUpStep]
}
