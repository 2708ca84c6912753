"""Asks for every address of the table as everybody, about things and with queries that name things, and looks for words
that this person may not see, and for doors that let through whom they should keep out (ACC-1, ACC-2, ACC-8, ACC-12)."""

from collections import Counter
from urllib.parse import urlencode

from ground import NOBODY, PEOPLE, mark
from hand import fresh_id
from sight import NAMES, Sight
from table import query_names, table

#: Names that only choose a page, an order or a look; they are asked with fewer things.
PLAIN = {"page", "order", "size", "print", "month", "week", "from", "until", "day", "year", "late", "grade", "key",
         "important", "complaint", "then", "verify", "before", "revision", "moment", "action", "kind", "channel",
         "outcome", "state", "proof", "quantity", "not-fixed"}


class Crawl:
    def __init__(self, ground, few):
        self.ground, self.few, self.sight = ground, few, Sight(ground)
        self.asked, self.shown, self.statuses = Counter(), Counter(), Counter()
        self.ways_in, self.failures = [], []

    def run(self, figures):
        routes = [route for route in table() if route.method == "GET"]
        for who in [*PEOPLE, NOBODY]:
            for route in routes:
                paths = self._filled(route)
                if self.few and not route.path.endswith(("/record", "/sheet")):
                    paths = self.ground.random.sample(paths, min(2, len(paths)))
                for path in paths:
                    self._get(who, route, path)
            for route, path in self._queries(routes, who):
                self._get(who, route, path)
            self._forms(who)
        self._report(figures, routes)

    # What is asked

    def _filled(self, route):
        """The address with things in it: some of every kind, those with a story always."""
        ground = self.ground
        if route.is_bare:
            return [route.path]
        if ":token" in route.path:
            if route.path.startswith("/photographs"):
                return [route.path.replace(":token", ground.photograph)]
            return [route.path.replace(":token", fresh_id())]
        things = {"1", str(ground.visit)}
        if route.path.startswith("/follow-ups/"):
            things = {str(one) for one in (ground.granted, ground.sealed[1], ground.unsealed, ground.call)}
        elif route.path.startswith("/calendar/"):
            things = {"2026"}
        things |= {str(ground.random.randint(1, 40)) for _ in range(1 if self.few else 12)}
        return [self._with(route.path, thing) for thing in sorted(things)]

    def _with(self, path, thing):
        steps = {":step": self.ground.random.choice(["referral", "finding", "answer", "charges"])}
        return "/".join(steps.get(part, thing) if part.startswith(":") else part for part in path.split("/"))

    def _values(self):
        ground = self.ground
        sealed = ground.sealed[1]
        project, customer, phone, name = ground.query(
            "SELECT p.id, c.id, t.digits, c.name FROM follow_up f JOIN project p ON p.id = f.project_id "
            "JOIN customer c ON c.id = p.customer_id JOIN customer_phone t ON t.customer_id = c.id WHERE f.id = ?",
            sealed)[0]
        return [str(sealed), f"follow-up-{sealed}", str(project), str(customer), phone, phone[-4:], name,
                str(ground.visit), "feedback-1", "9", "1", "zqx", "收尾"]

    def _queries(self, routes, who):
        bare = [route for route in routes if route.is_bare and (route.enter is None or who in route.enter)]
        values = self._values()
        naming = [name for name in query_names() if name not in PLAIN]
        sample = self.ground.random.sample
        if self.few:
            asked = [(route, name, 1) for route in bare for name in sample(naming, 1)]
        else:
            asked = [(route, name, 1 if name in PLAIN else 3) for route in bare for name in query_names()]
        return [
            (route, f"{route.path}?{urlencode({name: value})}")
            for route, name, count in asked for value in sample(values, count)]

    def _get(self, who, route, path):
        answer = self.ground.hand(who).get(path)
        self._look(who, path, answer, path)
        past = answer.status == 200 or (
            answer.status == 303 and not (answer.header("location") or "").startswith("/sign-in"))
        if route.enter is not None and who not in route.enter and past:
            self.ways_in.append(f"{who} gets past the door of {path}: {answer.status}")

    def _forms(self, who):
        """Forms that are sent about something: the page of a refusal shows no more than any other (ACC-12)."""
        for path in ("/issues", "/work-orders", "/access-requests"):
            names = ["customer", "for-project", "follow-up", "project", "issue", "visit", "caller", "record"]
            for name in self.ground.random.sample(names, 2 if self.few else len(names)):
                value = self.ground.random.choice(self._values())
                pairs = [("submission", fresh_id()), ("words", "柜门关不严"), ("category", "quality"), (name, value),
                         ("urgency", "ordinary"), ("kind", "complaint"), ("source", "call"), ("same", "9"),
                         ("received.date", "2026-11-23"), ("received.time", "10:00")]
                answer = self.ground.hand(who).post(path, pairs)
                self._look(who, f"POST {path} with {name}={value}", answer, value)

    # What is found

    def _look(self, who, path, answer, asked):
        self.asked[who] += 1
        self.statuses[answer.status] += 1
        text = answer.text
        for one in self.sight.found(text) & self.sight.open(who):
            self.shown[self.sight.kind(one)] += 1
        leaks = self.sight.leaks(who, text, asked)
        if leaks:
            self.ways_in.append(f"{path} shows {who} {sorted(leaks)[:3]}")
        if answer.status >= 500:
            self.failures.append(f"{path} answers {who} with {answer.status}")

    def _proof(self):
        """What the executive is shown by the grant, looked at as if there were none."""
        record = self.ground.granted
        text = self.ground.hand("executive").get(f"/follow-ups/{record}/record").text
        return mark("x", record) in self.sight.found(text) - (self.sight.open("executive") - {mark("x", record)})

    def _report(self, figures, routes):
        figures.note("addresses asked, by role", " ".join(f"{who}:{count}" for who, count in self.asked.items()))
        figures.note("answers", " ".join(f"{status}:{count}" for status, count in sorted(self.statuses.items())))
        unseen = [NAMES[kind] for kind in NAMES if not self.shown[kind]]
        figures.bound(
            "kinds of secrets shown to those who may see them", f"{len(NAMES) - len(unseen)}", not unseen,
            f"all {len(NAMES)}, or nothing was looked for" + (f"; not {unseen}" if unseen else ""))
        figures.tried("routes asked", len(routes), 80)
        figures.proof("a record that was opened by a grant", self._proof())
        figures.ways_in("by addresses, queries and forms", self.ways_in)
        figures.none("answers of 5xx", self.failures)
