import Hummingbird

/// The texts typed into a form that was not stored, repeated on the error page so that they are not lost (UX-2).
struct TypedTexts: Sendable, Hashable {
    let texts: [String]

    /// Empty for uploads, whose body has been consumed, and for forms without typed text.
    init(of request: Request) async {
        guard request.method == .post, case .urlEncoded? = try? FormType(request.headers),
            let entered = try? await request.entered()
        else {
            texts = []
            return
        }
        texts = entered.fields.sorted { $0.key < $1.key }.filter { !Self.isHidden($0.key) }.flatMap(\.value)
            .filter(Self.isTyped)
    }

    /// Passwords and hidden fields.
    private static func isHidden(_ name: String) -> Bool {
        name == PendingFormSeal.field || SecretFields.names.contains(name)
            || ["submission", "version", "opened", "website", "asked", "visit", "return", SameOpener.field]
                .contains(name)
    }

    /// Values of options and ticks are our own words, single letters or ids; everything else was typed.
    private static func isTyped(_ value: String) -> Bool {
        let isWord = value.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        let isNumber =
            value.utf8.count < 5 && value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return !isWord && !isNumber && value.utf8.count > 1 && value.contains { !$0.isWhitespace }
    }
}
