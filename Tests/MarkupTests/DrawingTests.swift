import Markup
import Testing

/// What a template draws of a page.
struct DrawingTests {
    @Test("nothing is drawn for what is nothing: none, an empty text, a flag that is not set, no rows")
    func nothing() throws {
        for value: PageValue in [.none, "", false, .list([])] {
            #expect(try drawn("{{#a}}some{{/a}}{{^a}}none{{/a}}", ["a": value]) == "none")
        }
        for value: PageValue in [0, "0", true, .list([[:]]), .page([:])] {
            #expect(try drawn("{{#a}}some{{/a}}{{^a}}none{{/a}}", ["a": value]) == "some")
        }
        #expect(try drawn("[{{a}}{{b}}]", ["a": .none, "b": ""]) == "[]")
    }

    @Test("a section is drawn for each row, with the part, or with the value itself")
    func sections() throws {
        #expect(try drawn("{{#rows}}{{n}},{{/rows}}", ["rows": .list([["n": 1], ["n": 2]])]) == "1,2,")
        #expect(try drawn("{{#part}}{{n}}{{/part}}", ["part": .page(["n": "x"])]) == "x")
        #expect(try drawn("{{#name}}<{{.}}> {{place}}{{/name}}", ["name": "Li", "place": "here"]) == "<Li> here")
        #expect(try drawn("{{#count}}{{.}}{{/count}}", ["count": 7]) == "7")
        #expect(try drawn("{{part.inner.n}}", ["part": .page(["inner": .page(["n": 3])])]) == "3")
        #expect(try drawn("{{part.n}}", ["part": .none]) == "")
    }

    @Test("what nothing answers is an error, also where the page around a row has one of that name")
    func misses() throws {
        #expect(throws: DrawingProblem.noValue("name")) { try drawn("{{name}}") }
        #expect(throws: DrawingProblem.noValue("name")) {
            try drawn("{{#rows}}{{name}}{{/rows}}", ["name": "page", "rows": .list([[:]])])
        }
        #expect(throws: DrawingProblem.noValue("part.n")) { try drawn("{{part.n}}", ["part": .page([:])]) }
        #expect(throws: DrawingProblem.noValue("layout.lang")) { try drawn("{{layout.lang}}") }
        #expect(throws: DrawingProblem.noTemplate("other")) { try drawn("{{>*a}}", ["a": "other"]) }
    }

    @Test("the layout and the words are there everywhere")
    func outside() throws {
        let html = try drawn(
            "{{#rows}}{{t.form.cancel}} {{layout.lang}}{{/rows}}", ["rows": .list([[:]])], layout: ["lang": "en"],
            words: ["form.cancel": "Don't"])
        #expect(html == "Don&#39;t en")
    }

    @Test("a child fills the blocks of its parent, and what it leaves out stays as the parent has it")
    func parents() throws {
        let beside = [
            "layout": "<{{$title}}none{{/title}}|{{$body}}{{/body}}>",
            "section": "{{<layout}}{{$title}}section{{/title}}{{$body}}({{$inner}}{{/inner}}){{/body}}{{/layout}}",
        ]
        #expect(try drawn("{{<layout}}{{$body}}{{a}}{{/body}}{{/layout}}", ["a": 1], beside: beside) == "<none|1>")
        let child = "{{<section}}{{$title}}mine{{/title}}{{$inner}}{{a}}{{/inner}}{{/section}}"
        #expect(try drawn(child, ["a": 1], beside: beside) == "<mine|(1)>")
    }

    @Test("parts that name each other without end are refused, and deep ones are not")
    func endless() throws {
        #expect(throws: DrawingProblem.endless("page")) { try drawn("{{>*a}}", ["a": "page"]) }
        var rows: PageValue = .list([])
        for _ in 0..<60 { rows = .list([["rows": rows, "part": "deep"]]) }
        let html = try drawn("{{>deep}}", ["rows": rows], beside: ["deep": ".{{#rows}}{{>*part}}{{/rows}}"])
        #expect(html.count == 61)
    }

    @Test("ten million letters are drawn as they are")
    func large() throws {
        let text = String(repeating: "<客>", count: 2_000_000)
        #expect(try drawn("{{a}}", ["a": .text(text)]).utf8.count == 2_000_000 * 11)
    }
}
