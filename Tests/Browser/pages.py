"""Looks at every page that comes up: accessibility, width, complaints of the browser; keeps the HTML for the checker."""

import re
from collections import Counter

from axe_playwright_python.sync_playwright import Axe

AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
WIDER = """() => [...document.querySelectorAll("body *")]
    .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .slice(-3).map((part) => part.tagName.toLowerCase() + "." + part.className)"""

PARTS = """() => [...new Set([...document.querySelectorAll("*")]
    .map((part) => `${part.tagName} ${part.className} ${part.type} ${part.getAttributeNames()}`))].sort().join()"""


class Pages:
    """What was seen on one walk, and what was wrong with it, by kind."""

    kinds = ["has no accessibility violation", "fits into a window of 320 px", "makes the browser complain about nothing",
             "shows no key instead of words"]

    def __init__(self, walk):
        self.walk = walk
        self.folder = walk.folder / "html"
        self.folder.mkdir(parents=True)
        self.seen = Counter()
        self.known = set()
        self.problems = {kind: [] for kind in self.kinds}
        self.keys = re.compile("|".join(rf"(?<![\w.-]){re.escape(key)}(?![\w.-])" for key in walk.words.texts))

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
        # A page made of the same parts as one before differs from it in its words alone.
        parts = f"{name} {page.evaluate(PARTS)}"
        if parts in self.known:
            return
        self.known.add(parts)
        file = re.sub(r"[^\w]+", "-", f"{len(self.known):04d} {name}")
        (self.folder / f"{file}.html").write_bytes(response.body())
        self.check_words(page, name)
        self.check_width(page, name)
        if person.scripts:
            self.check_accessibility(page, name)

    def check_words(self, page, name):
        key = self.keys.search(page.locator("body").inner_text())
        if key:
            self.complain(3, name, key.group())

    def check_accessibility(self, page, name):
        for violation in Axe().run(page, options=AXE).response["violations"]:
            places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            self.complain(0, name, f"{violation['id']} at {', '.join(places[:3])}")

    def check_width(self, page, name):
        for width in (320, self.walk.width):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                self.complain(1, name, f"{width} px are too narrow for {', '.join(page.evaluate(WIDER))}")


def pattern(url):
    """The address without the host, the query and what differs from thing to thing."""
    path = re.sub(r"^https?://[^/]+|[?#].*$", "", url)
    path = re.sub(r"^/set-up/[^/]+", "/set-up/TOKEN", path)
    path = re.sub(r"^/feedback/[^/]+", "/feedback/N", path)
    return re.sub(r"/\d+", "/N", path) or "/"
