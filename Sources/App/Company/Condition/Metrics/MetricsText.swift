/// Writes the text format of Prometheus: name, help, and values with their labels.
struct MetricsText: Sendable {
    private(set) var text = ""

    enum Kind: String, Sendable { case counter, gauge, histogram }

    /// A metric without labels; nil is left out, as zero would be a lie.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Double?) {
        guard let value else { return }
        begin(name, kind, help)
        line(name, "", value)
    }

    /// A metric with one value per label.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, by label: String, _ values: [(String, Double)]) {
        begin(name, kind, help)
        for (each, value) in values { line(name, "{\(label)=\"\(each)\"}", value) }
    }

    /// A histogram of durations in seconds.
    /// - Parameter within: for each bound in milliseconds, the count between the previous bound and it.
    mutating func addSeconds(_ name: String, _ help: String, within: [(bound: Int, count: Int)], sum: Int, count: Int) {
        begin(name, .histogram, help)
        var total = 0
        for bucket in within {
            total += bucket.count
            line(name + "_bucket", "{le=\"\(Self.written(Double(bucket.bound) / 1_000))\"}", Double(total))
        }
        line(name + "_bucket", "{le=\"+Inf\"}", Double(count))
        line(name + "_sum", "", Double(sum) / 1_000)
        line(name + "_count", "", Double(count))
    }

    private mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    private mutating func line(_ name: String, _ labels: String, _ value: Double) {
        text += "\(name)\(labels) \(Self.written(value))\n"
    }

    /// Whole numbers without a decimal point, so that byte counts are exact.
    private static func written(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }
}
