"""What an administrator does with the rulebook and the calendar."""

from person import Person
from walk import job


@job("an administrator reads the rulebook, draws up a change, is told every mistake, sees what it would do, puts it into force")
def change(walk):
    administrator = Person(walk).sign_in("admin")
    administrator.visit("/rulebook")
    administrator.visit("/rulebook/preview")
    propose(administrator, "opens: 10 days", "opens: -10 days", status=422)
    propose(administrator, "opens: 10 days", "opens: 12 days")
    administrator.main.locator("textarea[name=reason]").fill("前期回访改为开工后第十二天起")
    administrator.press("proposal.put-into-force")
    administrator.visit("/rulebook")
    administrator.sees("前期回访改为开工后第十二天起")


def propose(administrator, old, new, status=200):
    """Hands in the rulebook in force with one change; it is in force only later."""
    administrator.visit("/rulebook/proposals/new")
    document = administrator.main.locator("textarea[name=yaml]")
    document.fill(document.input_value().replace(old, new, 1))
    administrator.press("proposal.check", status=status)


@job("an administrator looks at a year's holidays; an agent may look, too")
def calendar(walk):
    for one in ("admin", "agent"):
        person = Person(walk).sign_in(one)
        person.visit("/calendar/2026")
        person.visit("/calendar/2030")
