import Forms

/// Prefilled values of a new customer from an enquiry or an issue (WEB-2, ISS-1).
struct CustomerPrefill: Sendable {
    let origin: Origin
    let name: String
    let formOfAddress: FormOfAddress
    let phone: PhoneNumber?
    let address: String

    /// The enquiry or issue, which is linked to the customer after the registration.
    enum Origin: Sendable, Hashable {
        case enquiry(Enquiry.ID)
        case issue(CustomerIssue.ID)

        /// The query item that names it.
        var item: (name: String, value: String) {
            switch self {
            case .enquiry(let id): ("enquiry", String(id))
            case .issue(let id): ("issue", String(id))
            }
        }
    }

    init(_ enquiry: Enquiry) {
        self.init(.enquiry(enquiry.id), called: enquiry.name, enquiry.phone, enquiry.address)
    }

    init(_ issue: CustomerIssue) { self.init(.issue(issue.id), called: issue.callerName, issue.callerPhone, "") }

    private init(_ origin: Origin, called name: String, _ phone: String, _ address: String) {
        self.origin = origin
        (self.name, formOfAddress) = Self.parts(of: name)
        self.phone = PhoneNumber(stored: phone)
        self.address = address
    }

    /// Splits a signature: 沈女士 is 沈, addressed as 女士.
    private static func parts(of name: String) -> (String, FormOfAddress) {
        let titles: [(String, FormOfAddress)] = [("先生", .mr), ("女士", .ms), ("小姐", .ms)]
        for (title, form) in titles where name.hasSuffix(title) && name.count > title.count {
            return (String(name.dropLast(title.count)), form)
        }
        return (name, .none)
    }
}
