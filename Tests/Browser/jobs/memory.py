"""The browser's memory: Back shows nothing that was forbidden meanwhile.

The browser that the tests drive keeps no whole pages, so it is told what one that does tells a page: that it goes into
memory, and that it comes back from there.
"""

from person import Person
from walk import job

from .access import SECRET, sealed_record
from .feedback import linked, wait_as_a_reader_does

SENT_AWAY = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"
COMES_BACK = "setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})))"


def send_away(person):
    person.page.evaluate(SENT_AWAY)
    assert not person.page.locator("body").is_visible(), "the page goes into memory as it is shown"


def come_back(person, status=200):
    with person.arriving(status):
        person.page.evaluate(COMES_BACK)
    assert person.page.locator("body").is_visible()


@job("Back shows no record once the approval is revoked, and nobody's page after signing out")
def record(walk):
    follow_up, _, administrator = sealed_record(walk)
    colleague = Person(walk).sign_in("agent2")
    colleague.visit(f"{follow_up}/record", status=403)
    colleague.follow("record.ask")
    colleague.field("access-request.reason").fill("客户打来询问上次说的漏水，需要看记录后答复")
    colleague.press("access.send")
    administrator.visit(colleague.page.url)
    administrator.press("access.approve")
    colleague.visit(f"{follow_up}/record")
    colleague.sees(SECRET)
    send_away(colleague)
    administrator.field("revocation.reason").fill("事情已经处理完")
    administrator.press("access.revoke")
    come_back(colleague, status=403)
    colleague.sees_nowhere(SECRET)
    colleague.visit("/customers")
    send_away(colleague)
    colleague.context.clear_cookies()
    come_back(colleague)
    colleague.field("sign-in.password").wait_for()


@job("Back shows a customer's answer no more in a browser that cannot prove any longer whose it is")
def answer(walk):
    _, _, link = linked(walk)
    customer = Person(walk)
    customer.visit(link)
    customer.main.locator("[name=suggestions]").fill("只给自己看的话")
    wait_as_a_reader_does()
    customer.press("feedback.submit")
    customer.sees("只给自己看的话")
    send_away(customer)
    customer.context.clear_cookies()
    come_back(customer)
    customer.sees_words("feedback.no-cookie")
    customer.sees_nowhere("只给自己看的话")
