"""Opens what only a link, a receipt or a submission id opens, without having it: guesses and near misses, the receipts of
others, a link that was used up (FBK-1, ACC-10, ACC-12)."""

import re
import secrets
import time
from types import SimpleNamespace

from ground import mark
from hand import fresh_id, id_of, is_done, with_id
from harness.company import Server, reading
from sight import MARK

#: A customer reads the form at least so long; who is quicker is taken for a machine.
READING = 3.2
SAID = mark("f", 90001)


class Links:
    def __init__(self, ground, few):
        self.ground, self.few = ground, few
        self.ways_in, self.tried = [], 0

    def run(self, figures):
        customer = self.ground.stranger()
        form = customer.page(self.ground.link).form(self.ground.link)
        opened_at = time.monotonic()
        self._guesses(figures)
        self._receipts(figures)
        self._set_up(figures)
        time.sleep(max(0, READING - (time.monotonic() - opened_at)))
        self._feedback(figures, customer, form)
        figures.tried("guesses, near misses and others' receipts", self.tried, 60)
        figures.ways_in("by links and receipts", self.ways_in)

    def _must_not(self, what, is_open):
        self.tried += 1
        if is_open:
            self.ways_in.append(what)

    def _near(self, token):
        """What is almost the token."""
        place = self.ground.random.randrange(len(token))
        other = "A" if token[place] != "A" else "B"
        yield token[:place] + other + token[place + 1:]
        yield from (token[:-1], token + "A", token.swapcase(), token[::-1], token + "=", token + "%00", token + "%2e")
        yield from (secrets.token_urlsafe(32) for _ in range(8 if self.few else 400))

    def _guesses(self, figures):
        for path in (self.ground.link, f"/photographs/{self.ground.photograph}"):
            start, token = re.fullmatch(r"(/\w+/)(.+)", path).groups()
            for guess in self._near(token):
                # From many addresses, as one of them soon has to wait.
                hand = self.ground.stranger() if start == "/feedback/" else self.ground.hand("admin")
                answer = hand.get(start + guess)
                self._must_not(f"{start}{guess} opens: {answer.status}", answer.status < 300)
        self._must_not("a photograph opens to a stranger", self._photograph(self.ground.stranger()))
        for who in ("technician2", "finance", "executive"):
            for end in ("", "/thumbnail"):
                self._must_not(f"a photograph{end} opens to {who}", self._photograph(self.ground.hand(who), end))
        figures.proof("a photograph that its technician opens", self._photograph(self.ground.hand("technician")))

    def _photograph(self, hand, end=""):
        return hand.get(f"/photographs/{self.ground.photograph}{end}").status < 300

    def _receipts(self, figures):
        agent = self.ground.hand("agent")
        form = agent.page("/customers/3/edit").form("/customers/3")
        pairs = form.filled({"notes": "门铃坏了"})
        agent.post("/customers/3", pairs)
        path = f"/receipts/{id_of(pairs)}"
        others = [self.ground.hand(who) for who in ("agent2", "admin", "finance")] + [self.ground.stranger()]
        for hand in others:
            self._must_not(f"{path} tells somebody else", "true" in hand.get(path).text)
        figures.proof("a receipt of one's own", "true" in agent.get(path).text)

    def _set_up(self, figures):
        """The link by which the first administrator is made, and what comes after it was used."""
        parent = self.ground.company.folder.parent / "founded"
        parent.mkdir()
        company = SimpleNamespace(folder=parent / "data", huifang=self.ground.company.huifang, servers=[])
        self.ground.company.command("init", "--data", company.folder)
        server = Server(company)
        self.ground.company.servers.append(server)
        link = re.search(r"/set-up/[\w-]+", (parent / "server.log").read_text()).group()
        browser = self.ground.stranger()
        browser.port = server.port
        for guess in list(self._near(link.rsplit("/", 1)[1]))[:12]:
            self._must_not(f"/set-up/{guess} opens", browser.get(f"/set-up/{guess}").status < 300)
        form = browser.page(link).form(link)
        word = "the first of all people"
        typed = {"name": "第一人", "username": "first", "password": word, "repeated": word}
        first = browser.submit(form, typed)
        figures.proof("a set-up link that was not used yet", is_done(first) and self._members(company) == 1)
        thief = self.ground.stranger()
        thief.port = server.port
        pairs = form.filled({**typed, "username": "second"})
        for one in (pairs, with_id(pairs, fresh_id())):
            answer = thief.post(link, one)
            self._must_not(f"a used set-up link answers {answer.status}", is_done(answer) or self._members(company) > 1)
        self._must_not("a used set-up link opens", thief.get(link).status < 300)
        server.stop()

    @staticmethod
    def _members(company):
        with reading(company.folder / "huifang.sqlite") as database:
            return database.execute("SELECT count(*) FROM member").fetchone()[0]

    def _feedback(self, figures, customer, form):
        link = self.ground.link
        pairs = form.filled({"overall": "4", "suggestions": SAID})
        before = self.ground.number("SELECT count(*) FROM feedback")
        answer = customer.post(link, pairs)
        stored = self.ground.number("SELECT count(*) FROM feedback") - before
        figures.proof("an answer, shown to the browser that gave it", stored == 1 and SAID in customer.get(link).text)
        receipt = {name: value for name, value in customer.cookies.items() if name.startswith("feedback")}
        sent = re.search(r"receipt=([\w-]+)", answer.header("location") or "")
        hands = [self.ground.stranger() for _ in range(6)]
        hands[1].cookies = {name: ("B" if value[0] == "A" else "A") + value[1:] for name, value in receipt.items()}
        hands[2].cookies = {name: sent.group(1) if sent else "x" for name in receipt}
        hands[3].cookies = {f"{name}0": value for name, value in receipt.items()}
        hands[4].cookies = dict(self.ground.hand("agent2").cookies)
        ways = [link, *(f"{link}?receipt={one}" for one in [*receipt.values(), sent.group(1) if sent else "x"])]
        for hand in hands:
            for path in ways:
                self._must_not(f"{path} shows somebody what was said", SAID in hand.get(path).text)
            had = dict(hand.cookies)
            hand.post(link, pairs)
            self._must_not(
                "who sends a customer's form again gets a receipt", hand.cookies != had or SAID in hand.get(link).text)
            added = hand.post(f"{link}/additions", [("submission", fresh_id()), ("words", "替客户加一句")])
            self._must_not(f"somebody adds to it: {added.status}", added.status < 400)
        self._must_not("words were added", self.ground.number("SELECT count(*) FROM feedback_addition"))
        for who in ("agent2", "manager", "executive", "technician", "finance"):
            for path in (link, "/projects/5/feedback", "/feedback-records", "/feedback-records.csv"):
                text = self.ground.hand(who).get(path).text
                self._must_not(f"{path} shows {who} what was said", SAID in MARK.findall(text))
