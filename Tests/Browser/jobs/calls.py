"""Calls that come to nothing yet."""

import re
from datetime import datetime, timedelta

from person import Person
from tasks import SHANGHAI, owe_a_call
from walk import PHONE, job


def agreed(agent):
    """Whatever the hour is at which the tests run: outside the call hours a gentle word is added."""
    sentences = ["", ".off-hours", ".day-off", ".holiday"]
    agent.sees(re.compile("|".join(re.escape(agent.words("notice.callback-agreed" + end)) for end in sentences)))


@job("not convenient: Alt+L and Enter agree on a call in an hour")
def callback(walk):
    agent = Person(walk).sign_in("agent")
    follow_up = owe_a_call(agent)
    agent.visit(f"{follow_up}/sheet")
    agent.page.keyboard.press("Alt+KeyL")
    with agent.arriving():
        agent.page.keyboard.press("Enter")
    agreed(agent)
    agent.visit(follow_up)
    assert agent.main.locator("h1 .badge-callback").count() == 1, "the call is not agreed"


@job("a call at a typed time must be in the future, and comes up among the agreed ones")
def typed_time(walk):
    agent = Person(walk).sign_in("agent")
    agent.visit(owe_a_call(agent))
    at = agent.field("form.date"), agent.field("form.time")
    at[0].fill("2020-01-01")
    at[1].fill("10:00")
    agent.press("attempt.agree", status=422)
    agent.sees(walk.words("error.in-the-past"))
    tomorrow = datetime.now(SHANGHAI) + timedelta(days=1)
    at[0].fill(tomorrow.date().isoformat())
    at[1].fill("10:30")
    agent.press("attempt.agree")
    agreed(agent)


@job("three calls in vain hand the follow-up to the administrator, who puts it back or excuses it", width=PHONE)
def in_vain(walk):
    agent, administrator = Person(walk).sign_in("agent"), Person(walk).sign_in("admin")
    follow_up = owe_a_call(agent)
    for _ in range(3):
        agent.visit(follow_up)
        agent.press("attempt.outcome.no-answer")
    administrator.visit("/today")
    administrator.visit(follow_up)
    administrator.press("follow-up.reinstate")
    administrator.sees_words("notice.follow-up-reinstated")
    administrator.visit(follow_up)
    administrator.press("follow-up.excuse", status=422)
    administrator.field("excuse.reason").fill("客户要求不再打扰")
    administrator.press("follow-up.excuse")
    administrator.sees_words("notice.follow-up-excused")


@job("the list of follow-ups is filtered, and handed over as a file")
def list_follow_ups(walk):
    agent = Person(walk).sign_in("agent")
    agent.follow("nav.follow-ups", within=agent.page.locator("nav"))
    agent.main.locator("select[name=state]").select_option(label=walk.words("follow-up.state.overdue"))
    agent.press("form.filter")
    agent.visit("/follow-ups?state=done&from=1999-01-01&until=1999-12-31")
    agent.sees_words("follow-ups.empty-title")
    agent.visit("/follow-ups")
    with agent.page.expect_download() as file:
        agent.link(walk.words("list.export")).click()
    assert file.value.suggested_filename.startswith("follow-ups-")
