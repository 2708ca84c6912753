"""Water on a Saturday evening: a complaint whose deadlines are missed, until the customer says that all is well."""

from contextlib import contextmanager
from datetime import datetime, timedelta

from company import OnAnotherDay
from person import Person
from tasks import SHANGHAI, register_customer, register_project
from walk import PHONE, job

from .issues import step
from .visits import choose, draw, fill, go_on


def evening():
    """Half past seven on the Saturday to come."""
    now = datetime.now(SHANGHAI)
    saturday = now + timedelta(days=(5 - now.weekday()) % 7 or 7)
    return saturday.replace(hour=19, minute=30, second=0, microsecond=0)


@contextmanager
def company_at(walk, moment):
    """Everybody works for a company whose clock is set, until the block ends."""
    usual, walk.company = walk.company, OnAnotherDay(walk.binary, walk.folder / "saturday", moment)
    try:
        with walk.company as company:
            yield company
            problems = list(company.complaints())
            assert not problems, "\n".join(problems)
    finally:
        walk.company = usual


def called(walk):
    """The customer calls, is found by the number, and the case is referred while talking. Returns all that goes on."""
    agent = Person(walk).sign_in("agent")
    name, phone = register_customer(agent)
    register_project(agent)
    agent.visit(f"/issues/new?caller={phone}")
    agent.sees(name)
    agent.field("issue.words").fill("主卫角阀爆了，水已经漏到楼下，物业让我们自己关总阀")
    agent.field("issue.category").select_option(value="water-electricity")
    agent.choice("issue.kind", walk.words("issue.kind.complaint")).check()
    agent.choice("issue.urgency", walk.words("issue.urgency.water-electricity")).check()
    agent.press("issues.raise")
    agent.main.locator("input[name='referral-department'][value='maintenance']").check()
    step(agent, "referral")
    return agent, phone, agent.page.url


def missed_twice(walk, company, issue, evening):
    """Nobody comes within four hours, nobody answers within a day: first the manager is told, then the executive.

    Whoever did nothing for so long signs in again. Returns the manager, who looks at the issue.
    """
    company.move_to(evening + timedelta(hours=4, minutes=10))
    manager = Person(walk).sign_in("manager")
    manager.visit("/issues/board")
    manager.visit(issue)
    assert misses(manager) == 1, "the manager is not told of the first miss"
    company.move_to(evening + timedelta(hours=24, minutes=10))
    executive = Person(walk).sign_in("executive")
    executive.visit("/issues/board")
    with executive.arriving():
        executive.main.locator(f"a[href='{path(issue)}']").first.click()
    assert misses(executive) == 2, "the executive is not told of the second miss"
    manager.sign_in("manager").visit(issue)
    return manager


def misses(person):
    return person.main.locator(".note-warning li").count()


def path(address):
    return "/" + address.split("/", 3)[3]


def visited(walk, manager, issue, on):
    """The manager sends somebody, who repairs it. Returns the technician."""
    step(manager, "acceptance")
    step(manager, "answer", text="向客户道歉，今晚九点前上门")
    manager.follow("work-orders.ask")
    manager.press("work-orders.request")
    manager.press("work-orders.approve")
    manager.follow("work-orders.dispatch")
    manager.field("dispatch.technician").select_option(label="赵强")
    manager.main.locator("#f-starts-date").fill(on.date().isoformat())
    manager.main.locator("#f-starts-time").fill("20:30")
    manager.choice("appointment.minutes", walk.words("appointment.minutes.60")).check()
    manager.choice("appointment.told", walk.words("appointment.told.yes")).check()
    manager.press("work-orders.dispatch")
    manager.visit(issue)
    technician = Person(walk, width=PHONE).sign_in("technician")
    technician.visit("/today")
    with technician.arriving():
        technician.main.locator(".card", has_text="主卫角阀").locator("h4 a").click()
    technician.press("visits.accept")
    technician.press("visits.arrive")
    choose(technician, "met", "present")
    fill(technician, badge="A-17")
    if technician.main.locator("[name='late-because']").count():
        fill(technician, late_because="周六夜里没有人值班")
    go_on(technician)
    fill(technician, finding="角阀螺纹开裂", done="更换角阀，试水一刻钟不漏")
    go_on(technician)
    choose(technician, "warranty", "outside")
    fill(technician, because="还在施工，保修没有开始")
    for _ in range(3):
        go_on(technician)
    choose(technician, "put-back", "yes")
    choose(technician, "cleaned", "yes")
    go_on(technician)
    choose(technician, "outcome", "fixed")
    go_on(technician)
    technician.follow("service-reports.hand-over")
    draw(technician)
    fill(technician, name="王建国")
    choose(technician, "relation", "self")
    choose(technician, "rating", "4")
    technician.press("service-reports.confirm")
    technician.press("service-reports.file")
    return technician


@job("water on a Saturday evening: two deadlines missed and told, then visited, repaired, asked about and closed")
def saturday(walk):
    begun = evening()
    with company_at(walk, begun) as company:
        agent, phone, issue = called(walk)
        manager = missed_twice(walk, company, issue, begun)
        visited(walk, manager, issue, on=begun + timedelta(days=1))
        manager.visit(issue)
        step(manager, "solution", text="换了角阀，楼下天花板也看过，没有水印")
        company.move_to(begun + timedelta(days=2))
        agent.sign_in("agent").visit("/today")
        agent.visit(issue)
        step(agent, "verification", "yes")
        step(agent, "closing")
