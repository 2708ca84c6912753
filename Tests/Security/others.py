"""Sends everybody's forms as everybody else: those whose role is kept out, those whose call, visit or department it is
not, and people who would decide about themselves. They are refused, and the form still works for whom it was made
(ACC-1, ACC-4)."""

import re

from deeds import Deed, deeds_of
from ground import NOBODY, PEOPLE
from hand import fresh_id, id_of, with_id
from table import table

MAKERS = ["agent", "agent2", "technician", "manager", "executive", "admin"]
#: What only the person does whose call, sheet or visit it is.
OWN = re.compile(r"/follow-ups/\d+/(attempts|sheet|draft|correction|excuse-requests)|/visits/\d+/(acceptance|arrival)")
SALES = [("/work-orders/1", "approval", {}), ("/work-orders/1", "refusal", {"reason": "不在保修范围"}),
         ("/work-orders/1", "cancellation", {"because": "客户取消"}),
         ("/work-orders/3", "cancellation", {"because": "客户取消"})]


class Others:
    def __init__(self, ground, few):
        self.ground, self.few = ground, few
        self.routes = [
            (re.compile(re.sub(r":\w+", r"[^/]+", one.path) + "$"), one) for one in table() if one.method == "POST"]
        self.ways_in, self.tried, self.taken = [], 0, 0

    def run(self, figures):
        for who in MAKERS:
            for deed in deeds_of(self.ground, who):
                self._deed(who, deed)
        self._other_department()
        self._photographs()
        self._own_request(figures)
        figures.tried("forms of other people sent", self.tried, 100)
        figures.proof("the same forms, sent by whom they were made for", self.taken >= 20)
        figures.ways_in("by other people's forms", self.ways_in)

    def _stored(self, id):
        return self.ground.number("SELECT count(*) FROM submission WHERE id = ?", id)

    def _kept_out(self, action, who):
        """Whom the form must be refused to."""
        if OWN.match(action):
            return [one for one in [*PEOPLE, "technician2", NOBODY] if one != who]
        path = action.split("?")[0]
        enter = next((one.enter for pattern, one in self.routes if pattern.match(path)), None)
        return [one for one in [*PEOPLE, NOBODY] if enter and one not in enter]

    def _deed(self, who, deed):
        try:
            action, pairs = deed.ready(self.ground.hand(who))
        except KeyError:
            return
        for other in self._kept_out(action, who):
            self._refused(other, action, pairs)
        self.ground.hand(who).post(action, pairs)
        self.taken += self._stored(id_of(pairs))

    def _refused(self, other, action, pairs):
        hand, id = self.ground.hand(other), fresh_id()
        own = [(name, str(hand.member) if name == "opened-by" else value) for name, value in with_id(pairs, id)]
        self.tried += 1
        answer = hand.post(action, own)
        led_in = answer.status < 400 and not (answer.header("location") or "").startswith("/sign-in")
        if led_in or self._stored(id):
            self.ways_in.append(f"{other} sends {action}: answered {answer.status}, stored {self._stored(id)}")

    def _other_department(self):
        """A manager decides nothing for a department of somebody else."""
        for page, step, typed in SALES:
            action, pairs = Deed(step, "admin", page, f"{page}/{step}", typed).ready(self.ground.hand("admin"))
            self._refused("manager", action, pairs)

    def _photographs(self):
        """Only who took a photograph, or may see the visit, takes it away."""
        for step in ("removal", "return"):
            for who in ("technician2", "executive", "finance", NOBODY):
                self._refused(who, f"/photographs/{self.ground.photograph}/{step}", [("submission", "")])
        if self.ground.number("SELECT count(*) FROM photograph WHERE removed_at IS NOT NULL"):
            self.ways_in.append("a photograph was taken away by somebody else")

    def _own_request(self, figures):
        """An administrator who is an agent as well asks, and would decide; another one may."""
        ground, both, id = self.ground, "admin2", self.ground.ids["admin2"]
        admin = ground.hand("admin")
        admin.submit(admin.page(f"/staff/{id}").form(f"/staff/{id}"), {"roles": ["administrator", "agent"]})
        hand = ground.hand(both)
        request = ground.ask(hand, ground.sealed[6])
        for step, typed in (("approval", {}), ("refusal", {"reason": "理由不充分"})):
            path = f"/access-requests/{request}"
            action, pairs = Deed(step, "admin", path, f"{path}/{step}", typed).ready(admin)
            self._refused(both, action, pairs)
        figures.proof("another administrator, who decides it", ground.decide(admin, request).status == 303)
        grant = ground.number("SELECT id FROM access_grant WHERE request_id = ?", request)
        path = f"/access-requests/{request}"
        action, pairs = Deed("end", "admin", path, f"/access-grants/{grant}/revocation", {"reason": "已核对"}).ready(admin)
        self._refused(both, action, pairs)
