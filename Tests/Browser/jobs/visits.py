"""Somebody goes: from the accepted visit to the cash that finance has counted."""

from person import Person
from tasks import day
from walk import PHONE, job

from .work_orders import asked_for

TECHNICIAN = "赵强"


def sent(walk, symptom, at="09:30"):
    """A visit tomorrow that the technician was sent on. Returns the technician and the path of the visit."""
    _, order = asked_for(walk, symptom)
    manager = Person(walk).sign_in("manager")
    manager.visit(order)
    manager.press("work-orders.approve")
    manager.follow("work-orders.dispatch")
    manager.field("dispatch.technician").select_option(label=TECHNICIAN)
    manager.main.locator("#f-starts-date").fill(day(1))
    manager.main.locator("#f-starts-time").fill(at)
    manager.choice("appointment.minutes", walk.words("appointment.minutes.60")).check()
    manager.choice("appointment.told", walk.words("appointment.told.yes")).check()
    if manager.main.locator("input[name='despite-clash']").count():
        manager.main.locator("input[name='despite-clash']").check()
    manager.press("work-orders.dispatch")
    technician = Person(walk).sign_in("technician")
    technician.visit("/today")
    with technician.arriving():
        technician.main.locator(".card", has_text=symptom).locator("h4 a").click()
    return technician, technician.page.url


def choose(person, name, value):
    person.main.locator(f"input[name='{name}'][value='{value}']").check()


def fill(person, **typed):
    for name, text in typed.items():
        person.main.locator(f"[name='{name.replace('_', '-')}']").fill(text)


def go_on(person, status=200):
    person.press("service-reports.save", status)


def write_report(technician):
    """Fills in every step; ends on the page with all answers."""
    technician.press("visits.accept")
    technician.press("visits.arrive")
    choose(technician, "met", "present")
    fill(technician, badge="A-17")
    go_on(technician)
    go_on(technician, status=422)
    fill(technician, finding="阀芯老化，关不严", done="更换阀芯，试水一刻钟不漏")
    go_on(technician)
    # Nothing says when this project's warranty began, so whoever is there decides, with a reason.
    choose(technician, "warranty", "outside")
    fill(technician, because="还在施工，保修没有开始")
    technician.main.locator("[name='fees.0.fee']").select_option("visit")
    fill(technician, **{"fees.0.quantity": "1", "parts.0.name": "阀芯", "parts.0.quantity": "2", "parts.0.price": "-1"})
    go_on(technician, status=422)
    fill(technician, **{"parts.0.price": "12.50", "receipt": "0071"})
    technician.press("service-reports.count")
    technician.sees("¥75.00")
    go_on(technician)
    go_on(technician)
    go_on(technician)
    choose(technician, "put-back", "yes")
    choose(technician, "cleaned", "yes")
    go_on(technician)
    choose(technician, "outcome", "fixed")
    go_on(technician)


def draw(person):
    """A name on the pad, with a finger or a mouse."""
    pad = person.main.locator("canvas")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    for stroke in ([(.1, .3), (.3, .2), (.25, .7)], [(.45, .2), (.5, .8), (.6, .3)], [(.7, .4), (.9, .35)]):
        places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in stroke]
        person.page.mouse.move(*places[0])
        person.page.mouse.down()
        for place in places[1:]:
            person.page.mouse.move(*place, steps=6)
        person.page.mouse.up()


@job("a technician goes, reports step by step, the customer signs and pays, finance counts the cash", width=PHONE)
def reported(walk):
    technician, visit = sent(walk, "厨房水龙头关不严")
    write_report(technician)
    technician.follow("service-reports.hand-over")
    technician.press("service-reports.confirm", status=422)
    draw(technician)
    strokes = technician.main.locator("[name=signature]").input_value()
    assert strokes.startswith("[[["), "nothing was drawn"
    width, height = walk.width, 900
    technician.page.set_viewport_size({"width": height, "height": width})
    technician.page.set_viewport_size({"width": width, "height": height})
    assert technician.main.locator("[name=signature]").input_value() == strokes, "turning the phone lost the signature"
    fill(technician, name="王建国", remark="师傅很准时")
    choose(technician, "relation", "self")
    choose(technician, "rating", "5")
    technician.press("service-reports.confirm")
    technician.sees_words("notice.report-confirmed")
    technician.press("service-reports.file")
    technician.sees_words("notice.report-filed")
    technician.press("fees.hand-in")
    technician.sees_words("notice.fee-handed-in")
    technician.visit(f"{visit}/print")
    finance = Person(walk).sign_in("finance")
    finance.visit("/fees")
    with finance.arriving():
        finance.main.locator("a[href$='/fees/confirmation']").first.click()
    fill(finance, amount="70")
    finance.press("fees.confirm", status=422)
    fill(finance, remark="少找了零钱")
    finance.press("fees.confirm")
    finance.sees_words("notice.fee-confirmed")


@job("a customer who is not at home costs three short steps", width=PHONE)
def absent(walk):
    technician, visit = sent(walk, "阳台推拉门轮子坏了", at="13:30")
    technician.press("visits.accept")
    technician.press("visits.arrive")
    choose(technician, "met", "absent")
    go_on(technician)
    go_on(technician)
    fill(technician, because="敲门、打电话都没有人", next_visit="周六上午")
    go_on(technician)
    technician.press("service-reports.file")
    technician.sees_words("notice.report-filed")
