import Foundation
import Testing

@testable import App

@Suite("What is said about the settings at start")
struct SettingsTests {
    private func settings(_ base: String, trusting proxies: [String] = [], header: String = "X-Forwarded-For")
        -> Settings
    {
        Settings(
            data: DataFolder("/nowhere"), baseURL: URL(string: base), trustedProxies: proxies, proxyHeader: header)
    }

    @Test("https without a trusted proxy is warned about, and a trusted proxy without https too")
    func warnings() {
        #expect(settings("https://care.example").proxyWarning?.contains("--trusted-proxy") == true)
        #expect(settings("http://127.0.0.1:8080", trusting: ["127.0.0.1"]).proxyWarning?.contains("--base-url") == true)
        #expect(settings("https://care.example", trusting: ["127.0.0.1"]).proxyWarning == nil)
        #expect(settings("http://127.0.0.1:8080").proxyWarning == nil)
    }

    @Test("what is no proxy and no header is named")
    func problems() {
        #expect(settings("https://a", trusting: ["proxy.local"]).proxyProblem?.contains("proxy.local") == true)
        #expect(settings("https://a", header: "a b").proxyProblem?.contains("a b") == true)
        #expect(settings("https://a", trusting: ["10.0.0.0/8"], header: "Forwarded").proxyProblem == nil)
    }
}
