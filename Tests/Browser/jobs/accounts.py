"""Setting a company up, managing its staff, and looking after one's own account."""

from company import Founded
from person import Person
from walk import job

SECRET = "four unrelated words here"


@job("the set-up link makes the first administrator, once")
def set_up(walk):
    demo, walk.company = walk.company, Founded(walk.binary, walk.folder / "founded")
    try:
        with walk.company:
            link = walk.company.read_set_up_link()
            somebody = Person(walk)
            somebody.visit(link)
            somebody.press("set-up.submit", status=422)
            somebody.sees_words("form.errors-title")
            somebody.field("set-up.name").fill("王敏")
            somebody.field("set-up.username").fill("wangmin")
            somebody.field("set-up.password").fill(SECRET)
            somebody.field("set-up.repeated").fill(SECRET)
            somebody.press("set-up.submit")
            somebody.sees_words("notice.set-up-done")
            somebody.enter("wangmin", SECRET)
            somebody.sees_words("today.pending")
            for page in ("/customers", "/follow-ups", "/access-requests", "/staff", "/audit"):
                somebody.visit(page)
            latecomer = Person(walk)
            latecomer.visit(link, status=404)
            for browser in (somebody, latecomer):
                browser.context.close()
    finally:
        walk.company = demo


@job("an administrator adds somebody, who signs in with the one-time password and chooses another")
def staff(walk):
    administrator = Person(walk).sign_in("admin")
    administrator.follow("nav.staff", within=administrator.page.locator("nav"))
    administrator.follow("staff.new")
    administrator.press("staff.add", status=422)
    administrator.field("member.name").fill("孙小红")
    administrator.field("member.username").fill("sun.xiaohong")
    administrator.choice("member.roles", walk.words("role.agent")).check()
    administrator.press("staff.add")
    password = administrator.main.locator("code").inner_text()
    administrator.context.grant_permissions(["clipboard-read", "clipboard-write"])
    administrator.button("staff.password-copy").click()
    administrator.sees_words("feedback.copied")
    assert administrator.page.evaluate("navigator.clipboard.readText()") == password
    administrator.follow("staff.password-done")
    card = administrator.page.url

    newcomer = Person(walk)
    newcomer.visit("/customers")
    newcomer.enter("sun.xiaohong", "wrong", status=422)
    newcomer.enter("sun.xiaohong", password)
    newcomer.sees_words("password.must-change")
    newcomer.field("password.current").fill(password)
    newcomer.field("password.password").fill("short")
    newcomer.press("password.submit", status=422)
    newcomer.field("password.current").fill(password)
    newcomer.field("password.password").fill(SECRET)
    newcomer.field("password.repeated").fill(SECRET)
    newcomer.press("password.submit")
    newcomer.visit("/today")

    administrator.visit(card)
    administrator.press("staff.lock")
    administrator.sees_words("notice.member-locked")
    newcomer.visit("/today")
    newcomer.sees_words("sign-in.note-then")
    administrator.press("staff.unlock")
    administrator.press("staff.reset")
    administrator.sees_words("staff.password-once")
    for query in ("?q=sun", "?q=nobody-at-all"):
        administrator.visit(f"/staff{query}")


@job("a person sees where they are signed in and signs out everywhere")
def sessions(walk):
    person, elsewhere = Person(walk).sign_in("manager"), Person(walk).sign_in("manager")
    person.page.locator("header.site").get_by_role("link", name="刘建华").click()
    person.sees_words("sessions.this-one")
    person.visit("/sessions")
    person.follow("sessions.change-password")
    person.visit("/sessions")
    person.press("sessions.end-all")
    person.visit("/sign-in")
    elsewhere.visit("/today")
    elsewhere.sees_words("sign-in.note-then")


@job("everybody has a first page, whatever their role")
def roles(walk):
    for username in ("admin", "agent2", "technician", "manager", "executive", "finance"):
        person = Person(walk).sign_in(username)
        person.sees_nowhere("error-page")
        links = person.page.locator("nav a[href^='/']").evaluate_all("links => links.map((a) => a.getAttribute('href'))")
        for link in links:
            person.visit(link)
        person.sign_out()
        person.sees_words("notice.signed-out")
