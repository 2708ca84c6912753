import Foundation
import Testing

@testable import App

@Suite("The set-up link")
struct SetUpLinkTests {
    private let base = URL(string: "https://huifang.example:8443")

    @Test("it works until the first administrator is there, then only answers what was sent before")
    func onlyOnce() throws {
        let link = SetUpLink(isNeeded: true, base: try #require(base))
        let url = try #require(link.currentURL)
        #expect(url.absoluteString.hasPrefix("https://huifang.example:8443/set-up/"))
        let token = url.lastPathComponent
        #expect(link.isOpen(token) && link.wasOpen(token))
        #expect(!link.isOpen(token + "x") && !link.isOpen(""))
        link.spend()
        #expect(link.currentURL == nil && !link.isOpen(token) && link.wasOpen(token))
        #expect(!link.wasOpen("another"))
    }

    @Test("with an administrator there is no link")
    func notNeeded() throws {
        let link = SetUpLink(isNeeded: false, base: try #require(base))
        #expect(link.currentURL == nil)
        #expect(!link.isOpen("") && !link.wasOpen(""))
    }
}
