"""Sealed records: asking, approving, reading, revoking, and who has read."""

from person import Person
from tasks import fill_sheet, numbers, owe_a_call
from walk import PHONE, job

SECRET = "客户说邻居家漏水"


def sealed_record(walk):
    """A sheet filled by the agent and sealed by the administrator. Returns the path of the follow-up and both."""
    agent, administrator = Person(walk).sign_in("agent"), Person(walk).sign_in("admin")
    follow_up = owe_a_call(agent)
    fill_sheet(agent, follow_up, SECRET)
    administrator.visit(follow_up)
    administrator.press("record.file")
    administrator.sees_words("notice.sheet-filed")
    return follow_up, agent, administrator


@job("a sealed record is closed to a colleague until an administrator approves, and again once that is revoked")
def approve(walk):
    follow_up, _, administrator = sealed_record(walk)
    colleague = Person(walk).sign_in("agent2")
    colleague.visit(f"{follow_up}/record", status=403)
    colleague.sees_nowhere(SECRET)
    colleague.follow("record.ask")
    colleague.visit(follow_up)
    colleague.main.locator("dl a[href^='/projects/']").click()
    colleague.follow("projects.ask-for-access")
    colleague.field("access-request.reason").fill("太短")
    colleague.press("access.send", status=422)
    colleague.field("access-request.reason").fill("客户打来询问上次说的漏水，需要看记录后答复")
    colleague.choice("access-request.hours", walk.words("duration.72")).check()
    colleague.press("access.send")
    request = colleague.page.url

    administrator.visit("/today")
    administrator.visit(request)
    administrator.choice("approval.hours", walk.words("duration.4")).check()
    narrow(administrator, follow_up)
    administrator.press("access.approve")
    administrator.sees_words("notice.access-approved")

    colleague.visit(request)
    colleague.follow("record.read")
    colleague.sees(SECRET)
    administrator.visit(request)
    administrator.field("revocation.reason").fill("事情已经处理完")
    administrator.press("access.revoke")
    administrator.sees_words("notice.access-revoked")
    colleague.visit(f"{follow_up}/record", status=403)
    colleague.sees_nowhere(SECRET)

    administrator.visit(f"{follow_up}/readings")
    rows = administrator.main.locator("tbody tr", has_text="陈晓燕")
    asked = colleague.asked[f"{walk.company.address}{follow_up}/record"]
    # What one person did again and again stands in one row; the sentence above counts each time, but for refusals after
    # the third of a minute, which are written at its end.
    read, refused = numbers(administrator.main.locator(".page-header .soft").inner_text())
    assert read >= 1 and refused >= 2 and read + refused <= asked, f"{read} and {refused} of {asked} are counted"
    assert rows.count() >= 2, "readings and refusals stand apart"
    administrator.visit("/audit?verify=yes")
    administrator.visit("/audit")
    administrator.follow("audit.verify")
    administrator.main.locator(".note-done").wait_for()
    administrator.visit("/condition")
    return follow_up, administrator


def narrow(administrator, follow_up):
    """Grants one record of the project that was asked for."""
    number = follow_up.rsplit("/", 1)[1]
    administrator.main.locator(f"input[name=scope][value='follow-up-{number}']").check()


@job("a request is refused with a reason, which the one who asked sees", width=PHONE)
def refuse(walk):
    follow_up, agent, administrator = sealed_record(walk)
    agent.visit(f"{follow_up}/record", status=403)
    agent.follow("record.ask")
    agent.field("access-request.reason").fill("想再核对一遍自己填写的内容")
    agent.press("access.send")
    agent.sees_words("notice.access-requested")
    request = agent.page.url
    administrator.visit(request)
    administrator.press("access.refuse", status=422)
    administrator.field("refusal-form.reason").fill("已经核对过了")
    administrator.press("access.refuse")
    agent.visit("/access-requests")
    agent.visit(request)
    agent.sees("已经核对过了")
