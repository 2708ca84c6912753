import Forms
import Foundation

/// A person or firm that the company works for (ARC-1).
struct Customer: Sendable, Identifiable, Hashable {
    let id: ID<Customer>
    let details: CustomerDetails
    /// The staff who know the customer, by name.
    let knownBy: [Member]
    let registeredAt: Date
    let registeredBy: String
    let version: Int
}

/// Input of a customer.
struct CustomerDetails: Sendable, Hashable {
    let name: String
    let formOfAddress: FormOfAddress
    /// At least one, without duplicates, the preferred one first.
    let phones: [PhoneNumber]
    let address: String
    let grade: Grade
    let isKey: Bool
    let agreesToSMS: Bool
    /// Ids of the staff who know the customer.
    let knownBy: Set<Member.ID>
    let notes: String
}

/// Form of address.
enum FormOfAddress: String, Sendable, CaseIterable {
    case mr, ms, none

    /// The name with the form of address: 王建国 先生.
    func words(for name: String, _ words: Words) -> String {
        switch self {
        case .mr, .ms: words("customers.addressed.\(rawValue)", ["name": name])
        case .none: name
        }
    }
}

/// Customer grade: how much care the company takes.
enum Grade: String, Sendable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
}

/// Id and name of a customer, for links.
struct CustomerName: Sendable, Identifiable, Hashable {
    let id: Customer.ID
    let name: String
    let formOfAddress: FormOfAddress
}

/// Duplicate phone: other customers have a number that is being entered; asked about, since two people may share one.
struct SamePhone: Error {
    let others: [CustomerName]
}

extension [PhoneNumber] {
    /// The masked numbers on one line, for those who need not know them (ACC-8).
    var masked: String { map(\.masked).joined(separator: "、") }
    var inFull: String { map(\.canonical).joined(separator: "、") }
}
