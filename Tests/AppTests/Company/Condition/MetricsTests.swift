import HTTPTypes
import Testing

@testable import App

@Suite("Figures for programs that draw them are given to this machine alone (RUN-4)")
struct MetricsTests {
    private func metrics(_ company: TestCompany, from address: String = "127.0.0.1") async throws -> RawAnswer {
        try await company.browser(from: address).raw(.get, Paths.metrics)
    }

    @Test("what was answered, how the data is, what the process takes")
    func figures() async throws {
        let company = try await TestCompany()
        _ = try await company.browser().raw(.get, Paths.signIn)
        _ = try await company.browser().raw(.get, "/nowhere")
        let text = try await metrics(company).text
        #expect(text.contains("huifang_http_requests_total{status=\"2xx\"} 1\n"))
        #expect(text.contains("huifang_http_requests_total{status=\"4xx\"} 1\n"))
        #expect(text.contains("huifang_http_request_duration_seconds_bucket{le=\"+Inf\"} 2\n"))
        #expect(text.contains("huifang_http_request_duration_seconds_count 2\n"))
        #expect(text.contains("huifang_database_writable 1\n") && text.contains("huifang_clock_believed 1\n"))
        #expect(text.contains("process_open_fds ") && text.contains("huifang_disk_free_bytes "))
        #expect(!text.contains("huifang_backup_age_seconds"), "nought would say that one was just made")
    }

    @Test("each figure says what it is, once, before its values")
    func format() async throws {
        let lines = try await metrics(try await TestCompany()).text.split(separator: "\n")
        var described: [Substring] = []
        for line in lines {
            let words = line.split(separator: " ")
            if line.hasPrefix("# HELP") {
                #expect(!described.contains(words[2]))
                described.append(words[2])
            } else if !line.hasPrefix("#") {
                let name = try #require(described.last)
                #expect(words.count == 2 && line.hasPrefix(name) && Double(words[1]) != nil, "\(line)")
            }
        }
        #expect(described.count >= 10)
    }

    @Test("buckets of a histogram add up")
    func histogram() {
        let meter = RequestMeter()
        for milliseconds in [1, 5, 6, 400, 20_000] { meter.note(status: 200, milliseconds: milliseconds) }
        let counts = meter.counts
        #expect(counts.within == [2, 1, 0, 0, 0, 0, 1, 0, 0, 0] && counts.all == 5 && counts.milliseconds == 20_412)
    }

    @Test("nobody from elsewhere, and nothing that a proxy passed on")
    func strangers() async throws {
        let company = try await TestCompany()
        #expect(try await metrics(company, from: "192.0.2.9").status == 404)
        for name in ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Proto"] {
            let headers: HTTPFields = [try #require(HTTPField.Name(name)): "127.0.0.1"]
            #expect(!MetricsController.isOfThisMachine("127.0.0.1", headers), "\(name)")
        }
        #expect(MetricsController.isOfThisMachine("::1", [:]) && MetricsController.isOfThisMachine("127.9.9.9", [:]))
        #expect(!MetricsController.isOfThisMachine("::2", [:]) && !MetricsController.isOfThisMachine("-", [:]))
    }
}
