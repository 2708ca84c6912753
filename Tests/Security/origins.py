"""Sends what other sites could make a browser send: forms with every other origin, host and word of the browser's own,
and readings, exports and numbers that nobody asked for. Nothing is stored, shown or entered (ACC-5)."""

from deeds import deeds_of
from hand import with_id, fresh_id
from sight import MARK
from table import table

#: What a browser says of a request that our own pages did not make, or that nobody's page makes.
FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "Same-Origin "},
    {"Sec-Fetch-Site": "same-origin, cross-site"}, {"Sec-Fetch-Site": "x"}, {"Sec-Fetch-Site": None},
    {"Sec-Fetch-Site": None, "Origin": "null"}, {"Sec-Fetch-Site": None, "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "{own}"}, {"Origin": "https://evil.example"}, {"Origin": "null"},
    {"Sec-Fetch-Site": None, "Origin": "{own}.evil.example"}, {"Sec-Fetch-Site": None, "Origin": "https://{host}"},
    {"Sec-Fetch-Site": None, "Origin": "http://evil.example@{host}"}, {"Sec-Fetch-Site": None, "Referer": "{own}/"},
    {"Host": "evil.example"}, {"Host": "evil.example", "Origin": "http://evil.example"},
    {"Host": "{host}.evil.example", "Origin": "http://{host}.evil.example"},
    {"Host": "evil.example", "X-Forwarded-Host": "{host}"}, {"Host": "127.0.0.1.evil.example"},
]
LOOKING = [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Purpose": "prefetch;prerender"}]
#: Entries of what somebody saw; those of refusals and sessions are none.
SEEN = "('record-read', 'record-refused', 'list-exported', 'phone-shown', 'report-printed')"


class Origins:
    def __init__(self, ground, few):
        self.ground, self.few = ground, few
        self.ways_in, self.sent, self.opened, self.taken, self.entered = [], 0, 0, 0, 0

    def run(self, figures):
        for who in ("agent", "admin"):
            deeds = deeds_of(self.ground, who)
            for deed in deeds[:2] if self.few else deeds:
                self._forms(who, deed)
        for who in ("admin", "agent", "technician"):
            self._openings(who)
        figures.tried("forms of other sites sent", self.sent, 40)
        figures.tried("openings by other sites, looks ahead and HEAD", self.opened, 200)
        figures.proof("a form of our own page, which is taken", self.taken > 0)
        figures.proof("a reading of one's own, which is entered", self.entered > 0)
        figures.ways_in("by other sites", self.ways_in)

    def _headers(self, given):
        host = f"127.0.0.1:{self.ground.server.port}"
        return {name: value and value.format(own=f"http://{host}", host=host) for name, value in given.items()}

    def _forms(self, who, deed):
        hand = self.ground.hand(who)
        try:
            action, pairs = deed.ready(hand)
        except KeyError:
            return
        rows = self.ground.number("SELECT count(*) FROM submission")
        for given in FOREIGN:
            self.sent += 1
            answer = hand.posting(action, with_id(pairs, fresh_id()), self._headers(given))
            if answer.status != 403 or answer.header("set-cookie"):
                self.ways_in.append(f"{who}: {action} with {given} is answered with {answer.status}")
        if self.ground.number("SELECT count(*) FROM submission") != rows:
            self.ways_in.append(f"{who}: {action} was stored for another site")
        self.taken += hand.post(action, pairs).status < 400

    def _entries(self):
        return self.ground.number(f"SELECT count(*) FROM audit_entry WHERE action IN {SEEN}")

    def _paths(self):
        ground = self.ground
        paths = []
        for route in table():
            if route.method != "GET" or ":token" in route.path or ":submission" in route.path:
                continue
            calls = "/follow-ups/" in route.path
            things = [str(one) for one in ((ground.unsealed, ground.call) if calls else (1, 2, ground.visit))]
            paths += [self._with(route.path, one) for one in ([""] if route.is_bare else things)]
        paths += ["/customers/new?enquiry=1", "/work-orders/new?project=1", "/customers/new?issue=1",
                  "/issues/new?customer=1", f"/follow-ups/{ground.unsealed}/record?print=1"]
        return ground.random.sample(paths, 25) if self.few else paths

    @staticmethod
    def _with(path, thing):
        return "/".join(thing if part.startswith(":") else part for part in path.split("/"))

    def _openings(self, who):
        hand = self.ground.hand(who)
        record = f"/follow-ups/{self.ground.unsealed}/record"
        always = [record, "/customers.csv", "/work-orders/new?project=1", f"/visits/{self.ground.visit}"]
        for path in [*always, *self._paths()]:
            before = self._entries()
            for given in LOOKING:
                self.opened += 1
                answer = hand.asking("GET", path, given)
                if [one for one in MARK.findall(answer.text) if one[2] in "xfd"]:
                    self.ways_in.append(f"{path} shows words of a record to a look with {given}")
            self.opened += 1
            head = hand.send("HEAD", path)
            if head.body:
                self.ways_in.append(f"HEAD {path} has a body")
            if self._entries() != before:
                self.ways_in.append(f"{who} is made to have seen {path} by another site, a look ahead, or HEAD")
            if path == record:
                hand.get(path)
                self.entered += self._entries() > before
