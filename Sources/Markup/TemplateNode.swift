/// A template as it was read.
indirect enum TemplateNode: Hashable {
    case markup([UInt8])
    case value(ValueName)
    /// Drawn for each row, once with a part, or once when there is something.
    case section(ValueName, [TemplateNode])
    /// Drawn when there is nothing.
    case inverted(ValueName, [TemplateNode])
    /// `{{$name}}`: a place that a child can fill.
    case block(String, [TemplateNode])
    /// `{{>name}}`
    case partial(String)
    /// `{{>*name}}`: the part that a value names.
    case dynamicPartial(ValueName)
    /// `{{<name}}`: another template, with blocks filled.
    case parent(String, blocks: [String: [TemplateNode]])
}
