import Hummingbird

/// The words that somebody typed into a form which was not stored, to be shown on the page that says why (UX-2).
struct TypedTexts: Sendable, Hashable {
    let texts: [String]

    /// - Returns: nothing for uploads, whose body has been read, and for forms in which nobody types.
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

    /// Passwords, and what no person sees.
    private static func isHidden(_ name: String) -> Bool {
        name == PendingFormSeal.field || SecretFields.names.contains(name)
            || ["submission", "version", "opened", "website", "asked", "visit", "return", SameOpener.field]
                .contains(name)
    }

    /// The value of an option or a tick is a word of ours, a letter, or a number of ours; all else somebody typed.
    private static func isTyped(_ value: String) -> Bool {
        let isWord = value.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        let isNumber =
            value.utf8.count < 5 && value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return !isWord && !isNumber && value.utf8.count > 1 && value.contains { !$0.isWhitespace }
    }
}
