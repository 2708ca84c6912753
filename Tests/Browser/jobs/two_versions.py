"""Two people, or two windows, with the same thing open."""

from person import Person
from tasks import fill_sheet, owe_a_call, register_customer, register_project
from walk import PHONE, job


def in_two_windows(walk, path, change, save, status=200):
    """Two agents open a page; the second to save is shown both versions and saves once more."""
    first, second = Person(walk).sign_in("agent"), Person(walk).sign_in("agent2")
    for person in (first, second):
        person.visit(path)
    change(first, 0)
    first.press(save)
    change(second, 1)
    second.press(save, status=409)
    second.main.locator(".two-versions tbody tr").first.wait_for()
    second.press(save)


@job("of two who correct a customer, a project, its dates or its people, the second sees both versions")
def corrections(walk):
    agent = Person(walk).sign_in("agent")
    register_customer(agent)
    customer = agent.page.url
    register_project(agent)
    project = agent.page.url
    in_two_windows(
        walk, f"{customer}/edit", lambda who, turn: who.field("customer.address").fill(f"新地址 {turn}"), "customers.save")
    in_two_windows(
        walk, f"{project}/edit", lambda who, turn: who.field("project.site-address").fill(f"新工地 {turn}"), "projects.save")
    in_two_windows(
        walk, f"{project}/milestones",
        lambda who, turn: who.field("milestones.planned-completed").fill(f"2030-01-0{turn + 1}"), "milestones.save")
    agent.visit(f"{project}/people")
    agent.choice("assignment.duty", walk.words("duty.foreman")).check()
    agent.field("assignment.member").select_option(label="李静")
    agent.press("people.add")
    assignment = agent.main.locator("tbody a").first.get_attribute("href")
    in_two_windows(
        walk, assignment, lambda who, turn: who.field("assignment.until").fill(f"2030-01-0{turn + 1}"), "people.save")


@job("a sheet sent from two windows shows both versions, and the second is kept as a correction")
def sheet(walk):
    agent, again = Person(walk).sign_in("agent"), Person(walk).sign_in("agent")
    follow_up = owe_a_call(agent)
    again.visit(f"{follow_up}/sheet")
    fill_sheet(agent, follow_up, "第一个窗口写的话")
    again.main.locator("textarea[name=customerWords]").fill("第二个窗口写的话")
    again.press("sheet.submit", status=409)
    again.field("correction.reason").fill("两个窗口都填了")
    again.press("correction.submit")
    again.sees("第二个窗口写的话")


@job("of two administrators who correct somebody, the second sees both versions", width=PHONE)
def staff(walk):
    first, second = Person(walk).sign_in("admin"), Person(walk).sign_in("admin")
    first.visit("/staff?q=finance")
    card = first.main.locator("tbody a").first.get_attribute("href")
    for person in (first, second):
        person.visit(card)
    for turn, person in enumerate((first, second)):
        person.field("member.name").fill(f"吴秀兰{turn}")
        person.press("staff.save", status=409 if turn else 200)
    second.press("staff.save")


@job("words that the browser puts back on the way Back never wipe what another window has saved since")
def sheet_on_the_way_back(walk):
    agent = Person(walk).sign_in("agent")
    sheet = f"{owe_a_call(agent)}/sheet"
    words = "textarea[name=customerWords]"
    agent.visit(sheet)
    other = agent.context.new_page()
    other.goto(sheet)
    other.locator(words).fill("另一个窗口写的")
    other.locator("[data-save-status][data-kind=saved]").wait_for()
    agent.main.locator(words).fill("这里写的")
    agent.page.locator("[data-save-status][data-kind=stale]").wait_for()
    agent.page.on("dialog", lambda dialog: dialog.accept())
    agent.visit("/today")
    agent.page.go_back()
    agent.page.wait_for_load_state()
    assert agent.main.locator(words).input_value() == "另一个窗口写的", "the browser's memory stands in the form"
    agent.main.locator("input[name=overall][value='4']").check()
    agent.page.locator("[data-save-status][data-kind=saved]").wait_for()
    third = agent.context.new_page()
    third.goto(sheet)
    assert third.locator(words).input_value() == "另一个窗口写的"


@job("a draft of an older version is offered as such, and shows both versions before it replaces anything", width=PHONE)
def old_draft(walk):
    agent = Person(walk).sign_in("agent")
    register_customer(agent)
    customer = agent.page.url
    notes = "textarea[name=notes]"
    agent.visit(f"{customer}/edit")
    agent.main.locator(notes).fill("旧稿，没有发出去的话")
    agent.page.wait_for_timeout(100)
    agent.page.on("dialog", lambda dialog: dialog.accept())
    agent.visit("/today")
    other = Person(walk).sign_in("agent2")
    other.visit(f"{customer}/edit")
    other.main.locator(notes).fill("后来保存的话")
    other.press("customers.save")
    agent.visit(f"{customer}/edit")
    agent.sees("旧稿，没有发出去的话")
    agent.sees_words("form.kept-older")
    agent.button("form.kept-use").click()
    assert agent.main.locator(notes).input_value() == "旧稿，没有发出去的话"
    agent.press("customers.save", status=409)
    agent.main.locator(".two-versions", has_text="后来保存的话").wait_for()


@job("two windows on one sheet never wipe each other: the second is told, and decides for its own words or the others")
def sheet_drafts(walk):
    agent = Person(walk).sign_in("agent")
    sheet = f"{owe_a_call(agent)}/sheet"
    agent.visit(sheet)
    other = agent.context.new_page()
    other.goto(sheet)
    words = "textarea[name=customerWords]"
    agent.main.locator(words).fill("第一个窗口")
    agent.page.locator("[data-save-status][data-kind=saved]").wait_for()
    other.locator(words).fill("第二个窗口")
    other.locator("[data-save-status][data-kind=stale]").wait_for()
    with agent.context.expect_page() as news:
        other.locator("[data-other-window] a").click()
    third = news.value
    third.wait_for_load_state()
    assert third.locator(words).input_value() == "第一个窗口", "the second window wiped the first"
    third.close()
    assert other.locator(words).input_value() == "第二个窗口"
    other.locator("[data-keep-mine]").click()
    other.locator("[data-save-status][data-kind=saved]").wait_for()
    agent.main.locator("input[name=overall][value='4']").check()
    agent.page.locator("[data-save-status][data-kind=stale]").wait_for()
    agent.press("sheet.submit", status=409)
    agent.main.locator(".two-versions", has_text="第二个窗口").wait_for()
    agent.press("sheet.submit")
    agent.sees_words("notice.sheet-submitted")
