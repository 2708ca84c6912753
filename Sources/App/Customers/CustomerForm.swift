import Forms

/// The form to register or correct a customer (ARC-1).
enum CustomerForm {
    static let name = Field.text("name", maximum: 60, required: true, autocomplete: "off")
    static let formOfAddress = Field.choice("form-of-address", FormOfAddress.allCases.map { Choice($0.rawValue) })
    static let number = Field.phone("number", required: true, autocomplete: "off")
    static let phones = Field.rows("phones", columns: [number], atMost: 5, required: true, hint: true)
    static let address = Field.text("address", maximum: 200, autocomplete: "off")
    static let grade = Field.choice("grade", Grade.allCases.map { Choice($0.rawValue) }, required: true)
    static let isKey = Field.flag("key")
    static let agreesToSMS = Field.flag("sms", hint: true)
    static let knownBy = Field.choices("known-by", required: true, hint: true)
    static let notes = Field.textArea("notes", maximum: 2_000, hint: true)
    /// So that one can step in for the other.
    static let enoughWhoKnow = 2
    /// Confirms that another customer has the same phone.
    static let samePhone = Field.flag("same-phone")

    /// - Parameter asksAboutPhone: whether to offer the confirmation of a duplicate phone.
    static func form(staff: [Choice], asksAboutPhone: Bool = false) -> Form {
        let fields: [any FormField] = [
            name, formOfAddress, phones, address, grade, isKey, agreesToSMS, knownBy, notes,
        ]
        return Form(
            "customer", asksAboutPhone ? [samePhone] + fields : fields, rules: [eachPhoneOnce, twoWhoKnow]
        ).offering(staff, for: "known-by")
    }

    /// The form for a new customer.
    /// - Parameter member: who registers them, preselected as knowing them.
    /// - Parameter prefill: what is known already.
    static func new(staff: [Choice], by member: Member.ID, from prefill: CustomerPrefill? = nil) -> BoundForm {
        var values: [String: FieldValue] = [
            "form-of-address": .choice((prefill?.formOfAddress ?? .none).rawValue),
            "grade": .choice(Grade.b.rawValue), "known-by": .choices([String(member)]),
        ]
        if let prefill {
            if !prefill.name.isEmpty { values["name"] = .text(prefill.name) }
            if !prefill.address.isEmpty { values["address"] = .text(prefill.address) }
            if let phone = prefill.phone { values["phones"] = .rows([["number": .phone(phone)]]) }
        }
        return form(staff: staff).filled(values)
    }

    static func filled(with details: CustomerDetails, staff: [Choice]) -> BoundForm {
        // In the order of the options, as binding has them, so that two versions compare equal.
        let knownBy = staff.map(\.value).filter { Member.ID($0).map(details.knownBy.contains) ?? false }
        return form(staff: staff).filled(
            [
                "name": .text(details.name), "form-of-address": .choice(details.formOfAddress.rawValue),
                "phones": .rows(details.phones.map { ["number": .phone($0)] }), "address": .text(details.address),
                "grade": .choice(details.grade.rawValue), "key": .flag(details.isKey),
                "sms": .flag(details.agreesToSMS),
                "known-by": .choices(knownBy), "notes": .text(details.notes),
            ].filter { !$0.value.isEmptyText })
    }

    /// The form again, asking to confirm a duplicate phone.
    static func asking(_ bound: BoundForm, today: Day) -> BoundForm {
        form(staff: bound.form["known-by"]?.kind.choices ?? [], asksAboutPhone: true)
            .bind(bound.entered, today: today)
            .adding(FieldError(field: "same-phone", code: "other-customer"))
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func details(_ bound: BoundForm) -> CustomerDetails? {
        guard bound.isValid, let name = bound[name], let phones = bound[phones]?.compactMap({ $0[number] }),
            !phones.isEmpty, let grade = bound[grade].flatMap(Grade.init(rawValue:)), let knownBy = bound[knownBy]
        else { return nil }
        return CustomerDetails(
            name: name, formOfAddress: bound[formOfAddress].flatMap(FormOfAddress.init(rawValue:)) ?? .none,
            phones: phones, address: bound[address] ?? "", grade: grade, isKey: bound[isKey] ?? false,
            agreesToSMS: bound[agreesToSMS] ?? false, knownBy: Set(knownBy.compactMap { ID($0) }),
            notes: bound[notes] ?? "")
    }

    private static let eachPhoneOnce = FormRule("each-phone-once") { bound in
        var seen: Set<PhoneNumber> = []
        return bound.rowIndices("phones").compactMap { index in
            let cell = "phones.\(index).number"
            guard let phone = PhoneNumber(typed: bound.typed(cell)), !seen.insert(phone).inserted else { return nil }
            return FieldError(field: cell, code: "twice")
        }
    }

    /// A company that has only one member cannot name two; the customer's card reminds of the other one.
    private static let twoWhoKnow = FormRule("two-who-know") { bound in
        let offered = bound.form["known-by"]?.kind.choices.count ?? 0
        guard let chosen = bound[knownBy], chosen.count < min(enoughWhoKnow, offered) else { return [] }
        return [FieldError(field: "known-by", code: "two-or-more")]
    }
}

extension FieldValue {
    /// An empty text is not a form value, so that it compares equal to a field left empty.
    var isEmptyText: Bool { self == .text("") }
}
