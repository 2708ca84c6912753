"""A customer complains: written down, referred, accepted, answered, seen to, asked about and closed."""

from person import Person
from tasks import register_customer, register_project
from walk import PHONE, job


def raised(walk, words):
    """A complaint about a project's leaking pipe. Returns the agent, the customer's phone and the issue's address."""
    agent = Person(walk).sign_in("agent")
    _, phone = register_customer(agent)
    register_project(agent)
    with agent.arriving():
        agent.main.locator("a[href*='/issues/new']").first.click()
    agent.press("issues.raise", status=422)
    agent.field("issue.words").fill(words)
    agent.field("issue.category").select_option(index=1)
    agent.choice("issue.kind", walk.words("issue.kind.complaint")).check()
    agent.choice("issue.urgency", walk.words("issue.urgency.water-electricity")).check()
    agent.press("issues.raise")
    agent.sees_words("notice.issue-raised")
    return agent, phone, agent.page.url


def step(person, deed, answer=None, text=None, status=200):
    """Takes one step of the issue that is shown."""
    form = person.page.locator(f"form[action$='/{deed}']")
    if not form.is_visible():
        person.page.locator("details").filter(has=form).locator("summary").click()
    if answer:
        form.locator(f"input[value='{answer}']").check()
    if text:
        form.locator("textarea").fill(text)
    person.press(f"issues.do.{deed}", status=status, within=form)
    if status == 200:
        person.sees_words(f"notice.issue-{deed}")


@job("a complaint is written down, referred, accepted, answered, seen to, asked about and closed, by those whose turn it is")
def complained(walk):
    agent, phone, issue = raised(walk, "周六晚上主卫角阀爆裂，水漏到楼下")
    agent.main.locator("input[name='referral-department'][value='maintenance']").check()
    step(agent, "referral")
    manager = Person(walk).sign_in("manager")
    manager.visit("/issues/board")
    manager.visit(issue)
    step(manager, "acceptance")
    step(manager, "answer", status=422)
    step(manager, "answer", text="一小时内上门关阀，先关好总阀")
    step(manager, "pause", "parts", "等角阀到货")
    step(manager, "resumption")
    step(manager, "solution", text="换了角阀，试水不漏")
    agent.visit(issue)
    step(agent, "verification", status=422)
    step(agent, "verification", "no", "楼下天花板还没有修")
    manager.visit(issue)
    step(manager, "acceptance")
    step(manager, "solution", text="楼下天花板已经补好")
    agent.visit(issue)
    step(agent, "verification", "yes")
    step(agent, "closing")
    agent.visit("/issues?state=closed&complaint=yes")
    agent.visit(f"/issues/new?caller={phone}")
    agent.visit("/issues/new?caller=13900000000")
    agent.sees_words("issues.caller-unknown")


@job("a manager hands back what is not the department's, and goes on with the list", width=PHONE)
def handed_back(walk):
    agent, _, issue = raised(walk, "发票抬头写错了，要重新开")
    agent.main.locator("input[name='referral-department'][value='maintenance']").check()
    step(agent, "referral")
    manager = Person(walk).sign_in("manager")
    manager.visit(issue)
    step(manager, "handing-back", status=422)
    step(manager, "handing-back", text="不归工程部，请转财务")
    manager.visit(issue, status=404)


@job("an executive looks at the board of issues and at a list in which nothing is found")
def looked_at(walk):
    executive = Person(walk).sign_in("executive")
    executive.visit("/issues/board")
    executive.visit("/issues?state=reopened&late=yes&important=yes")
    executive.sees_words("issues.empty-title")
