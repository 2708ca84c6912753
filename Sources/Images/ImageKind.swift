/// File type by content (magic bytes); file name and claimed media type prove nothing.
enum ImageKind: Sendable {
    case jpeg, png, webp

    init?(_ bytes: FileBytes) {
        if bytes.all.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.all.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
            self = .webp
        } else {
            return nil
        }
    }
}
