"""Somebody has to go to a site: asked for, approved, dispatched, moved to another time, withdrawn."""

from person import Person
from tasks import day, register_customer, register_project
from walk import job


def asked_for(walk, symptom):
    """A visit that an agent asked for, from the project's page. Returns the agent and the path of the order."""
    agent = Person(walk).sign_in("agent")
    register_customer(agent)
    register_project(agent)
    agent.follow("equipment.new")
    agent.press("equipment.add", status=422)
    agent.field("equipment.model").fill("净水器 R5")
    agent.press("equipment.add")
    agent.sees_words("notice.equipment-added")
    with agent.arriving():
        agent.main.locator("a[href*='/equipment/']").click()
    agent.field("equipment.installed-on").fill(day(-20))
    agent.press("equipment.save")
    agent.follow("work-orders.ask")
    agent.press("work-orders.request", status=422)
    agent.field("work-order.symptom").fill(symptom)
    agent.field("work-order.wish").fill("周六上午")
    agent.press("work-orders.request")
    agent.sees_words("notice.work-order-requested")
    return agent, agent.page.url


def send(walk, manager, status):
    """Fills the form of a visit in a week."""
    manager.field("dispatch.technician").select_option(label="赵强")
    manager.main.locator("#f-starts-date").fill(day(7))
    manager.main.locator("#f-starts-time").fill("14:30")
    manager.choice("appointment.minutes", walk.words("appointment.minutes.60")).check()
    manager.choice("appointment.told", walk.words("appointment.told.no")).check()
    manager.press("work-orders.dispatch", **({"status": status} if status else {}))


@job("an agent asks for a visit, the manager approves and sends a technician, who clashes first, and changes the time")
def dispatched(walk):
    agent, order = asked_for(walk, "厨房净水器接头渗水")
    manager = Person(walk).sign_in("manager")
    manager.visit("/work-orders")
    manager.follow("work-orders.board-title")
    manager.visit(order)
    manager.press("work-orders.refuse", status=422)
    manager.press("work-orders.approve")
    manager.sees_words("notice.work-order-approved")
    manager.follow("work-orders.dispatch")
    manager.press("work-orders.dispatch", status=422)
    send(walk, manager, status=None)
    manager.sees_words("notice.visit-dispatched")
    # Another order, for which nobody else is sent at the same time.
    manager.visit("/work-orders?state=approved")
    with manager.arriving():
        manager.main.locator("tbody a[href^='/work-orders/']").first.click()
    manager.follow("work-orders.dispatch")
    send(walk, manager, status=422)
    manager.sees_words("appointment.clashes")
    agent.visit(order)
    agent.press("work-orders.show-phone")
    agent.visit(order)
    agent.press("visit.note-told")
    agent.sees_words("notice.customer-told")
    manager.visit(order)
    manager.follow("visit.change")
    manager.press("appointment.agree", status=422)
    manager.main.locator("#f-starts-time").fill("16:00")
    manager.field("appointment.reason").fill("客户要接孩子")
    manager.choice("appointment.told", walk.words("appointment.told.yes")).check()
    manager.press("appointment.agree")
    manager.sees_words("notice.appointment-agreed")
    manager.follow("visit.change")
    manager.press("withdrawal.submit", status=422)
    manager.visit(manager.page.url)
    manager.field("withdrawal.because").fill("临时请假")
    manager.press("withdrawal.submit")
    manager.sees_words("notice.visit-withdrawn")
    manager.visit("/work-orders/board")


@job("an executive looks at the board, a technician at the own orders, and neither decides")
def looked_at(walk):
    for one, path in (("executive", "/work-orders/board"), ("technician", "/work-orders")):
        person = Person(walk).sign_in(one)
        person.visit(path)
        with person.arriving():
            person.main.locator("a[href^='/work-orders/']").last.click()
        person.sees_words("work-orders.history")
        assert person.main.locator("form[method=post][action*=approval]").count() == 0
