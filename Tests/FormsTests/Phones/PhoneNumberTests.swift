import Forms
import Randomness
import Testing

@Suite("A telephone number")
struct PhoneNumberTests {
    @Test(
        "a mobile number is read in all its spellings",
        arguments: [
            "13812345678", "138 1234 5678", "138-1234-5678", "+8613812345678", "+86 138 1234 5678", "0086 13812345678",
            "8613812345678", "86-13812345678", "(+86)13812345678", "（+86）138-1234-5678", "１３８１２３４５６７８",
            "＋８６ １３８１２３４５６７８",
            " 13812345678　", "138–1234–5678", "013812345678", "138.1234.5678", "\u{202D}13812345678\u{202C}",
            "+86-138-1234-5678",
        ])
    func mobile(typed: String) {
        #expect(PhoneNumber(typed: typed)?.canonical == "13812345678")
    }

    @Test(
        "landlines, company lines, service numbers and extensions are read",
        arguments: [
            ("010-87654321", "010-87654321"), ("01087654321", "010-87654321"), ("(010)87654321", "010-87654321"),
            ("（010）8765-4321", "010-87654321"), ("010 8765 4321", "010-87654321"), ("+86 10 8765 4321", "010-87654321"),
            ("+86 (0)10 8765 4321", "010-87654321"), ("0086-755-88881234", "0755-88881234"),
            ("０１０－８７６５４３２１", "010-87654321"),
            ("0755-1234567", "0755-1234567"), ("07551234567", "0755-1234567"), ("021/62751234", "021-62751234"),
            ("0755 8888 1234", "0755-88881234"),
            ("010-87654321-123", "010-87654321-123"), ("01087654321-123", "010-87654321-123"),
            ("010-87654321转123", "010-87654321-123"),
            ("010-87654321 轉 123", "010-87654321-123"), ("010-87654321转分机123", "010-87654321-123"),
            ("010-8765-4321 ext. 123", "010-87654321-123"),
            ("010-87654321x123", "010-87654321-123"), ("010-87654321#123", "010-87654321-123"),
            ("(010)87654321(转123)", "010-87654321-123"),
            ("010-87654321转：8", "010-87654321-8"), ("0755-1234567-8", "0755-1234567-8"),
            ("+86 10 87654321 转 8", "010-87654321-8"),
            ("400-812-3456", "400-812-3456"), ("4008123456", "400-812-3456"), ("400 8123 456", "400-812-3456"),
            ("800-8123456", "800-812-3456"),
            ("400-812-3456转1", "400-812-3456-1"), ("400-812-3456-1", "400-812-3456-1"),
            ("95588", "95588"), ("10086", "10086"), ("+86-95588", "95588"), ("12345", "12345"), ("961234", "961234"),
        ])
    func others(typed: String, canonical: String) {
        #expect(PhoneNumber(typed: typed)?.canonical == canonical)
    }

    @Test(
        "what is not one whole number is refused",
        arguments: [
            "", "-", "+", "+86", "0086", "1381234567", "138123456789", "12812345678", "138123", "87654321",
            "010-123456", "0755-123456789",
            "13812345678 13912345678", "13812345678转1", "95588-1", "张三13812345678", "13812345678张", "１３８",
            "010-87654321-1234567",
            "010-87654321转", "010-87654321转123转4", "010-87654321转abc", "٠١٠٨٧٦٥٤٣٢١", "++8613812345678", "138+12345678",
            "+1 2025550123",
            "0000000000", "013-12345678", "999999999999999999999999999999999999999999999999999999999999999",
            "²³⁸¹²³⁴⁵⁶⁷⁸",
        ])
    func refused(typed: String) {
        #expect(PhoneNumber(typed: typed) == nil)
    }

    @Test(
        "those who need not know a number see its ends only",
        arguments: [
            ("13812345678", "138****5678"), ("010-87654321", "010-****4321"), ("0755-1234567", "0755-****4567"),
            ("010-87654321-123", "010-****4321"), ("400-812-3456", "400-****3456"), ("400-812-3456-1", "400-****3456"),
            ("95588", "95588"),
        ])
    func masked(canonical: String, masked: String) throws {
        #expect(try #require(PhoneNumber(canonical: canonical)).masked == masked)
    }

    @Test(
        "the stored spelling alone is taken back from storage",
        arguments: ["010 87654321", "01087654321", "+8613812345678", ""])
    func stored(text: String) {
        #expect(PhoneNumber(canonical: text) == nil)
    }

    @Test("a number is searched by its digits")
    func search() throws {
        #expect(try #require(PhoneNumber(typed: "(010)8765 4321")).searchDigits == "01087654321")
    }

    @Test("whatever is read from random digits and signs is its own stored spelling")
    func property() {
        var random = RandomSource(seed: 3)
        let signs = Array("0123456789012345678901234567890010 13-()+/.转x#")
        for _ in 0..<20_000 {
            let typed = String((0..<(4 + random.below(16))).map { _ in signs[random.below(signs.count)] })
            guard let phone = PhoneNumber(typed: typed) else { continue }
            #expect(PhoneNumber(canonical: phone.canonical) == phone, "\(typed)")
            #expect(!phone.masked.isEmpty)
        }
    }
}
