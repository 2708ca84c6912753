"""Somebody at a browser, who clicks and types what the pages say."""

import re
from collections import Counter
from contextlib import contextmanager

from pages import DARK
from words import LANGUAGES


class Person:
    """A browser of its own; every page that comes up in it is looked at (see pages.py)."""

    def __init__(self, walk, scripts=True, width=None):
        self.walk = walk
        self.words = walk.words
        self.scripts = scripts
        self.width = width or walk.width
        self.windows = {}
        self.asked = Counter()
        self.context = walk.browser.new_context(
            base_url=walk.company.address, locale=LANGUAGES[walk.language],
            viewport={"width": self.width, "height": 900}, java_script_enabled=scripts)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        walk.pages.listen(self.page)
        self.page.on("dialog", lambda dialog: dialog.accept())

    @contextmanager
    def window(self, language):
        """Another window of the same browser, in a language that is chosen for as long as one looks at it."""
        if language not in self.windows:
            self.windows[language] = self.context.new_page()
            self.windows[language].emulate_media(color_scheme="dark" if language in DARK else "light")
            self.walk.pages.listen(self.windows[language])
        self.context.add_cookies([{"name": "language", "value": language, "url": self.walk.company.address}])
        try:
            yield self.windows[language]
        finally:
            self.context.clear_cookies(name="language")

    @property
    def has_chosen_language(self):
        return any(cookie["name"] == "language" for cookie in self.context.cookies())

    # Going from page to page

    def visit(self, path, status=200):
        response = self.page.goto(path)
        self.arrive(response, status)

    def press(self, key, status=200, within=None, **arguments):
        """Presses the button with these words and waits for the page that it leads to."""
        with self.arriving(status):
            self.button(key, within, **arguments).click()

    def follow(self, key, status=200, within=None, **arguments):
        """Follows the link with these words."""
        with self.arriving(status):
            self.link(self.words(key, **arguments), within).click()

    @contextmanager
    def arriving(self, status=200):
        with self.page.expect_navigation() as news:
            yield
        self.arrive(news.value, status)

    def arrive(self, response, status):
        self.asked[response.url] += 1
        assert response.status == status, f"{response.url} answered {response.status}, not {status}"
        self.walk.pages.look(self, response)

    # What is on the page

    def button(self, key, within=None, **arguments):
        return (within or self.main).get_by_role("button", name=self.words(key, **arguments), exact=True)

    def link(self, text, within=None):
        """The link with these words, or else the first one that has them among others."""
        exact = (within or self.main).get_by_role("link", name=text, exact=True)
        return (exact if exact.count() else (within or self.main).get_by_role("link", name=text)).first

    @property
    def main(self):
        return self.page.locator("main")

    def field(self, key, within=None):
        """The input whose label says these words, marked as required or optional or not at all."""
        marks = "|".join(self.words(f"form.{mark}") for mark in ("required", "optional"))
        label = re.compile(rf"^\s*{re.escape(self.words(key))}\s*({marks})?\s*$")
        return (within or self.main).get_by_label(label)

    def choice(self, group_key, text):
        """One option of a group, by the group's words and its own."""
        group = self.main.locator("fieldset").filter(has=self.page.locator("legend", has_text=self.words(group_key)))
        # A key to press may stand after the words.
        return group.get_by_label(re.compile(rf"^\s*{re.escape(text)}\s*\S?\s*$"))

    def sees(self, text):
        """Waits until the page shows a text."""
        self.page.get_by_text(text).first.wait_for(timeout=10_000)

    def sees_words(self, key, **arguments):
        self.sees(self.words(key, **arguments))

    def sees_nowhere(self, text):
        assert text not in self.page.content(), f"{self.page.url} shows “{text}”"

    @property
    def focused(self):
        """The element that has the focus."""
        return self.page.evaluate_handle("document.activeElement").as_element()

    # What everybody does

    def sign_in(self, username, password=None):
        self.visit("/sign-in")
        self.enter(username, password)
        return self

    def enter(self, username, password=None, status=200):
        self.field("sign-in.username").fill(username)
        self.field("sign-in.password").fill(password or self.walk.company.password)
        self.press("sign-in.submit", status)

    def sign_out(self):
        self.press("layout.sign-out", within=self.page.locator("header.site"))
