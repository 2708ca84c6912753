/// What people write beside a number and what says nothing more than that it is one.
enum PhoneRemarks {
    /// The text without them; in lower case and without blanks, as everything that is compared here.
    static func dropped(from text: String) -> String {
        var rest = Substring(text)
        if let label = labels.first(where: rest.hasPrefix) {
            rest = rest.dropFirst(label.count).drop { $0 == ":" }
        }
        if let remark = remarks.first(where: rest.hasSuffix) { rest = rest.dropLast(remark.count) }
        return String(rest)
    }

    // The longest first, as one may begin another.
    private static let labels = [
        "联系电话", "聯繫電話", "联系方式", "聯繫方式", "手机号码", "手機號碼", "电话号码", "電話號碼", "手机号", "手機號", "telephone", "手机", "手機",
        "电话", "電話", "mobile", "phone", "cell", "tel",
    ]

    private static let remarks: [String] = {
        let plain = [
            "微信同号", "微信同號", "同微信号", "同微信號", "同微信", "微信也是", "微信同步", "vx同号", "v信同号", "手机", "手機", "本人", "wechat",
        ]
        return plain.map { "(\($0))" } + plain
    }()
}
