import Forms
import Foundation

/// A person or firm that the company works for (ARC-1).
struct Customer: Sendable, Identifiable, Hashable {
    let id: ID<Customer>
    let details: CustomerDetails
    /// The staff who know the customer, in the order of their names.
    let knownBy: [Member]
    let registeredAt: Date
    let registeredBy: String
    let version: Int
}

/// What people enter about a customer.
struct CustomerDetails: Sendable, Hashable {
    let name: String
    let formOfAddress: FormOfAddress
    /// At least one, each once, the first one to be called first.
    let phones: [PhoneNumber]
    let address: String
    let grade: Grade
    let isKey: Bool
    let agreesToSMS: Bool
    /// Ids of the staff who know the customer.
    let knownBy: Set<Member.ID>
    let notes: String
}

/// How a customer is spoken to.
enum FormOfAddress: String, Sendable, CaseIterable {
    case mr, ms, none

    /// The name with its form of address: 王建国 先生.
    func words(for name: String, _ words: Words) -> String {
        switch self {
        case .mr, .ms: words("customers.addressed.\(rawValue)", ["name": name])
        case .none: name
        }
    }
}

/// How much care the company gives a customer.
enum Grade: String, Sendable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
}

/// What it takes to name a customer and to link to it.
struct CustomerName: Sendable, Identifiable, Hashable {
    let id: Customer.ID
    let name: String
    let formOfAddress: FormOfAddress
}

/// Others have a phone that somebody is about to enter; that is asked about, since two people may share one.
struct SamePhone: Error {
    let others: [CustomerName]
}

extension [PhoneNumber] {
    /// The numbers in one line, as those see them who need not know them (ACC-8).
    var masked: String { map(\.masked).joined(separator: "、") }
    var inFull: String { map(\.canonical).joined(separator: "、") }
}
