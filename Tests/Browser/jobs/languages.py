"""The switch of languages."""

from person import Person
from walk import job
from words import LANGUAGES, Words


@job("the language is switched at the foot of the page, stays on the page, and is kept")
def switch(walk):
    person = Person(walk).sign_in("agent")
    person.visit("/customers?q=%E7%8E%8B")
    foot = person.page.locator("footer")
    for language in [*LANGUAGES, walk.language]:
        with person.page.expect_navigation():
            foot.get_by_role("button", name=walk.words(f"language.{language}")).click()
        assert person.page.locator("html").get_attribute("lang") == language
        assert person.page.locator("h1").inner_text() == Words(language)("customers.title")
        assert person.page.url.endswith("?q=%E7%8E%8B"), "the search is lost"
    person.visit("/today")
    assert person.page.locator("html").get_attribute("lang") == walk.language
