import Forms
import Foundation
import Rulebooks

/// What an agent needs before dialling: customer, people in charge, state of the project (FUP-1).
struct CallDetails: Sendable {
    let customerName: String
    let formOfAddress: String
    let isKeyCustomer: Bool
    let siteAddress: String
    let phones: [PhoneNumber]
    /// Whether the trail says already that this member saw them today (ACC-8).
    let arePhonesNoted: Bool
    let people: [(duty: String, name: String)]
    let milestones: [(kind: MilestoneKind, dates: MilestoneDates)]
    let otherFollowUps: [FollowUp]
    let attempts: [Attempt]
    /// Decisions about the follow-up, with notes for its agent.
    let steps: [FollowUpStep]
}
