/// Why a file is rejected as a photograph; each has its own message for the user.
public enum ImageProblem: String, Error, Sendable, CaseIterable {
    /// Neither JPEG nor PNG nor WebP, whatever its name says.
    case notAPhotograph = "not-a-photograph"
    case tooManyBytes = "too-many-bytes"
    /// More than 40 megapixels, or longer than 16,384 on a side.
    case tooManyPixels = "too-many-pixels"
    /// Width or height is zero.
    case empty
    /// The file ends before its picture does.
    case truncated
    /// The file violates its format.
    case broken
    /// Animated: a signed report shows one moment, and it is unclear which one was meant.
    case animated
    /// CMYK colours, or a variant of the format that no camera writes.
    case unusual
    /// Its encoding needs the whole picture in memory, and it is too large for that.
    case tooComplex = "too-complex"
}
