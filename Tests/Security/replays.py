"""Sends the id of every form that was stored with every other form: to another address, about another thing, with other
words, by another person. Only the same thing to the same sender answers the same; nothing else is announced, answered
with a cookie, or stored (UX-3, ACC-12)."""

from deeds import deeds_of
from hand import id_of, is_done, with_id

SENDERS = ["agent", "manager", "technician", "executive", "admin"]
#: Who sends it besides: somebody of the same role, and somebody of another.
OTHERS = {"agent": ["agent2", "admin2"], "admin": ["admin2", "executive"], "manager": ["admin2", "technician"],
          "executive": ["agent2", "finance"], "technician": ["technician2", "manager"]}


class Replays:
    def __init__(self, ground, few):
        self.ground, self.few = ground, few
        self.ways_in, self.stored, self.sent, self.used_up, self.others = [], 0, 0, 0, 0
        self.announces = self.repeated = 0

    def run(self, figures):
        for who in SENDERS:
            hand = self.ground.hand(who)
            stored = [one for deed in deeds_of(self.ground, who) if (one := self._store(hand, deed))]
            self.stored += len(stored)
            for one in stored:
                self._again(hand, *one)
                self._other_words(hand, *one)
                for other in OTHERS[who]:
                    self._other_sender(self.ground.hand(other), hand, *one)
            self._pairs(hand, stored, self._forms(who, hand))
        figures.tried("forms stored", self.stored, 25)
        figures.tried("replays sent", self.sent, 60)
        figures.tried("refused because the id was stored with another form", self.used_up, 40)
        figures.tried("sent by another person", self.others, 20)
        figures.proof("the same form sent again, which is announced", self.announces > 0)
        figures.ways_in("by replays", self.ways_in)

    def _rows(self):
        return self.ground.number("SELECT count(*) FROM submission")

    def _member(self, id, hand):
        return self.ground.number("SELECT count(*) FROM submission WHERE id = ? AND member_id = ?", id, hand.member)

    def _store(self, hand, deed):
        try:
            action, pairs = deed.ready(hand)
        except KeyError:
            return None  # What another deed has made impossible.
        answer = hand.post(action, pairs)
        return (deed, action, pairs, answer) if self._member(id_of(pairs), hand) else None

    def _forms(self, who, hand):
        """Every form that this person could send now, with the deeds done and undone so that there are many."""
        forms = []
        for deed in deeds_of(self.ground, who):
            try:
                forms.append((deed, *deed.ready(hand)))
            except KeyError:
                pass
        return forms

    def _refused(self, hand, what, action, pairs, rows):
        self.sent += 1
        answer = hand.post(action, pairs)
        self.used_up += answer.status == 409
        if is_done(answer) or self._rows() != rows:
            self.ways_in.append(f"{what}: {action} answers {answer.status} {answer.header('location') or ''}")

    def _again(self, hand, deed, action, pairs, first):
        rows = self._rows()
        answer = hand.post(action, pairs)
        self.announces += is_done(answer)
        if self._rows() != rows:
            self.ways_in.append(f"{deed.name}: stored again")
        # A page that shows a password once is not shown again; whoever sends that form again is led past it.
        if first.status == answer.status == 303 and answer.header("location") != first.header("location"):
            self.ways_in.append(f"{deed.name}: sent again it leads elsewhere, to {answer.header('location')}")

    def _other_words(self, hand, deed, action, pairs, _):
        kept = {"submission", "version", "opened-by"}
        typed = [place for place, (name, value) in enumerate(pairs) if name not in kept and value]
        changed = list(pairs) + [("note", "还有一句")]
        if typed:
            place = typed[-1]
            changed[place] = (pairs[place][0], pairs[place][1] + "7")
        self._refused(hand, f"{deed.name} with other words", action, changed, self._rows())

    def _other_sender(self, other, hand, deed, action, pairs, first):
        """Another person stores it in their own name or is refused, and is never told of what the first one did."""
        self.others += 1
        for own in (pairs, [(name, str(other.member) if name == "opened-by" else value) for name, value in pairs]):
            before = self._member(id_of(pairs), other)
            answer = other.post(action, own)
            if is_done(answer) and not (before or self._member(id_of(pairs), other)):
                self.ways_in.append(f"{deed.name} of another person: {action} answers {answer.status}")

    def _pairs(self, hand, stored, forms):
        pairs = [(one, form) for one in stored for form in forms if one[1] != form[1]]
        if self.few:
            pairs = self.ground.random.sample(pairs, min(25, len(pairs)))
        for (deed, _, used, _), (other, action, filled) in pairs:
            self._refused(
                hand, f"the id of “{deed.name}” with “{other.name}”", action, with_id(filled, id_of(used)), self._rows())
