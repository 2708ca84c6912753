"""What people, scripts and attackers type where something else was expected."""

NUMBERS = [
    "0", "-1", "-0", "+1", "01", "1.5", "1e9", "1_000", "0x10", "２", "٣", "³", "½", "2147483648", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "18446744073709551616", "9" * 17, "9" * 18, "9" * 400, "NaN", "inf",
]

DATES = [
    "1900-01-01", "2999-12-31", "2026-02-31", "2027-02-29", "0000-00-00", "9999-12-31", "99999-01-01", "-2026-01-01",
    "2026-13-01", "2026-1-1", "2026/11/22", "20261122", "２０２６－１１－２２", "2026年11月22日", "2月31日", "明天", "今天下午",
    "13-13", "1-0", "0000-01-01", "10000-01-01", "2026-11-22T10:00:00Z", "2026-W47", "1969-12-31", "292277026596-12-04",
]

TIMES = ["24:00", "25:61", "-1:00", "9点半", "下午3点", "0930", "99:99", "1:2:3", "上午十点", "12时60分", "23:59:60", "९:३०"]

PHONES = [
    "１３８１２３４５６７８", "+86 138 1234 5678", "0086-13812345678", "13812345678" * 50, "1" * 11, "010-8765 4321",
    "400 812 3456", "95588", "+", "-", "tel:13812345678", "138123456789", "(010)87654321-123456789", "+1 555 0100",
]

TEXTS = [
    "", " ", "\u3000", "\u200b", "\u00a0\u2003", "0", "null", "undefined", "[]", "{}", "true", "on", "not-asked",
    "𠮷野家·张", "👩‍👩‍👧‍👦" * 30, "e\u0301" * 40, "\u0301" * 2_000, "a" + "\u0300" * 5_000, "\u0600<b>", '"\u0301><i>',
    "\u202eabc\u202c", "\u2066x\u2069", "\ufeff名", "\x00", "a\x00b", "\x1b[31m", "\r\nSet-Cookie: a=b", "\u2028\u2029",
    "<script>alert(1)</script>", "{{#t}}{{/t}}", "{{{name}}}", "{{=<% %>=}}", "%{x}", "' OR 1=1 --", "\"; DROP TABLE x",
    '" NEAR("', "*", "name:*", "AND OR NOT", "(", "^", "%", "_", "\\", "王" * 61, "字" * 10_000, "x" * 120_000,
    "../../etc/passwd", "//evil.example", "https://evil.example/", "javascript:alert(1)", "\ud7ff", "\uffff",
    "\U0010ffff",
    "\U000e0041", "🇨🇳" * 100, "ﷺ" * 200, "İ" * 100, "ß" * 100, "各", "㍿" * 50, "ǆ", "ﬃ", "A\u030a", "\u1100\u1161\u11a8",
]

CHOICES = ["yes", "no", "A", "B", "mr", "ms", "administrator", "typed", "hour", "call-later", "no-answer", "5", "24"]

VALUES = NUMBERS + DATES + TIMES + PHONES + TEXTS + CHOICES

NAMES = [
    "phones.0.number", "phones.99999.number", "phones.-1.number", "phones.9223372036854775808.number", "phones..number",
    "phones.0", "phones", "phones.0.number.0", "phones[0][number]", "phones.٣.number", "phones.01.number",
    "callback.date",
    "callback.time", "callback", "submission", "version", "add-row", "same-phone", "known-by", "q.", "q..remark",
    "overall",
    "customerWords", "pending", "then", "return", "language", "reason", "hours", "roles", "", ".",
    "..",
    "a" * 200, "a" * 201, "名", "\x00", "__proto__", "a[b][c]", "x" * 3_000,
]

QUERY_NAMES = [
    "q", "page", "state", "agent", "from", "until", "grade", "key", "then", "follow-up", "project", "member", "action",
    "before", "role", "status", "return",
]

#: What belongs into a path where an id is expected.
IDS = NUMBERS + [
    "", ".", "..", "%2e%2e", "%2F", "%00", "%", "%zz", "%C0%AF", "%FF", "%E5%90", "名", "1%20", "1+1", "1;x=1", "1,2",
    "*", "new",
    "edit", ":id", "{id}", "**", "1#x", "1?x", "1/", "//", "~", "@", "a" * 300,
]

PATHS = [
    b"*", b"", b"/.", b"/..", b"//", b"///today", b"/today/", b"/TODAY", b"/./today", b"/today/../audit", b"/%74oday",
    b"http://127.0.0.1/today", b"http://evil.example/today", b"https:///", b"ftp://x/", b"today", b"?q=1", b"#",
    b"/#today",
    b"/today#x", b"/today?", b"/today??", b"/today?#", b"/assets/", b"/assets/../Package.swift", b"/assets/%2e%2e/x",
    b"/assets/app.css", b"/favicon.ico", b"/robots.txt", b"/.git/config", b"/health/", b"/\xff", b"/\xe5\x90",
    b"/\x80today",
    b"/" + b"a" * 5_000, b"/" + b"a/" * 3_000, b"/" + b"a" * 40_000, b"/set-up/", b"/set-up/x", b"/set-up/%00",
    b"/\x7f", b"/|",
    b"/{}", b"/[", b"/today;x", b"/today%3Fq=1", b"/%", b"/%z", b"/%0d%0aX: y", b"[::1]", b"127.0.0.1:80", b"/\"",
    b"/<b>",
]

METHODS = [
    b"GET", b"POST", b"HEAD", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"CONNECT", b"PROPFIND", b"get", b"G",
    b"QUERY",
    b"POST POST", b"X" * 5_000, b"G\xc3\x89T", b"PRI", b"M-SEARCH", b"",
]

LANGUAGES = [
    "", "*", "zh", "zh-TW;q=0.5,en", "en;q=2", "en;q=-1", "en;q=abc", "zh-Hant-HK-x-private", ";;;", ",,,", "q=1",
    "en," * 2_000,
    "zh;q=0.00000000000001", "e" * 5_000, "中文",
]

AGENTS = [
    "", "Mozilla/5.0 (Windows NT 10.0) Chrome/140", "curl/8", "\x01", "名" * 200, "(" * 5_000,
    "Mozilla/5.0 (" + ";" * 500,
    "MicroMessenger/" + "9" * 50, "Safari/ Version/ Mobile/",
]
