"""What becomes of calls that cannot be made as planned: asked off, handed to others, and where the week stands."""

from person import Person
from tasks import owe_a_call
from walk import job


@job("an agent asks that a call be excused, an administrator gives it to another agent instead")
def asked_and_given(walk):
    agent, administrator = Person(walk).sign_in("agent"), Person(walk).sign_in("admin")
    follow_up = owe_a_call(agent)
    agent.visit(follow_up)
    agent.field("excuse-request.reason").fill("客户说已经退单")
    agent.press("excuse-request.ask")
    agent.sees_words("notice.excuse-requested")
    administrator.visit("/today")
    administrator.sees("客户说已经退单")
    administrator.visit(follow_up)
    administrator.field("excuse-refusal.answer").fill("只退了一半，还要回访")
    administrator.press("excuse-request.refuse")
    administrator.sees_words("notice.excuse-refused")
    administrator.field("call-handover.agent").select_option(label="陈晓燕")
    administrator.field("call-handover.note").fill("请代为回访")
    administrator.press("call-handover.submit")
    administrator.sees_words("notice.call-handed-over")
    other = Person(walk).sign_in("agent2")
    other.visit(f"{follow_up}/sheet")
    other.sees("请代为回访")


@job("an agent is ill: an administrator sees what would go, hands it over, and takes it back")
def ill(walk):
    administrator = Person(walk).sign_in("admin")
    administrator.visit("/staff")
    with administrator.arriving():
        administrator.link("李静").click()
    administrator.follow("handover.title")
    administrator.press("handover.preview", status=422)
    administrator.choice("handover.extent", walk.words("handover.extent.all-calls")).check()
    administrator.choice("handover.to", "陈晓燕").check()
    administrator.press("handover.preview")
    administrator.sees_words("handover.would-go")
    decide = administrator.main.locator("form[method=post] .button")
    with administrator.arriving(422):
        decide.click()
    administrator.field("handover.reason").fill("病假一周")
    with administrator.arriving():
        decide.click()
    administrator.sees_words("notice.handed-over")
    administrator.press("handover.reverse")
    administrator.sees_words("notice.handover-reversed")


@job("the rate of the week stands on the day's page, and each number leads to its list")
def rate(walk):
    for one in ("agent", "admin", "executive"):
        person = Person(walk).sign_in(one)
        person.visit("/today")
        count = person.main.locator(".rate-parts a").first.locator("b").inner_text()
        with person.arriving():
            person.main.locator(".rate-parts a").first.click()
        person.sees(walk.words("follow-ups.count", count=count))
        person.visit("/today")
        person.follow("rate.to-weeks")
        person.follow("rate.previous-week")
        person.follow("rate.this-week")
