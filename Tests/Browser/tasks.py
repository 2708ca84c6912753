"""What several jobs need done first, done the way a person does it."""

import re
from datetime import datetime, timedelta, timezone
from itertools import count

SHANGHAI = timezone(timedelta(hours=8))
SURNAMES, GIVEN_NAMES = "沈韩傅魏薛蒋姚邵汪田孟秦白江阎", ["国栋", "雅琴", "思远", "慧敏", "立新", "玉兰", "嘉怡", "振华", "晓梅"]
serials = count(1)


def day(offset):
    """A day from today on, by the company's clocks, as a date input takes it."""
    return (datetime.now(SHANGHAI) + timedelta(days=offset)).date().isoformat()


def register_customer(agent):
    """Registers somebody new; ends on the customer's page. Returns the name and the phone."""
    serial = next(serials)
    name = SURNAMES[serial % len(SURNAMES)] + GIVEN_NAMES[serial % len(GIVEN_NAMES)]
    phone = f"1990000{serial:04d}"
    agent.visit("/customers/new")
    agent.field("customer.name").fill(name)
    agent.field("customer.phones.number").first.fill(phone)
    agent.field("customer.address").fill("槐安路 18 号 3-2-501")
    for colleague in ("李静", "陈晓燕"):
        agent.choice("customer.known-by", colleague).check()
    agent.press("customers.register")
    agent.sees_words("notice.customer-registered")
    return name, phone


def register_project(agent):
    """Registers a project of the customer that is shown; ends on its page. Returns its number."""
    number = f"HF-{next(serials):04d}"
    agent.follow("projects.new")
    fill_project(agent, number)
    agent.press("projects.register")
    agent.sees_words("notice.project-registered")
    return number


def fill_project(agent, number):
    """A project that began a month ago, so that its first call is overdue on whatever day the tests run."""
    agent.field("project.number").fill(number)
    agent.main.locator("fieldset#f-kind input").first.check()
    agent.field("project.agent").select_option(label="李静")
    agent.field("milestones.actual-contract").fill(day(-40))
    agent.field("milestones.actual-started").fill(day(-30))
    agent.field("milestones.planned-completed").fill(day(60))


def owe_a_call(agent):
    """Registers a customer with a project that is owed a call. Returns the path of the follow-up."""
    register_customer(agent)
    register_project(agent)
    return agent.main.locator(".timeline a").first.get_attribute("href")


def owe_every_call(agent):
    """Registers a project whose whole life was missed. Returns the paths of the calls it is owed."""
    register_customer(agent)
    register_project(agent)
    agent.follow("milestones.edit")
    dates = {"contract": -215, "started": -200, "carpenters-out": -160, "completed": -60, "final-payment": -58, "warranty-procedure": -50}
    for milestone, offset in dates.items():
        agent.field(f"milestones.actual-{milestone}").fill(day(offset))
    agent.field("milestones.planned-completed").fill(day(-90))
    agent.field("milestones.handled-warranty-procedure").select_option("other")
    agent.press("milestones.save")
    return agent.main.locator(".timeline a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")


def numbers(sentence):
    """The numbers that stand in a sentence, in any of the languages."""
    return [int(number) for number in re.findall(r"\d+", sentence)]


def fill_sheet(agent, follow_up, words):
    """Fills the sheet with little more than the customer's words, and sends it."""
    agent.visit(f"{follow_up}/sheet")
    agent.main.locator("input[name='overall'][value='4']").check()
    agent.main.locator("textarea[name='customerWords']").fill(words)
    agent.press("sheet.submit")
    agent.sees_words("notice.sheet-submitted")
