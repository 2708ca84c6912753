import Forms
import Testing

@testable import App

@Suite("The form of a customer")
struct CustomerFormTests {
    private let staff = ["1", "2", "3"].map { Choice(value: $0, label: .name("同事\($0)")) }

    private func bind(_ changes: [String: [String]]) -> BoundForm {
        let typed = [
            "name": ["王建国"], "form-of-address": ["mr"], "phones.0.number": ["13812345678"], "grade": ["B"],
            "known-by": ["1", "3"],
        ].merging(changes) { $1 }
        return CustomerForm.form(staff: staff).bind(typed, today: CustomersCompany.today)
    }

    private func codes(_ changes: [String: [String]]) -> [String] {
        bind(changes).errors.map { "\($0.field) \($0.code)" }
    }

    @Test("what is required and nothing else makes a customer")
    func smallest() throws {
        let details = try #require(CustomerForm.details(bind(["form-of-address": []])))
        #expect(details.name == "王建国")
        #expect(details.formOfAddress == .none)
        #expect(details.phones.map(\.canonical) == ["13812345678"])
        #expect(details.knownBy == [1, 3])
        #expect(details.address.isEmpty && details.notes.isEmpty && !details.isKey && !details.agreesToSMS)
    }

    @Test("rare characters and the middle dot are kept in names", arguments: ["𠮷野家", "阿卜杜拉·买买提", "王𬭎", "👩‍👩‍👧 家"])
    func rareCharacters(name: String) throws {
        #expect(try #require(CustomerForm.details(bind(["name": [name]]))).name == name)
    }

    @Test("a name has 60 characters at most, and one at least")
    func lengthOfName() {
        #expect(codes(["name": [String(repeating: "王", count: 60)]]).isEmpty)
        #expect(codes(["name": [String(repeating: "王", count: 61)]]) == ["name too-long"])
        #expect(codes(["name": [" \u{3000}"]]) == ["name required"])
    }

    @Test("a phone typed in another spelling is normalised, and then the same number twice is an error")
    func samePhoneTwice() {
        #expect(codes(["phones.3.number": ["+86 138-1234-5678"]]) == ["phones.3.number twice"])
        #expect(codes(["phones.1.number": ["１３８ １２３４ ５６７８"]]) == ["phones.1.number twice"])
        #expect(codes(["phones.1.number": ["010-87654321"]]).isEmpty)
    }

    @Test("five phones are taken, six are too many, none are too few")
    func numberOfPhones() {
        let five = Dictionary(uniqueKeysWithValues: (1...4).map { ("phones.\($0).number", ["1391234567\($0)"]) })
        #expect(codes(five).isEmpty)
        #expect(codes(five.merging(["phones.5.number": ["13912345670"]]) { $1 }) == ["phones too-many"])
        #expect(codes(["phones.0.number": [""]]) == ["phones required"])
    }

    @Test("two or more staff must know the customer")
    func twoWhoKnow() {
        #expect(codes(["known-by": ["1"]]) == ["known-by two-or-more"])
        #expect(codes(["known-by": []]) == ["known-by required"])
        #expect(codes(["known-by": ["1", "9"]]) == ["known-by not-an-option"])
    }

    @Test("who is alone in the company registers a customer alone (ARC-1)")
    func alone() {
        let alone = CustomerForm.form(staff: [Choice(value: "1", label: .name("周敏"))])
        let typed = ["name": ["王建国"], "phones.0.number": ["13812345678"], "grade": ["B"], "form-of-address": ["mr"]]
        let known = typed.merging(["known-by": ["1"]]) { $1 }
        #expect(alone.bind(known, today: CustomersCompany.today).errors == [])
        #expect(alone.bind(typed, today: CustomersCompany.today).errors.map(\.field) == ["known-by"])
    }

    @Test("a filled form binds back to what it was filled with")
    func roundTrip() throws {
        let details = CustomerDetails(
            name: "李娜", formOfAddress: .ms,
            phones: ["13900000001", "010-87654321-12"].compactMap(PhoneNumber.init(typed:)),
            address: "上海市徐汇区", grade: .a, isKey: true, agreesToSMS: true, knownBy: [2, 3], notes: "周末才有空\n先发微信")
        let filled = CustomerForm.filled(with: details, staff: staff)
        let bound = filled.form.bind(filled.canonical, today: CustomersCompany.today)
        #expect(CustomerForm.details(bound) == details)
        #expect(bound.differences(from: filled).isEmpty)
    }

    @Test("the page that shows both versions shows numbers in full, which is written down as for any other (ACC-8)")
    func numbersOfBothVersions() async throws {
        let company = try await TestCompany()
        let id = try await company.registerCustomer(phones: ["18655500083"])
        let mine = try await company.browser(signedInAs: .agent)
        let other = try await company.browser(signedInAs: .agent2)
        let form = try await mine.get(Paths.customer(id) + "/edit").form(Paths.customer(id))
        try await other.submit(other.get(Paths.customer(id) + "/edit").form(Paths.customer(id)), ["notes": "别人的话"])
        let before = try await company.audited("customer", id).filter { $0 == "phone-shown" }.count
        let both = try await mine.submit(form, ["phones.0.number": "13911112222"])
        #expect(both.status == 409 && both.html.contains("18655500083"))
        let after = try await company.audited("customer", id).filter { $0 == "phone-shown" }.count
        #expect(after == before + 1)
    }
}
