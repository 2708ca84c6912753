"""Sends two requests at once that cannot both come first: one wins, the other is told so, the trail stays whole, and
there are as many entries of readings as pages that showed the record (ACC-4, ACC-11, ACC-13, UX-3)."""

import time
from collections import Counter

from deeds import Deed, _customer
from ground import answers, mark
from hand import fresh_id, id_of, with_id

DONE = (200, 303)


class Races:
    def __init__(self, ground, few, count=None):
        self.ground = ground
        self.count = count or (40 if few else 1_000)
        self.ways_in, self.run_, self.won_by = [], Counter(), Counter()
        self.reads, self.lines = 0, {}

    def run(self, figures):
        ground = self.ground
        self.first, self.second = ground.fresh("admin"), ground.fresh("admin2")
        self.executive, self.other = ground.fresh("executive"), ground.fresh("agent2")
        self.agent, self.window = ground.fresh("agent"), ground.fresh("agent")
        kinds = [self.decide] * 8 + [self.same_id] * 4 + [self.drafts] * 4 + [self.roles] * 3 + [self.locks]
        entries = self._entries()
        for number in range(self.count):
            kinds[number % len(kinds)]()
        entries = self._entries() - entries
        for kind, count in sorted(self.run_.items()):
            figures.tried(f"races: {kind}", count)
        figures.note("won by the first, by the second sender", f"{self.won_by[0]}, {self.won_by[1]}")
        figures.tried("readings while a grant was revoked", self.reads)
        figures.bound(
            "their entries in the trail", str(entries), entries == self.reads, f"{self.reads}, as the readings")
        figures.proof("two who both win, as they decide two requests", self._proof())
        figures.ways_in("by races", self.ways_in)

    def _entries(self):
        return self.ground.number(
            "SELECT count(*) FROM audit_entry WHERE action = 'record-read' AND member_id = ?", self.executive.member)

    # Two at once

    def _line(self, hand):
        if hand not in self.lines:
            self.lines[hand] = hand.connect()
        return self.lines[hand]

    def _together(self, *sent):
        """The answers to requests that are on their way at the same moment, now the one first and now the other."""
        order = list(range(len(sent)))
        self.ground.random.shuffle(order)
        pause = self.ground.random.choice([0, 0, 0, 0.0005, 0.002])
        for place in order:
            hand, request = sent[place]
            self._line(hand).send(request)
            time.sleep(pause)
        answers_ = [self._line(hand).answer() for hand, _ in sent]
        for (hand, _), answer in zip(sent, answers_):
            hand._keep_cookies(answer)
            if answer.closes:
                self.lines.pop(hand).close()
        return answers_

    def _one_wins(self, kind, answers_, stored, must=1):
        """Notes a way in unless one was done, and one thing is stored."""
        self.run_[kind] += 1
        done = [place for place, answer in enumerate(answers_) if answer.status in DONE]
        if len(done) != must or stored != must:
            self.ways_in.append(f"{kind}: answered {[one.status for one in answers_]}, stored {stored}")
        elif len(done) == 1:
            self.won_by[done[0]] += 1
        return done[0] if done else None

    # What is raced for

    def _decision(self, hand, request):
        path = f"/access-requests/{request}"
        step, typed = self.ground.random.choice([("approval", {}), ("refusal", {"reason": "理由不充分"})])
        return hand, hand.request(*Deed(step, None, path, f"{path}/{step}", typed).ready(hand))

    def decide(self):
        """Two administrators decide one request; what was granted is revoked by both while it is read."""
        record = self.ground.random.choice(self.ground.sealed[5:15])
        request = self.ground.ask(self.executive, record)
        both = self._together(self._decision(self.first, request), self._decision(self.second, request))
        stored = self.ground.number(
            "SELECT (SELECT count(*) FROM access_grant WHERE request_id = ?1) + "
            "(SELECT count(*) FROM access_refusal WHERE request_id = ?1)", request)
        self._one_wins("two decide one request", both, stored)
        grant = self.ground.query("SELECT id FROM access_grant WHERE request_id = ?", request)
        for (id,) in grant:
            self._revoke(request, id, record)

    def _revoke(self, request, grant, record):
        deed = Deed("revoke", None, f"/access-requests/{request}", f"/access-grants/{grant}/revocation",
                    {"reason": "已核对完毕"})
        path = f"/follow-ups/{record}/record"
        reading = self.executive, self.executive._request("GET", path, None, "")
        page, *both = self._together(
            reading, *((one, one.request(*deed.ready(one))) for one in (self.first, self.second)))
        stored = self.ground.number("SELECT count(*) FROM access_revocation WHERE grant_id = ?", grant)
        self._one_wins("two revoke one grant while it is read", both, stored)
        self.reads += mark("x", record) in page.text
        after = self.executive.get(path)
        if after.status != 403 or mark("x", record) in after.text:
            self.ways_in.append(f"{path} is read after its grant was revoked: {after.status}")

    def same_id(self):
        """One form sent twice at once by one person; and two people's forms under one id."""
        form = Deed("register", None, "/customers/new", "/customers", _customer)
        action, pairs = form.ready(self.agent)
        name = dict(pairs)["name"]
        twice = self._together(*((one, one.request(action, pairs)) for one in (self.agent, self.window)))
        stored = self.ground.number("SELECT count(*) FROM customer WHERE name = ?", name)
        self.run_["one form sent twice"] += 1
        if stored != 1 or len({one.header("location") for one in twice if one.status == 303}) != 1:
            self.ways_in.append(f"one form sent twice: stored {stored}, answered {[one.status for one in twice]}")
        id, sent = fresh_id(), []
        for hand in (self.agent, self.other):
            action, pairs = form.ready(hand)
            sent.append((hand, hand.request(action, with_id(pairs, id))))
        answers_ = self._together(*sent)
        stored = self.ground.number("SELECT count(*) FROM submission WHERE id = ?", id)
        self._one_wins("two people's forms under one id", answers_, stored, must=2)
        if len({one.header("location") for one in answers_}) != 2:
            self.ways_in.append("two people's forms under one id: both were led to one customer")

    def drafts(self):
        """Two windows of one person keep a draft of one version: the later one is told, and overwrites nothing."""
        call, words = self.ground.call, [f"窗口一{id_of([('submission', fresh_id())])}", f"窗口二{fresh_id()}"]
        path, sent = f"/follow-ups/{call}/sheet", []
        for hand, said in zip((self.agent, self.window), words):
            form = hand.page(path).form(path)
            sent.append((hand, hand.request(f"/follow-ups/{call}/draft", form.filled(answers(form, said)))))
        both = self._together(*sent)
        kept = self.ground.number("SELECT content FROM sheet_draft WHERE follow_up_id = ?", call)
        winner = self._one_wins("two drafts of one version", both, sum(said in kept for said in words))
        if winner is not None and words[winner] not in kept:
            self.ways_in.append("two drafts of one version: what was refused is kept")

    def _staff(self, hand, who, step="", typed=()):
        path = f"/staff/{self.ground.ids[who]}"
        return hand, hand.request(*Deed("staff", None, path, path + step, dict(typed)).ready(hand))

    def _each_other(self, kind, step, typed, back, back_typed, left):
        pair = [(self.first, "admin2"), (self.second, "admin")]
        before = self.ground.number(left)
        both = self._together(*(self._staff(hand, who, step, typed) for hand, who in pair))
        winner = self._one_wins(kind, both, before - self.ground.number(left))
        if winner is None or before - self.ground.number(left) != 1:
            raise SystemExit(f"{kind}: no administrator is left to go on with: {[one.status for one in both]}")
        hand, who = pair[winner]
        hand.post(*Deed("back", None, f"/staff/{self.ground.ids[who]}", f"/staff/{self.ground.ids[who]}{back}",
                        back_typed).ready(hand))
        return who

    def roles(self):
        """Two administrators take each other's role: one stays."""
        self._each_other(
            "two take each other's role", "", {"roles": ["finance"]}, "", {"roles": ["administrator"]},
            "SELECT count(*) FROM member_role WHERE role = 'administrator'")

    def locks(self):
        """Two administrators lock each other: one stays, and unlocks the other."""
        loser = self._each_other(
            "two lock each other", "/locking", {}, "/unlocking", {},
            "SELECT count(*) FROM member WHERE locked_at IS NULL")
        self.ground.forget(loser)
        if loser == "admin":
            self.first = self.ground.fresh("admin")
        else:
            self.second = self.ground.fresh("admin2")

    def _proof(self):
        """Two decide two requests at once: judged as if it were one, that is two winners."""
        requests = [self.ground.ask(self.executive, record) for record in self.ground.sealed[16:18]]
        both = self._together(*(self._decision(*one) for one in zip((self.first, self.second), requests)))
        judge = Races(self.ground, True)
        judge._one_wins("proof", both, 2)
        return len(judge.ways_in) == 1
