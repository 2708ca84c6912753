"""What is typed stays until the server has it, and no longer; nothing of one is shown to the next."""

from person import Person
from tasks import owe_a_call
from walk import PHONE, job

from .feedback import linked, rate, wait_as_a_reader_does
from .visits import choose, draw, fill, sent, write_report

KEPT = "() => Object.keys(localStorage).filter((key) => key.startsWith('draft ')).length"


def kept(person, count):
    """Waits until so many drafts lie on the device."""
    for _ in range(50):
        if person.page.evaluate(KEPT) == count:
            return
        person.page.wait_for_timeout(100)
    raise AssertionError(f"{person.page.evaluate(KEPT)} drafts lie on the device, not {count}")


def press_without_a_line(person, key):
    """Presses a button while there is no line, and comes back to a browser that shows its own page."""
    person.page.wait_for_timeout(100)
    person.context.set_offline(True)
    with person.page.expect_event("requestfailed"):
        person.button(key).click()
    person.page.wait_for_url("chrome-error://chromewebdata/")
    person.context.set_offline(False)


@job("a complaint that was sent is gone from the device, its tick too; one that was not is offered without name and number")
def complaint(walk):
    visitor = Person(walk, width=PHONE)
    visitor.visit("/complaint")
    fill(visitor, words="厨房水管在漏", name="林女士", phone="13900001234")
    visitor.main.locator("[name=urgent]").check()
    kept(visitor, 1)
    wait_as_a_reader_does()
    visitor.press("desk.complaint.submit")
    kept(visitor, 0)
    visitor.visit("/complaint")
    assert visitor.main.locator("[name=words]").input_value() == ""
    assert not visitor.main.locator("[data-kept]").is_visible(), "what was sent is offered as unsent"

    fill(visitor, words="卧室门关不上", name="赵先生", phone="13900005678")
    visitor.main.locator("[name=urgent]").check()
    visitor.visit("/complaint")
    visitor.button("form.kept-use").click()
    assert visitor.main.locator("[name=words]").input_value() == "卧室门关不上"
    for field in ("name", "phone"):
        assert visitor.main.locator(f"[name={field}]").input_value() == "", f"the next one sees the {field}"
    assert not visitor.main.locator("[name=urgent]").is_checked(), "a tick came back that nobody set"
    visitor.visit("/complaint")
    visitor.button("form.kept-drop").click()
    kept(visitor, 0)


@job("another language keeps every word that was typed, name, number and tick too", width=PHONE)
def another_language(walk):
    visitor = Person(walk, width=PHONE)
    visitor.visit("/complaint")
    fill(visitor, words="阳台漏水", name="林女士", phone="13900001234")
    visitor.main.locator("[name=urgent]").check()
    visitor.page.locator("footer button[value=zh-Hant]").click()
    visitor.page.wait_for_load_state()
    for field, typed in (("words", "阳台漏水"), ("name", "林女士"), ("phone", "13900001234")):
        assert visitor.main.locator(f"[name={field}]").input_value() == typed, f"{field} is gone"
    assert visitor.main.locator("[name=urgent]").is_checked()
    visitor.visit("/complaint")
    assert visitor.main.locator("[name=name]").input_value() == "", "the next one sees the name"


@job("a draft ends after a day")
def a_day(walk):
    visitor = Person(walk)
    visitor.visit("/enquiry")
    fill(visitor, words="想了解地板")
    kept(visitor, 1)
    visitor.page.evaluate("""() => Object.keys(localStorage).forEach((key) => localStorage.setItem(
        key, JSON.stringify({...JSON.parse(localStorage.getItem(key)), at: Date.now() - 25 * 3600 * 1000})))""")
    visitor.visit("/enquiry")
    kept(visitor, 0)


@job("what is typed after a refusal survives a reload, on a stranger's form and on a customer's, and the page says so")
def after_a_refusal(walk):
    visitor = Person(walk, width=PHONE)
    visitor.visit("/complaint")
    visitor.press("desk.complaint.submit", status=422)
    fill(visitor, words="地板起鼓", phone="13900001234")
    kept(visitor, 1)
    with visitor.arriving(status=422):
        visitor.page.reload()
    visitor.sees_words("form.restored")
    assert visitor.main.locator("[name=words]").input_value() == "地板起鼓"
    assert visitor.main.locator("[name=phone]").input_value() == "13900001234"
    visitor.button("form.discard").click()
    visitor.page.wait_for_load_state()
    assert visitor.main.locator("[name=words]").input_value() == ""
    _, _, link = linked(walk)
    customer = Person(walk, width=PHONE)
    customer.visit(link)
    customer.press("feedback.submit", status=422)
    rate(customer, quality=2)
    customer.field("feedback.problems").fill("门关不严")
    with customer.arriving(status=422):
        customer.page.reload()
    customer.sees_words("form.restored")
    assert customer.main.locator("[name=quality]:checked").input_value() == "2"
    wait_as_a_reader_does()
    press_without_a_line(customer, "feedback.submit")
    customer.visit(link)
    assert customer.field("feedback.problems").input_value() == "门关不严", "a form sent without a line lost the words"
    wait_as_a_reader_does()
    customer.press("feedback.submit")
    kept(customer, 0)


@job("a step and the customer's page sent without a line keep everything, the drawn signature too", width=PHONE)
def without_a_line(walk):
    technician, visit = sent(walk, "阳台推拉门卡住", at="11:30")
    write_report(technician)
    step = f"{visit}/report/finding"
    technician.visit(step)
    fill(technician, finding="滑轮断了", done="换了两只滑轮")
    press_without_a_line(technician, "service-reports.save")
    technician.visit(step)
    technician.button("form.kept-use").click()
    assert technician.main.locator("[name=finding]").input_value() == "滑轮断了"
    technician.press("service-reports.save")
    kept(technician, 0)

    technician.visit(f"{visit}/confirmation")
    draw(technician)
    strokes = technician.main.locator("[name=signature]").input_value()
    fill(technician, name="王建国", remark="来得很快")
    choose(technician, "relation", "self")
    choose(technician, "rating", "5")
    press_without_a_line(technician, "service-reports.confirm")
    technician.visit(f"{visit}/confirmation")
    technician.button("form.kept-use").click()
    assert technician.main.locator("[name=signature]").input_value() == strokes, "the signature is lost"
    ink = technician.main.locator("canvas").evaluate(
        "pad => pad.getContext('2d').getImageData(0, 0, pad.width, pad.height).data.some((part) => part > 0)")
    assert ink, "the signature is not drawn again"
    assert technician.main.locator("[name=rating]:checked").input_value() == "5"
    technician.press("service-reports.confirm")
    technician.sees_words("notice.report-confirmed")
    kept(technician, 0)


@job("rating, remark and name wait while what was signed on paper is photographed", width=PHONE)
def on_paper(walk):
    technician, visit = sent(walk, "吊顶松动", at="17:30")
    write_report(technician)
    technician.visit(f"{visit}/confirmation")
    choose(technician, "manner", "paper")
    fill(technician, name="王建国", remark="来得很快")
    choose(technician, "rating", "4")
    technician.press("service-reports.photograph-paper")
    assert technician.main.locator("[name=moment]:checked").input_value() == "signed-paper"
    technician.visit(f"{visit}/confirmation")
    assert technician.main.locator("[name=remark]").input_value() == "来得很快"
    assert technician.main.locator("[name=rating]:checked").input_value() == "4"
    assert not technician.main.locator("[data-kept]").is_visible(), "the page has it already"


@job("a sheet is not left without a line: it says so, keeps every word, and goes when the line is back")
def sheet(walk):
    agent = Person(walk).sign_in("agent")
    follow_up = owe_a_call(agent)
    agent.visit(f"{follow_up}/sheet")
    agent.main.locator("input[name=overall][value='4']").check()
    agent.main.locator("textarea[name=customerWords]").fill("断线时写的话")
    agent.context.set_offline(True)
    agent.button("sheet.submit").click()
    agent.page.locator("[data-save-status][data-kind=retrying]").wait_for()
    assert agent.page.url.endswith("/sheet")
    agent.context.set_offline(False)
    agent.page.locator("[data-save-status][data-kind=saved]").wait_for(timeout=40_000)
    agent.press("sheet.submit")
    agent.sees_words("notice.sheet-submitted")
    agent.follow("record.read")
    agent.sees("断线时写的话")


@job("on a shared device only the writer sees a draft, and signing out asks and clears")
def shared(walk):
    one = Person(walk).sign_in("agent")
    one.visit("/customers/new")
    one.field("customer.name").fill("只给自己看的客户")
    kept(one, 1)
    one.context.clear_cookies()
    one.sign_in("agent2")
    one.visit("/customers/new")
    assert not one.main.locator("[data-kept]").is_visible(), "somebody else is offered it"
    one.sign_out()
    one.sign_in("agent")
    one.visit("/customers/new")
    one.button("form.kept-use").click()
    assert one.field("customer.name").input_value() == "只给自己看的客户"
    one.sign_out()
    kept(one, 0)


@job("rows that were added come back with a draft")
def rows(walk):
    agent = Person(walk).sign_in("agent")
    agent.visit("/customers/new")
    agent.main.locator("button[name=add-row]").click()
    agent.page.wait_for_load_state()
    agent.main.locator("button[name=add-row]").click()
    agent.page.wait_for_load_state()
    for number in range(3):
        agent.main.locator(f"[name='phones.{number}.number']").fill(f"1390000000{number}")
    agent.visit("/customers/new")
    agent.button("form.kept-use").click()
    for number in range(3):
        assert agent.main.locator(f"[name='phones.{number}.number']").input_value() == f"1390000000{number}"
