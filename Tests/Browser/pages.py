"""Looks at every page that comes up, in three languages and two widths: accessibility, width, complaints of the browser;
keeps the HTML for the checker."""

import re
from collections import Counter

from axe_playwright_python.sync_playwright import Axe
from words import LANGUAGES

WIDTHS = [360, 1280]
# So that both sets of colours are looked at.
DARK = ["zh-Hant"]
AXE = Axe().axe_script
RUN_AXE = """(hasColours) => axe.run({
    resultTypes: ["violations"], rules: {"target-size": {enabled: true}, "color-contrast": {enabled: hasColours}},
}).then((results) => results.violations)"""
WIDER = """() => [...document.querySelectorAll("body *")]
    .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .slice(-3).map((part) => part.tagName.toLowerCase() + "." + part.className)"""

PARTS = """() => [...new Set([...document.querySelectorAll("*")]
    .map((part) => `${part.tagName} ${part.className} ${part.type} ${part.getAttributeNames()}`))]"""


class Pages:
    """What was seen on one walk, and what was wrong with it, by kind."""

    kinds = ["has no accessibility violation at 360 and 1280 px in three languages", "fits into a window of 320 px, too (UX-6)",
             "makes the browser complain about nothing", "shows no key instead of words, and its language"]

    def __init__(self, walk, known):
        """`known` has the parts by address, and may be shared with other walks."""
        self.walk = walk
        self.folder = walk.folder / "html"
        self.folder.mkdir(parents=True)
        self.seen = Counter()
        self.known = known
        self.files = 0
        self.problems = {kind: [] for kind in self.kinds}

    def listen(self, page):
        home = self.walk.company.address
        page.on("pageerror", lambda error: self.complain(2, page.url, error))
        page.on("console", lambda message: self.on_console(page, message))
        page.on("request", lambda request: self.on_request(page, request, home))

    def on_console(self, page, message):
        # The browser reports every answer of 4xx: those to a page are what the test asked for, a draft's is handled.
        url = message.location["url"]
        is_expected = "Failed to load resource" in message.text and (url == page.url or url.endswith("/draft"))
        if message.type in ("error", "warning") and not is_expected:
            self.complain(2, page.url, message.text)

    def on_request(self, page, request, home):
        if not request.url.startswith(home):
            self.complain(2, page.url, f"asks another site: {request.url}")

    def complain(self, kind, url, problem):
        self.problems[self.kinds[kind]].append(f"{pattern(url)}: {problem}")

    def look(self, person, response):
        page = person.page
        name = f"{pattern(page.url)} {response.status}"
        self.seen[pattern(page.url)] += 1
        if "text/html" not in response.headers.get("content-type", ""):
            return
        # An address that shows nothing but parts which it has shown before differs from then in its words alone.
        parts, known = set(page.evaluate(PARTS)), self.known.get(name, set())
        if parts <= known:
            return
        self.known[name] = known | parts
        self.examine(page, response, name, person, has_colours=True)
        # What came of a form cannot be asked for again.
        if response.request.method == "GET" and not person.has_chosen_language:
            for language in LANGUAGES.keys() - {self.walk.language}:
                self.look_in(language, person, page.url)

    def look_in(self, language, person, url):
        """The same page in another language, in another window; one of the languages in the dark."""
        with person.window(language) as page:
            response = page.goto(url)
            person.asked[url] += 1
            name = f"{pattern(page.url)} {response.status} in {language}"
            shown = page.locator("html").get_attribute("lang")
            if shown != language:
                self.complain(3, name, f"it is in {shown}")
            self.examine(page, response, name, person, has_colours=language in DARK)

    def examine(self, page, response, name, person, has_colours):
        self.files += 1
        file = re.sub(r"[^\w]+", "-", f"{self.files:04d} {name}")
        (self.folder / f"{file}.html").write_bytes(response.body())
        self.check_words(page, name)
        if person.scripts:
            page.evaluate(AXE)
        # What somebody does goes on at the width that comes last; colours are the same at every width.
        for width in sorted({320, *WIDTHS}, key=lambda width: width == person.width):
            page.set_viewport_size({"width": width, "height": 900})
            self.check_width(page, name, width)
            if person.scripts and width in WIDTHS:
                self.check_accessibility(page, f"{name} at {width} px", has_colours and width == WIDTHS[0])
        page.set_viewport_size({"width": person.width, "height": 900})

    def check_words(self, page, name):
        words = re.findall(r"[\w.-]+", page.evaluate("document.body.innerText"))
        for key in self.walk.words.texts.keys() & words:
            self.complain(3, name, key)

    def check_width(self, page, name, width):
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            self.complain(1, name, f"{width} px are too narrow for {', '.join(page.evaluate(WIDER))}")

    def check_accessibility(self, page, name, has_colours):
        for violation in page.evaluate(RUN_AXE, has_colours):
            places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            self.complain(0, name, f"{violation['id']} at {', '.join(places[:3])}")


def pattern(url):
    """The address without the host, the query and what differs from thing to thing."""
    path = re.sub(r"^https?://[^/]+|[?#].*$", "", url)
    path = re.sub(r"^/set-up/[^/]+", "/set-up/TOKEN", path)
    path = re.sub(r"^/feedback/[^/]+", "/feedback/N", path)
    return re.sub(r"/\d+", "/N", path) or "/"
