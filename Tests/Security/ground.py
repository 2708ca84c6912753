"""The company that is attacked: every kind of words in it that not everybody may see bears a mark that stands nowhere
else, one record was opened to an executive, and there is somebody of every role, and a second administrator."""

import json
import random
import re
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from hand import Hand  # noqa: E402
from harness.camera import png  # noqa: E402
from harness.company import Company, Server, address, reading  # noqa: E402
from harness.visits import visit  # noqa: E402

PEOPLE = ["admin", "agent", "agent2", "technician", "manager", "executive", "finance"]
NOBODY = "nobody"
#: What is marked: table and column, and the letter of its marks (`zqn00012w`: the notes of customer 12).
WORDS = [("customer", "notes", "n"), ("issue", "words", "i"), ("work_order", "symptom", "o"), ("enquiry", "words", "e")]
REASON = "核对投诉里说到的几件事"


def mark(kind, id):
    return f"zq{kind}{id:05}w"


def answers(form, words):
    """A sheet filled in so that it is taken: the first answer of each question, and the customer's words."""
    typed = {one.name: next(filter(None, one.options)) for one in form.fields.values() if one.kind == "radio"}
    typed |= {name: "客户说明了原因。" for name in form.fields if name.endswith(".remark")}
    return typed | {"overall": "4", "customerWords": words}


class Ground:
    def __init__(self, huifang, seed, projects=40):
        self.random = random.Random(seed)
        self.company = Company(huifang, projects)
        try:
            self.company.add_member("admin2", "administrator", self.company.password)
            with sqlite3.connect(self.company.database) as database:
                self._mark(database)
            self.visit = visit(self.company, "technician", "PG-0001")
            self.server = Server(self.company)
            self._hands, self._sources = {}, 0
            #: Of those who have another than they began with.
            self.passwords = {}
            self.ids = dict(self.query("SELECT username, id FROM member WHERE username IS NOT NULL"))
            self._open_one()
        except BaseException:
            self.company.__exit__()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.company.__exit__()

    # What is stored

    def query(self, sql, *arguments):
        with reading(self.company.database) as database:
            return [tuple(row) for row in database.execute(sql, arguments)]

    def number(self, sql, *arguments):
        return self.query(sql, *arguments)[0][0]

    # Who sends

    def source(self):
        """An address that nobody has come from yet."""
        self._sources += 1
        return address(300 + self._sources)

    def stranger(self):
        return Hand(self.server.port, self.source())

    def fresh(self, who, password=None):
        """Somebody signed in anew."""
        hand = self.stranger()
        if who != NOBODY:
            hand.sign_in(who, password or self.passwords.get(who, self.company.password))
            hand.member = self.ids[who]
        return hand

    def hand(self, who):
        """Somebody signed in, the same one each time."""
        if who not in self._hands:
            self._hands[who] = self.fresh(who)
        return self._hands[who]

    def forget(self, who):
        self._hands.pop(who, None)

    # How it was made

    def _mark(self, database):
        for table, column, letter in WORDS:
            database.execute(f"UPDATE {table} SET {column} = {column} || printf(' zq{letter}%05dw', id)")
        # Two orders of a department that no manager of this company leads.
        database.execute("UPDATE work_order SET department = 'sales' WHERE id IN (1, 3)")
        for id, content in database.execute("SELECT follow_up_id, content FROM sheet_revision").fetchall():
            content = json.loads(content)
            content["answers"]["customerWords"] = [mark("x", id)]
            database.execute(
                "UPDATE sheet_revision SET content = ? WHERE follow_up_id = ?",
                [json.dumps(content, ensure_ascii=False), id])
        database.execute("UPDATE feedback_content SET suggestions = printf('zqf%05dw', feedback_id)")

    def _open_one(self):
        """A grant for one sealed record, a request that waits, a draft, a link and a photograph."""
        sealed = "SELECT follow_up_id FROM sheet WHERE author_id = 3 AND seals_at < datetime('now') ORDER BY 1"
        self.sealed = [id for id, in self.query(sealed)]
        self.granted = self.sealed[0]
        executive, admin, agent = self.hand("executive"), self.hand("admin"), self.hand("agent")
        request = self.ask(executive, self.granted)
        self.decide(admin, request)
        self.ask(executive, self.sealed[1])
        filed, self.call, *_ = [id for id, in self.query(
            "SELECT id FROM follow_up WHERE agent_id = 2 AND state = 'owed' AND opens_on <= date('now') ORDER BY id")]
        self.unsealed = self._sheet(agent, filed)
        path = f"/follow-ups/{self.call}/sheet"
        agent.post(f"/follow-ups/{self.call}/draft", agent.page(path).form(path).filled({"customerWords": mark("d", 2)}))
        form = agent.page("/projects/5/feedback").form("/projects/5/feedback-links")
        agent.submit(form, {})
        self.link = re.search(r"/feedback/[\w-]{40,}", agent.get("/projects/5/feedback").text).group()
        self.photograph = self._photograph()

    def _sheet(self, agent, call):
        """A sheet that its author has just filed, so that it is sealed to everybody but its author."""
        path = f"/follow-ups/{call}/sheet"
        form = agent.page(path).form(path)
        answer = agent.submit(form, answers(form, mark("x", call)))
        if answer.status != 303:
            raise SystemExit(f"The sheet of call {call} is not taken: {answer.status}")
        return call

    def ask(self, hand, record):
        """Asks to read a record; returns the number of the request."""
        form = hand.page(f"/access-requests/new?record=follow-up-{record}").form("/access-requests")
        answer = hand.submit(form, {"reason": f"{REASON} {mark('a', hand.member)}"})
        return int(answer.header("location").rsplit("/", 1)[1])

    def decide(self, admin, request, decision="approval", typed=()):
        path = f"/access-requests/{request}"
        return admin.submit(admin.page(path).form(f"{path}/{decision}"), dict(typed))

    def _photograph(self):
        hand = self.hand("technician")
        path = f"/visits/{self.visit}/photographs"
        file = self.company.folder.parent / "before.png"
        file.write_bytes(png(40))
        form = hand.page(path).form(path)
        hand.send_form(path, form.filled({"moment": "before"}), "photograph", file)
        return self.number("SELECT token FROM photograph")
