import Markup
import Testing

/// What cannot be drawn is found when templates are loaded, and told with template and line.
struct ProblemTests {
    private func problem(_ template: String, beside: [String: String] = [:]) -> TemplateProblem.Kind? {
        do {
            _ = try drawn(template, beside: beside)
            return nil
        } catch {
            return (error as? TemplateProblem)?.kind
        }
    }

    @Test("sections, blocks, parents and tags without an end, and ends without a beginning")
    func ends() {
        #expect(problem("a\n{{#b}}") == .unclosed("b", line: 2))
        #expect(problem("{{#b}}{{^c}}\n{{/b}}{{/c}}") == .unclosed("c", line: 1))
        #expect(problem("{{<layout}}", beside: ["layout": ""]) == .unclosed("layout", line: 1))
        #expect(problem("a\n\n{{/b}}") == .unopened("b", line: 3))
        #expect(problem("{{b\n}}") == .unfinishedTag(line: 1))
        #expect(problem("{{") == .unfinishedTag(line: 1))
    }

    @Test(
        "names that are none",
        arguments: ["", " ", "a b", "a..b", ".a", "a.", "客户", "t", "t.", "layout", "a(b)", "*a"])
    func names(_ name: String) {
        let found = problem("{{\(name)}}")
        if case .badName(name, line: 1)? = found { return }
        // Words alone, and the layout alone, are no values of a page either.
        #expect(["t", "layout"].contains(name) && found == nil)
    }

    @Test("words that a language does not have, and sections of words")
    func words() {
        #expect(problem("{{t.form.cancel}}") == .noWords(key: "form.cancel", language: "en"))
        #expect(problem("{{#t.a}}{{/t.a}}") == .badName("t.a", line: 1))
    }

    @Test("templates that are not there, and those that are part of themselves")
    func parts() {
        #expect(problem("{{>other}}") == .noTemplate("other"))
        #expect(problem("{{<other}}{{/other}}") == .noTemplate("other"))
        #expect(problem("{{>page}}") == .circle(["page"]))
        #expect(problem("{{>a}}", beside: ["a": "{{>b}}", "b": "{{>a}}"]) == .circle(["a", "b"]))
    }

    @Test(
        "what is not escaped, other delimiters and pragmas", arguments: ["{{{a}}}", "{{&a}}", "{{=<% %>=}}", "{{%A}}"])
    func forbidden(_ template: String) {
        guard case .forbidden(_, line: 1)? = problem(template) else {
            Issue.record("\(template) was taken")
            return
        }
    }

    @Test("an indented part, and text between blocks")
    func layout() {
        #expect(problem("a\n  {{>b}}\n", beside: ["b": ""]) == .indented("b", line: 2))
        #expect(problem("{{<b}}x{{/b}}", beside: ["b": ""]) == .outsideBlocks("x", line: 1))
        #expect(problem("{{<b}}{{x}}{{/b}}", beside: ["b": ""]) == .outsideBlocks("a tag", line: 1))
    }
}
