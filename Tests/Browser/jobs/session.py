"""A session that ends while somebody types."""

from person import Person
from tasks import owe_a_call
from walk import job


def end_everywhere(walk, username):
    """The same person signs out everywhere, from another device."""
    elsewhere = Person(walk).sign_in(username)
    elsewhere.visit("/sessions")
    elsewhere.press("sessions.end-all")


@job("a form sent after the session ended goes on after signing in again")
def form(walk):
    agent = Person(walk).sign_in("agent")
    agent.visit("/customers/new")
    agent.field("customer.name").fill("登录过期的客户")
    agent.field("customer.phones.number").first.fill("19911112222")
    for colleague in ("李静", "陈晓燕"):
        agent.choice("customer.known-by", colleague).check()
    end_everywhere(walk, "agent")
    agent.press("customers.register", status=401)
    agent.sees_words("sign-in.note-pending")
    agent.enter("agent", "not the password", status=422)
    agent.enter("agent")
    agent.sees_words("go-on.text")
    agent.press("go-on.submit")
    agent.sees_words("notice.customer-registered")
    agent.sees("登录过期的客户")


@job("a sheet whose session ended says so, and is saved after signing in again in another window")
def sheet(walk):
    agent = Person(walk).sign_in("agent")
    follow_up = owe_a_call(agent)
    agent.visit(f"{follow_up}/sheet")
    end_everywhere(walk, "agent")
    agent.main.locator("textarea[name=customerWords]").fill("过期以后写的话")
    agent.page.locator("[data-save-status][data-kind=expired]").wait_for()
    window = agent.context.new_page()
    window.goto("/sign-in")
    window.locator("input[name=username]").fill("agent")
    window.locator("input[name=password]").fill(walk.company.password)
    window.locator("main button").click()
    agent.page.locator("[data-save-status][data-kind=saved]").wait_for(timeout=40_000)
    agent.main.locator("input[name='overall'][value='5']").check()
    agent.press("sheet.submit")
    agent.sees_words("notice.sheet-submitted")
