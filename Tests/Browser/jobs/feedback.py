"""The customers' own words: a link, the form on a phone, what becomes of it, and what came in on paper."""

import subprocess
import time

from person import Person
from tasks import day, numbers, register_customer, register_project
from walk import PHONE, job

from .weight import visited

MOST_BYTES = 40_000


def linked(walk):
    """A project with a link to the form. Returns the agent, the project's path and the link's."""
    agent = Person(walk).sign_in("agent")
    register_customer(agent)
    register_project(agent)
    project = agent.page.url
    agent.follow("feedback.to-page")
    agent.press("feedback.make-link")
    agent.sees_words("notice.feedback-link-made")
    return agent, project, agent.main.locator("input[data-copy-from]").input_value().removeprefix(walk.company.address)


def rate(customer, **ratings):
    for aspect, rating in ratings.items():
        customer.main.locator(f"input[name='{aspect}'][value='{rating}']").check(force=True)


def wait_as_a_reader_does():
    """A form that is answered at once is taken for that of a program."""
    time.sleep(3.2)


@job("a customer answers by a link on a phone and adds a word; the agent reads it, and a department gets what is wrong", width=PHONE)
def answered(walk):
    agent, project, link = linked(walk)
    customer = Person(walk, width=PHONE)
    customer.visit(link)
    customer.press("feedback.submit", status=422)
    rate(customer, quality=2, overall=4)
    customer.field("feedback.problems").fill("卫生间门关不严")
    customer.main.locator("[name=wants-call]").check()
    customer.field("feedback.call-when").fill("周六上午")
    customer.visit(link)
    customer.sees_words("form.restored")
    assert customer.main.locator("[name=quality][value='2']").is_checked(), "the phone has lost a rating"
    wait_as_a_reader_does()
    customer.press("feedback.submit")
    customer.sees_words("feedback.thanks")
    customer.press("feedback.add", status=422)
    customer.field("feedback-addition.words").fill("门下面有一条缝")
    customer.press("feedback.add")
    customer.sees("门下面有一条缝")
    stranger = Person(walk, width=320)
    stranger.visit(link, status=410)
    agent.visit(project)
    with agent.arriving():
        agent.main.locator("a[href^='/feedback-records/']").click()
    agent.sees("卫生间门关不严")
    agent.follow("feedback.to-issue")
    agent.main.locator("input[name='referral-department'][value='maintenance']").check()
    agent.press("issues.do.referral")
    manager = Person(walk).sign_in("manager")
    manager.visit("/issues/board")
    manager.sees("卫生间门关不严")
    manager.visit(project)
    with manager.arriving(status=403):
        manager.main.locator("a[href^='/feedback-records/']").click()


@job("feedback is found in its month, closed to a colleague until an administrator approves, and its readers are told")
def asked_for(walk):
    agent, project, _ = linked(walk)
    agent.visit(f"{project}/feedback/new")
    agent.choice("feedback.channel", walk.words("feedback.channel.fax")).check()
    agent.field("feedback.suggestions.told").fill("客厅灯再亮一点")
    agent.press("feedback.save")
    record = agent.page.url.removeprefix(walk.company.address)
    colleague, administrator = Person(walk).sign_in("agent2"), Person(walk).sign_in("admin")
    colleague.visit("/feedback-records")
    colleague.follow("feedback.previous-month")
    colleague.follow("feedback.this-month")
    with colleague.arriving():
        colleague.main.locator(".figures a", has_text=walk.words("feedback.channel.fax")).click()
    with colleague.arriving(status=403):
        colleague.main.locator(f"a[href='{record}']").click()
    colleague.sees_nowhere("客厅灯再亮一点")
    colleague.follow("record.ask")
    colleague.field("access-request.reason").fill("客户来电询问灯具，需要核对原话")
    colleague.press("access.send")
    request = colleague.page.url
    colleague.visit(record, status=403)
    colleague.sees_words("record.asked")
    administrator.visit(request)
    administrator.press("access.approve")
    colleague.visit(request)
    colleague.follow("record.read")
    colleague.sees("客厅灯再亮一点")
    administrator.visit(record)
    administrator.follow("record.readings")
    assert administrator.main.locator("tbody tr", has_text="陈晓燕").count() >= 2, "readings and refusals stand apart"
    counted = numbers(administrator.main.locator(".page-header .soft").inner_text())
    # Others may have read it as well; nobody's reading is hidden by refusals.
    assert counted[0] >= 1 and counted[1] >= 2, f"read once and refused twice, not {counted}"
    colleague.visit("/feedback-records?agent=me&channel=letter&month=2020-01")
    colleague.follow("feedback.whole-month")


@job("a customer without JavaScript answers in one screen of taps", width=PHONE)
def without_scripts(walk):
    _, _, link = linked(walk)
    customer = Person(walk, scripts=False, width=320)
    customer.visit(link)
    wait_as_a_reader_does()
    rate(customer, design=5, overall=5)
    customer.press("feedback.submit")
    customer.sees_words("feedback.thanks")


@job("a link is made anew and withdrawn while a customer has the form open; a reader decodes the card; a paper form is entered")
def closed(walk):
    agent, project, link = linked(walk)
    agent.visit(f"{project}/feedback")
    for card in ("feedback.card-a4", "feedback.card-a6"):
        agent.visit(f"{project}/feedback")
        agent.follow(card)
        assert link in decoded(agent), "the code on the card does not lead to the form"
    customer = Person(walk, width=PHONE)
    customer.visit(link)
    agent.visit(f"{project}/feedback")
    for deed in ("feedback.make-another", "feedback.revoke"):
        agent.main.locator("summary", has_text=walk.words("feedback.change-link")).click()
        agent.press(deed)
    rate(customer, overall=1)
    customer.field("feedback.suggestions").fill("早点告诉我换了链接")
    customer.press("feedback.submit", status=409)
    customer.sees("早点告诉我换了链接")
    customer.visit(link, status=410)
    agent.follow("feedback.many")
    if agent.main.locator("[name=projects]").count():
        agent.press("feedback.make-links")
        agent.visit(f"{project}/feedback")
    else:
        agent.visit(f"{project}/feedback")
    agent.follow("feedback.enter")
    agent.press("feedback.save", status=422)
    agent.choice("feedback.channel", walk.words("feedback.channel.letter")).check()
    agent.field("feedback.received-on").fill(day(-2))
    rate(agent, overall=5)
    agent.press("feedback.save")
    agent.sees_words("notice.feedback-entered")
    agent.follow("record.print")


def decoded(agent):
    """What a reader makes of the code on the card."""
    picture = agent.walk.folder / "card.png"
    agent.main.locator("svg.qr").first.screenshot(path=picture)
    return subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=True).stdout


@job("the form that customers see loads at most 40 KB on a first visit, and can be used within 1.5 s on a slow line", width=PHONE)
def light(walk):
    _, _, link = linked(walk)
    customer = Person(walk, width=PHONE)
    size, requests, seconds = visited(customer, link)
    figures = f"{size:.0f} bytes, {requests} requests after it, of use after {seconds:.2f} s"
    walk.figures.append(f"the feedback form, {figures}")
    assert size <= MOST_BYTES, figures
    assert seconds <= 1.5, figures
