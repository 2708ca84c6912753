/// Why a file is not taken as a photograph; each has its own sentence for whoever sent it.
public enum ImageProblem: String, Error, Sendable, CaseIterable {
    /// It is neither JPEG nor PNG nor WebP, whatever its name says.
    case notAPhotograph = "not-a-photograph"
    case tooManyBytes = "too-many-bytes"
    /// More than 40 megapixels, or longer than 16,384 on a side.
    case tooManyPixels = "too-many-pixels"
    /// It says itself that it is nothing wide, or nothing high.
    case empty
    /// It ends before its picture does.
    case truncated
    /// It does not keep to the rules of its format.
    case broken
    /// It moves: a signed report shows one moment, and nobody can say which of them was meant.
    case animated
    /// Colours for the printing press, or a variety of the format that no camera writes.
    case unusual
    /// Stored in a way for which all of it has to be in memory at once, and too large for that.
    case tooComplex = "too-complex"
}
