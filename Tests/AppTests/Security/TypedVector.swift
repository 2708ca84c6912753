import Forms

/// A vector on its way through a form.
enum TypedVector {
    /// As it is kept, whether in one line or in several: nothing else than trimming and dropping invisible controls.
    static func stored(_ vector: String) -> String { TypedText.oneLine(vector) }

    /// Harmless text that is as long as a vector to those who count, and as little a number, a day or an option.
    static func twin(of vector: String) -> String {
        String(repeating: "龘", count: TypedText.length(TypedText.oneLine(vector)))
    }
}
