"""Tries to be signed in without being it: with cookies of before, of others and near misses, with passwords that worked
once, and without having chosen a password of one's own (ACC-10)."""

import secrets
from hashlib import sha256

from changes import CHANGES, PASSWORD, Victims
from hand import fresh_id

INSIDE = ["/today", "/sessions", "/customers", "/follow-ups", "/audit", "/staff.csv"]


class Sessions:
    def __init__(self, ground, few):
        self.ground, self.few, self.victims = ground, few, Victims(ground)
        self.ways_in, self.tried = [], 0

    def run(self, figures):
        self._afterwards(figures)
        self._cookies()
        self._one_time(figures)
        figures.tried("cookies and passwords that must not open", self.tried, 40)
        figures.ways_in("by cookies and passwords", self.ways_in)

    def _inside(self, cookies):
        """The first page that these cookies open."""
        hand = self.ground.stranger()
        for path in INSIDE:
            hand.cookies = dict(cookies)
            if hand.get(path).status == 200:
                return path
        return None

    def _must_not(self, what, path):
        self.tried += 1
        if path:
            self.ways_in.append(f"{what} opens {path}")

    def _afterwards(self, figures):
        """A session's cookie, after each thing that ends it."""
        proven = False
        for name, change in CHANGES.items():
            if name == "their role taken":
                continue
            hand = self.victims.signed_in("agent2")
            cookies = dict(hand.cookies)
            proven = proven or self._inside(cookies) is not None
            change = change(self.victims, "agent2", hand)
            change.happen()
            self._must_not(f"a cookie of somebody who was {name}", self._inside(cookies))
            change.undo()
            self._must_not(f"a cookie of before, once {name} is over", self._inside(cookies))
        figures.proof("a cookie before its session ended", proven)

    def _cookies(self):
        agent, admin = self.ground.hand("agent").cookies, self.ground.hand("admin").cookies
        token = admin["session"]
        near = [token[:-1], token + "A", token.swapcase(), token[::-1], f'"{token}x"',
                token[:20] + agent["session"][20:],
                "", "0", "' OR 1=1 --", f"{token},{token}"]
        near += [secrets.token_urlsafe(32) for _ in range(10 if self.few else 300)]
        stored = [one for one, in self.ground.query("SELECT token_hash FROM session")][:5]
        for cookie in [*near, *stored]:
            self._must_not(f"the cookie {cookie!r}", self._inside({"session": cookie}))
        self._must_not("an administrator's known browser", self._inside({"browser": admin["browser"]}))
        self._must_not("a known browser as a session", self._inside({"session": admin["browser"]}))
        self._must_not("another name of the cookie", self._inside({"__Host-session": token, "Session": token}))
        # Two sessions in one request are those of nobody, or of the person whose pages these are: never of both.
        hand = self.ground.stranger()
        hand.cookies = {"session": agent["session"]}
        answer = hand.asking("GET", "/audit", {"Cookie": f"session={agent['session']}; browser={admin['browser']}"})
        self._must_not("an agent with an administrator's known browser", "/audit" if answer.status == 200 else None)
        self._sessions_of_others()

    def _sessions_of_others(self):
        """Nobody ends somebody else's session."""
        agent = self.ground.hand("agent")
        ids = self.ground.query("SELECT id FROM session WHERE ended_at IS NULL AND member_id <> ?", agent.member)
        before = self.ground.number("SELECT count(*) FROM session WHERE ended_at IS NULL")
        for (id,) in ids[:20]:
            agent.post(f"/sessions/{id}/ending", [("submission", fresh_id())])
        ended = before - self.ground.number("SELECT count(*) FROM session WHERE ended_at IS NULL")
        self._must_not("an agent ends others' sessions, which", f"{ended} times" if ended else None)

    def _one_time(self, figures):
        """Passwords that work once, until another is chosen, and nothing else meanwhile."""
        before = self.ground.passwords.get("agent2", self.ground.company.password)
        _, answer = self.victims.staff("agent2", "/password")
        former = PASSWORD.search(answer.text).group()
        _, answer = self.victims.staff("agent2", "/password")
        once = PASSWORD.search(answer.text).group()
        self._must_not("a one-time password that was replaced", self._signs_in("agent2", former))
        self._must_not("a one-time password of another person", self._signs_in("executive", once))
        hand = self.ground.fresh("agent2", once)
        for path in [*INSIDE, "/customers/new", "/follow-ups/1", "/customers.csv"]:
            if path != "/sessions":
                self._must_not("a one-time password", path if hand.get(path).status == 200 else None)
        answer = hand.post("/customers/3/phones", [])
        self._must_not("a one-time password", "a number" if answer.status < 300 else None)
        figures.proof("the page on which a password is chosen", hand.get("/password").status == 200)
        new = "chosen after two were given"
        form = hand.page("/password").form("/password")
        hand.submit(form, {"current": once, "password": new, "repeated": new})
        self._must_not("a quick digest of a password, which", self._digested(new))
        self._must_not("a one-time password that was used", self._signs_in("agent2", once))
        self._must_not("the password of before", self._signs_in("agent2", before))
        self.ground.passwords["agent2"] = new
        figures.proof("the new password", self._signs_in("agent2", new) is not None)

    def _digested(self, password):
        """Whether what is kept of the form depends on the password: who has a backup would guess by that."""
        names = ["current", "password", "repeated"]
        chosen = [[name for place, name in enumerate(names) if bits >> place & 1] for bits in range(1, 8)]
        for some in chosen:
            text = "".join(f"{len(name)}:{name}{len(password.encode())}:{password};" for name in some)
            if self.ground.query(
                    "SELECT 1 FROM submission WHERE content_digest = ?", sha256(text.encode()).hexdigest()):
                return f"what is stored with a submission, by {some}"
        return None

    def _signs_in(self, who, password):
        hand = self.ground.stranger()
        form = hand.page("/sign-in").form("/sign-in")
        hand.submit(form, {"username": who, "password": password})
        return "the house" if "session" in hand.cookies else None
