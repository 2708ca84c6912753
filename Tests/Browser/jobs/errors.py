"""Pages that are not there, or not for everybody."""

from person import Person
from walk import PHONE, job


@job("what is missing, and what is not for one's role, is said in plain words", width=PHONE)
def missing_and_forbidden(walk):
    stranger = Person(walk)
    stranger.visit("/no-such-page", status=404)
    stranger.sees_words("error-page.not-found.title")
    finance = Person(walk).sign_in("finance")
    finance.visit("/customers", status=403)
    finance.sees_words("error-page.forbidden.title")
    agent = Person(walk).sign_in("agent")
    for path in ("/customers/999999", "/projects/999999", "/follow-ups/999999", "/follow-ups/x/sheet"):
        agent.visit(path, status=404)
    agent.follow("error-page.back")
