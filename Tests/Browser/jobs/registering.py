"""Registering customers and projects, correcting and finding them."""

from person import Person
from tasks import day, fill_project, register_customer
from walk import job


@job("an agent registers a customer and a project with dates, and sees what is owed")
def register(walk):
    agent = Person(walk).sign_in("agent")
    agent.follow("nav.customers", within=agent.page.locator("nav"))
    agent.follow("customers.new")
    agent.press("customers.register", status=422)
    agent.sees_words("customer.phones.error.required")
    name, _ = register_customer(agent)
    agent.sees(name)
    agent.follow("projects.new")
    fill_project(agent, "HF-一号")
    agent.field("milestones.actual-started").fill(day(30))
    agent.press("projects.register", status=422)
    agent.field("milestones.actual-started").fill(day(-30))
    agent.press("projects.register")
    timeline = agent.main.locator(".timeline")
    assert timeline.locator(".badge-overdue").count() == 1, "the call after the start is not overdue"
    assert timeline.locator(".badge-planned").count() >= 1, "nothing is planned for the completion"

    agent.follow("milestones.edit")
    agent.field("milestones.actual-carpenters-out").fill(day(-1))
    agent.press("milestones.save")
    agent.sees_words("notice.milestones-saved")
    assert timeline.locator(".badge-due").count() == 1, "the call after the carpenters is not due"


@job("an agent corrects a customer, a project, its dates and its people")
def correct(walk):
    agent = Person(walk).sign_in("agent")
    register_customer(agent)
    agent.press("customers.show-phones")
    agent.sees_words("customers.phones-shown")
    agent.follow("customers.correct")
    agent.button("form.add-row").click()
    agent.field("customer.phones.number").nth(1).fill("０３１１－8765 4321")
    agent.press("customers.save")
    agent.sees_words("notice.customer-corrected")
    agent.follow("projects.new")
    fill_project(agent, "HF-二号")
    agent.press("projects.register")

    agent.follow("projects.correct")
    agent.field("project.number").fill("")
    agent.press("projects.save", status=422)
    agent.field("project.number").fill("HF-三号")
    agent.press("projects.save")
    agent.follow("milestones.edit")
    agent.field("milestones.actual-started").fill("")
    agent.field("milestones.actual-contract").fill("2999-01-01")
    agent.press("milestones.save", status=422)

    agent.follow("form.cancel")
    agent.follow("people.edit")
    agent.press("people.add", status=422)
    agent.choice("assignment.duty", walk.words("duty.designer")).check()
    agent.field("assignment.member").select_option(label="李静")
    agent.press("people.add")
    agent.link(walk.words("people.correct")).click()
    agent.sees_words("people.save")
    agent.visit(agent.page.url)
    agent.field("assignment.until").fill(day(10))
    agent.press("people.save")


@job("a customer is found by a part of the name, of the phone, of the address, and of the project's number")
def find(walk):
    agent = Person(walk).sign_in("agent")
    name, phone = register_customer(agent)
    card = agent.page.url
    agent.follow("projects.new")
    fill_project(agent, f"找得到{phone[-3:]}")
    agent.press("projects.register")
    for typed in (name, phone[-6:], f"得到{phone[-3:]}"):
        agent.visit("/customers")
        agent.field("customers.search-label").fill(typed)
        agent.press("customers.search")
        agent.sees(name)
    agent.visit("/customers?q=槐安路")
    agent.visit("/customers?q=没有这个人")
    agent.sees_words("customers.none-found.title")
    agent.visit("/customers?grade=A&key=yes")
    agent.visit(f"/today")
    agent.field("today.find").fill(phone)
    agent.press("form.search")
    assert agent.page.url == card, "a whole number does not open the card"
