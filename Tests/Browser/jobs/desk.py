"""What anybody may write on the web, and what the desk does about it."""

import re

from person import Person
from tasks import day, register_customer, register_project
from walk import PHONE, job

from .feedback import wait_as_a_reader_does


def write(stranger, kind, words):
    for name, text in {"words": words, "name": "林女士", "phone": "139 0000 4321", "address": "滨江花园"}.items():
        stranger.main.locator(f"[name='{name}']").fill(text)
    wait_as_a_reader_does()
    stranger.press(f"desk.{kind}.submit")
    stranger.sees_words("desk.received")


def step(agent, deed, **typed):
    form = agent.page.locator(f"form[action$='/steps/{deed}']")
    if not form.is_visible():
        agent.page.locator("details").filter(has=form).locator("summary").click()
    for name, text in typed.items():
        form.locator(f"[name='{name.replace('_', '-').replace('--', '.')}']").fill(text)
    agent.press(f"enquiries.do.{deed}", within=form)
    agent.sees_words(f"notice.enquiry-{deed}")


@job("somebody asks on the web; the desk calls, agrees on a time, hands on, follows up and registers a customer")
def asked(walk):
    stranger = Person(walk, width=PHONE)
    stranger.visit("/enquiry")
    stranger.press("desk.enquiry.submit", status=422)
    write(stranger, "enquiry", "旧房翻新，想了解价格")
    agent = Person(walk).sign_in("agent")
    agent.visit("/enquiries?state=closed")
    agent.visit("/today")
    agent.sees("旧房翻新，想了解价格")
    agent.visit("/enquiries?state=today")
    agent.visit("/enquiries")
    agent.main.locator("input[name=q]").fill("13900004321")
    agent.press("form.search")
    with agent.arriving():
        agent.main.locator("tbody a").first.click()
    agent.press("work-orders.show-phone")
    agent.press("enquiries.do.answer", status=422)
    step(agent, "answer", answer_text="报了大概价格")
    step(agent, "appointment", at__date=day(2), at__time="14:00", appointment_text="到店看样")
    step(agent, "handing", branch="城西店", follow_up_on=day(5), handing_text="要看地板样品")
    step(agent, "second-follow-up", second_follow_up_text="周末再来")
    agent.follow("enquiries.to-register")
    for colleague in ("李静", "陈晓燕"):
        agent.choice("customer.known-by", colleague).check()
    agent.press("customers.register")
    agent.sees_words("notice.customer-registered")


@job("somebody complains on the web without JavaScript; the agent has an issue with a clock and finds out whose it is", width=PHONE)
def complained(walk):
    agent = Person(walk).sign_in("agent")
    name, phone = register_customer(agent)
    project = register_project(agent)
    stranger = Person(walk, scripts=False, width=320)
    stranger.visit("/complaint")
    write(stranger, "complaint", "阳台漏水，打电话没有人接")
    agent.visit("/issues/board")
    agent.sees("阳台漏水，打电话没有人接")
    row = agent.main.locator("li, tr", has_text="阳台漏水，打电话没有人接").last
    with agent.arriving():
        row.locator("a[href^='/issues/']").first.click()
    agent.follow("issues.identify")
    agent.main.locator("input[name=q]").fill("HF-99-99")
    agent.press("customers.search")
    agent.sees_words("issues.nobody-found")
    agent.main.locator("input[name=q]").fill(phone)
    agent.press("customers.search")
    agent.press("issues.identify", status=422)
    agent.main.get_by_label(re.compile(project)).check()
    agent.press("issues.identify")
    agent.sees_words("notice.issue-identified")
    agent.sees(name)
