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
        name.hasPrefix("pending.") || name.contains("password")
            || ["submission", "version", "opened", "current", "website", "asked", "visit", "return", SameOpener.field]
                .contains(name)
    }

    /// The value of an option or a tick is a word of ours: small letters, digits and dashes.
    private static func isTyped(_ value: String) -> Bool {
        let isOption =
            value.utf8.count <= 40
            && value.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
        return !isOption && value.contains { !$0.isWhitespace }
    }
}
