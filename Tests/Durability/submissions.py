"""What the clients of kill.py send: forms that they were shown, filled so that each can be found again."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from itertools import count

SHANGHAI = timezone(timedelta(hours=8))
AGENTS = ["agent", "agent2"]
KINDS = ["attempt"] * 6 + ["sheet"] * 5 + ["draft"] * 4 + ["customer"] * 3 + ["project"] * 2
serials = count(1)


@dataclass
class Submission:
    kind: str
    path: str
    pairs: list
    #: Words, a number or a time that only this submission has.
    marker: str
    follow_up: int | None = None
    id: str = ""
    #: None until there was an answer.
    status: int | None = None
    location: str | None = None
    was_sent: bool = field(default=False)

    def __post_init__(self):
        self.id = dict(self.pairs).get("submission", "")

    def __str__(self):
        return f"{self.kind} {self.marker} to {self.path}: {self.status} {self.location or ''}"

    @property
    def is_acknowledged(self):
        return self.status == (200 if self.kind == "draft" else 303)

    @property
    def is_refused(self):
        return self.status is not None and not self.is_acknowledged

    def send(self, browser):
        """Raises Lost, and stays unanswered, when the server dies meanwhile."""
        self.was_sent = True
        answer = browser.post(self.path, self.pairs)
        location = answer.header("location")
        self.status, before = answer.status, self.location
        self.location = location or before
        return before is None or before == location


class Writer:
    """Opens forms and fills them in; each client has its own, with follow-ups that no other client touches."""

    def __init__(self, browser, seed):
        self.browser = browser
        self.random = random.Random(seed)
        self.customers = []
        self.tomorrow = datetime.now(SHANGHAI).date() + timedelta(days=1)

    def next(self, follow_ups):
        """A filled form that was not sent yet; takes a follow-up off the list when it needs one."""
        kind = self.random.choice(KINDS)
        serial = next(serials)
        if kind == "customer" or not follow_ups or (kind == "project" and not self.customers):
            return self._customer(serial)
        if kind == "project":
            return self._project(serial)
        follow_up = follow_ups.pop()
        return {"attempt": self._attempt, "sheet": self._sheet, "draft": self._draft}[kind](serial, follow_up)

    def _customer(self, serial):
        form = self.browser.page("/customers/new").form("/customers")
        marker = f"断电客户{serial}号"
        typed = {
            "name": marker, "phones.0.number": f"199{serial:08}", "known-by": form.fields["known-by"].options[:2],
            "address": f"断电路{serial}号",
        }
        return Submission("customer", form.action, form.filled(typed), marker)

    def _project(self, serial):
        customer = self.random.choice(self.customers)
        form = self.browser.page(f"/customers/{customer}/projects/new").form(f"/customers/{customer}/projects")
        marker = f"DD-{serial}"
        kind = next(value for value in form.fields["kind"].options if value)
        typed = {"number": marker, "kind": kind, "planned-started": self.tomorrow.isoformat()}
        return Submission("project", form.action, form.filled(typed), marker)

    def _attempt(self, serial, follow_up):
        path = f"/follow-ups/{follow_up}/attempts"
        form = self.browser.page(f"/follow-ups/{follow_up}").form(path, having="callback.date")
        at = datetime.combine(self.tomorrow, datetime.min.time(), SHANGHAI) + timedelta(minutes=serial % (80 * 1440))
        typed = {"callback.date": at.date().isoformat(), "callback.time": at.strftime("%H:%M")}
        marker = at.astimezone(timezone.utc).strftime("%Y-%m-%d %H:%M")
        return Submission("attempt", path, form.filled(typed, ("later", "typed")), marker, follow_up)

    def _sheet(self, serial, follow_up):
        path = f"/follow-ups/{follow_up}/sheet"
        form = self.browser.page(path).form(path)
        marker = f"断电记录{serial}号"
        return Submission("sheet", path, form.filled(self._answers(form, marker)), marker, follow_up)

    def _draft(self, serial, follow_up):
        path = f"/follow-ups/{follow_up}/sheet"
        form = self.browser.page(path).form(path)
        marker = f"断电草稿{serial}号"
        return Submission(
            "draft", f"/follow-ups/{follow_up}/draft", form.filled(self._answers(form, marker)), marker, follow_up)

    def _answers(self, form, marker):
        answers = {"customerWords": marker}
        for one in form.fields.values():
            if one.kind == "radio":
                answers[one.name] = self.random.choice([option for option in one.options if option])
            elif one.name.endswith(".remark"):
                answers[one.name] = "客户说明了原因。"
        return answers


def owed(database, clients):
    """Follow-ups to be called now, for each of so many clients: those of its agent, whom clients take turns to be."""
    sql = """SELECT f.id FROM follow_up f JOIN member m ON m.id = f.agent_id
        WHERE f.state = 'owed' AND f.is_tentative = 0 AND f.opens_on <= date('now', '+8 hours')
            AND m.username = ? AND f.id % ? = ?"""
    share = clients // len(AGENTS)
    return [
        [row["id"] for row in database.execute(sql, (AGENTS[number % len(AGENTS)], share, number // len(AGENTS)))]
        for number in range(clients)]
