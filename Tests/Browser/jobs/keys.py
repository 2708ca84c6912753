"""Keys: a shortcut does what it says, and Enter never presses a button that contradicts what was typed."""

import re
from datetime import datetime, timedelta

from person import Person
from tasks import SHANGHAI, owe_a_call
from walk import job

from .feedback import linked, wait_as_a_reader_does
from .visits import sent, write_report

WANTED = {"design": "5", "quality": "4", "attitude": "3", "materials": "2", "progress": "1", "safety": "0"}


def rate_by_keys(person):
    """Rates one aspect after the other without the mouse; the focus goes on by itself."""
    person.main.locator("[name=design]").first.focus()
    for key in WANTED.values():
        person.page.keyboard.press(key)
    for aspect, rating in WANTED.items():
        chosen = person.main.locator(f"[name={aspect}]:checked").input_value()
        assert chosen == rating, f"key {rating} chose {chosen} for {aspect}"
    assert person.focused.get_attribute("name") == "cleaning"
    person.page.keyboard.press("7")
    assert person.main.locator("[name=cleaning]:checked").count() == 0, "7 is no rating, and chose something"
    person.page.keyboard.press("-")
    assert person.main.locator("[name=cleaning]:checked").input_value() == ""


@job("the keys 5 4 3 2 1 0 give these ratings, to a customer and to an agent who enters a paper form, and are read so")
def ratings(walk):
    agent, project, link = linked(walk)
    customer = Person(walk)
    customer.visit(link)
    rate_by_keys(customer)
    wait_as_a_reader_does()
    customer.press("feedback.submit")
    shown = customer.main.locator("dl.record").inner_text()
    for rating in WANTED.values():
        assert f"{rating} · {walk.words(f'feedback.rating.{rating}')}" in shown, shown
    agent.visit(f"{project}/feedback/new")
    rate_by_keys(agent)


@job("a number key chooses on every scale of the sheet, and on the customer's page, what stands on the option")
def every_scale(walk):
    agent = Person(walk).sign_in("agent")
    agent.visit(f"{owe_a_call(agent)}/sheet")
    keys_hold(agent)
    technician, _ = sent(walk, "浴室地漏返味", at="15:30")
    write_report(technician)
    technician.follow("service-reports.hand-over")
    keys_hold(technician)


def keys_hold(person):
    """Presses each key that an option names; the option must be chosen by it, and say it where a number is shown."""
    groups = person.main.locator("[role=radiogroup]:has([data-key])")
    assert groups.count() > 0
    for group in groups.all():
        for option in group.locator("[data-key]").all():
            if not option.is_visible():
                continue
            key = option.get_attribute("data-key")
            option.focus()
            person.page.keyboard.press(key)
            assert option.is_checked(), f"{key} chose another option of {option.get_attribute('name')}"


@job("Enter in the date or the time of a call back agrees on what was typed; a button for another time is refused")
def enter(walk):
    agent = Person(walk).sign_in("agent")
    follow_up = owe_a_call(agent)
    at = datetime.now(SHANGHAI) + timedelta(days=2)
    for page in (f"{follow_up}/sheet", follow_up):
        agent.visit(page)
        agent.main.locator("#f-callback-date").fill(at.date().isoformat())
        agent.main.locator("#f-callback-time").fill("10:30")
        agent.press("attempt.later.hour", status=422)
        agent.sees_words("error.two-times")
        assert agent.main.locator("#f-callback-time").input_value() == "10:30"
        agent.main.locator("#f-callback-time").focus()
        with agent.arriving():
            agent.page.keyboard.press("Enter")
        agent.visit(follow_up)
        agent.sees(re.compile("10:30"))
