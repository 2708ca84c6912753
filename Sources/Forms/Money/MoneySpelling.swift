/// Parses amounts as people write them: `80`, `80.5`, `¥1,280.00`, `1280元`, `８０`.
enum MoneySpelling: Hashable {
    case amount(Money)
    case negative
    /// More than two decimals: a fen is the smallest unit.
    case tooManyDecimals
    case tooLarge
    case notAnAmount

    static func read(_ typed: String) -> MoneySpelling {
        guard TypedText.isShort(typed) else { return .notAnAmount }
        let text = TypedText.halfWidth(typed).filter { !$0.isWhitespace }.uppercased()
        let unsigned = text.hasPrefix("-") ? String(text.dropFirst()) : text
        let bare = withoutCurrency(unsigned)
        // The minus sign may be before or after the currency sign.
        let digits = bare.hasPrefix("-") ? String(bare.dropFirst()) : bare
        let amount = parts(digits)
        guard unsigned != text || digits != bare else { return amount }
        let isSignedTwice = unsigned != text && digits != bare
        return amount == .notAnAmount || isSignedTwice ? .notAnAmount : .negative
    }

    private static func parts(_ text: String) -> MoneySpelling {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, parts.count <= 2, let yuan = FieldReader.withoutGroups(first),
            yuan.allSatisfy(isDigit), first.allSatisfy({ isDigit($0) || $0 == "," })
        else { return .notAnAmount }
        let decimals = parts.count == 2 ? parts[1] : "00"
        guard !decimals.isEmpty, decimals.allSatisfy(isDigit) else { return .notAnAmount }
        guard decimals.count <= 2 else { return .tooManyDecimals }
        let fen = Int(yuan + decimals + (decimals.count == 1 ? "0" : ""))
        guard let money = fen.flatMap(Money.init(fen:)) else { return .tooLarge }
        return .amount(money)
    }

    private static func withoutCurrency(_ text: String) -> String {
        var text = text
        if let mark = ["¥", "￥", "RMB", "CNY"].first(where: text.hasPrefix) { text.removeFirst(mark.count) }
        if let unit = ["元", "圆", "圓", "块", "塊"].first(where: text.hasSuffix) { text.removeLast(unit.count) }
        return text
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
