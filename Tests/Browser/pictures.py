"""Takes the pictures of the README: pictures.py BINARY [LANGUAGE]."""

import os
import sys
import tempfile
from pathlib import Path

from company import Demo
from jobs.access import approve
from jobs.feedback import linked, rate
from jobs.rulebook import propose
from jobs.sheet import fill_by_keyboard, tab_to
from person import Person
from playwright.sync_api import sync_playwright
from tasks import owe_every_call
from walk import Walk, launch

FOLDER = Path(__file__).with_name("pictures")
DESK, TALL_DESK, PHONE = (1280, 800), (1280, 1040), (360, 740)


def take(person, name, size, start=None):
    """A picture of the window, scrolled so that `start` is on top."""
    person.page.set_viewport_size({"width": size[0], "height": size[1]})
    if start:
        person.main.locator(start).first.evaluate("part => scrollTo(0, part.getBoundingClientRect().top + scrollY - 12)")
    person.page.screenshot(path=FOLDER / f"{name}.png")


def main(binary, language="zh-Hans"):
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        walk = Walk(os.path.abspath(binary), language, DESK[0], Path(place) / "walk")
        walk.browser = launch(playwright, language)
        with Demo(walk.binary, walk.folder / "data") as walk.company:
            agent = Person(walk).sign_in("agent")
            calls = owe_every_call(agent)
            agent.visit(agent.page.url)
            take(agent, "project", DESK)
            agent.visit(f"{calls[0]}/sheet")
            tab_to(agent, lambda part: (part.get_attribute("name") or "").startswith("q."))
            fill_by_keyboard(agent, until=lambda answered: len(answered) == 6)
            agent.page.locator("[data-save-status][data-kind=saved]").wait_for()
            take(agent, "sheet", TALL_DESK, start=".page-header")
            take(agent, "sheet-phone", PHONE, start="form.questions .section:nth-of-type(3)")
            agent.visit("/today")
            take(agent, "today", DESK)
            colleague = Person(walk).sign_in("agent2")
            colleague.visit("/today")
            take(colleague, "today-phone", PHONE, start=".figures")
            follow_up, administrator = approve(walk)
            administrator.visit(f"{follow_up}/readings")
            take(administrator, "readings", DESK)
            propose(administrator, "closes: 15 days", "closes: 20 days")
            take(administrator, "rulebook-change", DESK)
            administrator.visit("/follow-ups/rate")
            take(administrator, "rate", DESK)
            manager = Person(walk).sign_in("manager")
            manager.visit("/work-orders/board")
            take(manager, "board", DESK)
            manager.visit("/issues/board")
            take(manager, "issues", DESK)
            manager.main.get_by_role("link", name="WT").nth(1).click()
            take(manager, "issue-phone", PHONE)
            _, project, link = linked(walk)
            agent.visit(f"{project}/feedback")
            take(agent, "feedback-link", DESK)
            customer = Person(walk)
            customer.visit(link)
            rate(customer, design=5, quality=2, attitude=5, overall=4)
            take(customer, "feedback-phone", PHONE)
            technician = Person(walk).sign_in("technician")
            technician.visit("/today")
            take(technician, "visits-phone", PHONE, start=".card")
        walk.browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
