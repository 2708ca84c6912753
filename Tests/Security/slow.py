"""Sends the head of a form, changes what its sender may do, and then sends the rest: it must be refused, and nothing
stored, as what counts is the moment in which it would be stored (ACC-11). The same with the head of a reading, a
correction of a sheet that is sealed meanwhile, and a photograph."""

import time

from deeds import Deed, answers, deeds_of
from changes import CHANGES, Victims
from ground import mark
from harness.camera import png

VICTIMS = ["agent2", "admin2", "manager", "executive", "technician"]
PAUSE = 0.05


class Slow:
    def __init__(self, ground, few):
        self.ground, self.few = ground, few
        self.victims = Victims(ground)
        self.ways_in, self.tried, self.taken = [], 0, 0

    def run(self, figures):
        cases = [(who, name, place) for who in VICTIMS for name in CHANGES
                 for place in range(len(deeds_of(self.ground, who)))]
        if self.few:
            cases = [one for name in CHANGES for one in self.ground.random.sample(
                [case for case in cases if case[1] == name], 2)]
        for who, name, place in cases:
            self._case(who, name, deeds_of(self.ground, who)[place])
        for name in CHANGES:
            self._photograph(name)
        self._reading()
        self._sealed()
        self._handed_over()
        controls = [(who, deed) for who in VICTIMS for deed in deeds_of(self.ground, who)]
        for who, deed in self.ground.random.sample(controls, 4) if self.few else controls:
            self._control(who, deed)
        figures.tried("forms and readings whose right went while they came", self.tried, 12)
        figures.proof("a form that comes slowly while nothing changes", self.taken > 0)
        figures.ways_in("by slow bodies", self.ways_in)

    def _rows(self):
        return self.ground.number(
            "SELECT (SELECT count(*) FROM submission) + (SELECT count(*) FROM photograph)")

    def _slowly(self, hand, request, meanwhile, keep=5):
        """The answer to a request whose last bytes come after something has happened, and how many rows it made."""
        head, end, body = request.partition(b"\r\n\r\n")
        first = head + end + body[:keep] if body else head
        connection = hand.connect()
        connection.send(first)
        time.sleep(PAUSE)
        meanwhile()
        before = self._rows()
        connection.send(request[len(first):])
        answer = connection.answer()
        connection.close()
        return answer, self._rows() - before

    def _judge(self, what, answer, rows):
        self.tried += 1
        if answer.status < 400 and not (answer.header("location") or "").startswith("/sign-in") or rows:
            self.ways_in.append(f"{what}: answered {answer.status}, {rows} rows stored")

    def _ready(self, who, deed):
        hand = self.victims.signed_in(who)
        try:
            return hand, hand.request(*deed.ready(hand))
        except KeyError:
            return hand, None  # Nothing to do it to at this moment.

    def _case(self, who, name, deed):
        hand, request = self._ready(who, deed)
        if request is None:
            return
        change = CHANGES[name](self.victims, who, hand)
        answer, rows = self._slowly(hand, request, change.happen)
        self._judge(f"“{deed.name}” of {who}, {name}", answer, rows)
        change.undo()

    def _control(self, who, deed):
        hand, request = self._ready(who, deed)
        if request is not None:
            answer, rows = self._slowly(hand, request, lambda: None)
            self.taken += answer.status < 400 and rows > 0

    def _photograph(self, name):
        hand = self.victims.signed_in("technician")
        path = f"/visits/{self.ground.visit}/photographs"
        pairs = hand.page(path).form(path).filled({"moment": "after"})
        end = "----slow"
        parts = "".join(
            f'--{end}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in pairs)
        parts += f'--{end}\r\nContent-Disposition: form-data; name="photograph"; filename="a.png"\r\n\r\n'
        body = parts.encode() + png(self.ground.random.randint(41, 250)) + f"\r\n--{end}--\r\n".encode()
        request = hand._request("POST", path, body, f"multipart/form-data; boundary={end}")
        change = CHANGES[name](self.victims, "technician", hand)
        answer, rows = self._slowly(hand, request, change.happen, keep=len(body) - 60)
        self._judge(f"a photograph, {name}", answer, rows)
        change.undo()

    def _reading(self):
        """A reading whose head is not whole when the grant is revoked."""
        executive, admin = self.victims.signed_in("executive"), self.ground.hand("admin")
        record = self.ground.sealed[4]
        request = self.ground.ask(executive, record)
        self.ground.decide(admin, request)
        head = executive._request("GET", f"/follow-ups/{record}/record", None, "")
        answer, _ = self._slowly(executive, head, lambda: None)
        self.taken += mark("x", record) in answer.text
        answer, rows = self._slowly(executive, head, lambda: self._revoke(admin, request))
        self._judge("a record, its grant revoked", answer, rows + (mark("x", record) in answer.text))

    def _revoke(self, admin, request):
        form = next(one for one in admin.page(f"/access-requests/{request}").forms if "revocation" in one.action)
        admin.submit(form, {"reason": "已核对完毕"})

    def _sealed(self):
        """A correction under way when an administrator seals the sheet."""
        ground, agent, admin = self.ground, self.victims.signed_in("agent"), self.ground.hand("admin")
        path = f"/follow-ups/{ground.unsealed}"
        correction = Deed("correct a sheet", "agent", f"{path}/correction", f"{path}/correction",
                          {"problem": "迟到的话", "reason": "听错了"})
        self._interrupted(agent, correction, lambda: admin.submit(admin.page(path).form(f"{path}/filing"), {}))

    def _handed_over(self):
        """A sheet under way when the call is handed to somebody else."""
        ground, agent, admin = self.ground, self.victims.signed_in("agent"), self.ground.hand("admin")
        path = f"/follow-ups/{ground.call}"
        sheet = Deed("file a sheet", "agent", f"{path}/sheet", f"{path}/sheet", lambda form, n: answers(form, f"都好{n}"))

        def hand_over():
            form = admin.page(path).form(f"{path}/handover")
            admin.submit(form, {"agent": str(ground.ids["agent2"]), "note": "代为回访"})
        self._interrupted(agent, sheet, hand_over)

    def _interrupted(self, hand, deed, meanwhile):
        try:
            request = hand.request(*deed.ready(hand))
        except KeyError:
            return
        answer, rows = self._slowly(hand, request, meanwhile)
        self._judge(f"“{deed.name}” while it is taken out of their hands", answer, rows)
