"""Makes broken requests. A case depends on nothing but the seed, its number and the pages that were read before."""

import random
from dataclasses import dataclass
from urllib.parse import quote_from_bytes

import breaking
import oddities

SESSION = b"{session}"
KINDS = (
    ["form"] * 34 + ["multipart"] * 16 + ["query"] * 13 + ["path"] * 12 + ["header"] * 9 + ["cookie"] * 5
    + ["method"] * 4 + ["framing"] * 4 + ["bytes"] * 3)
#: Kinds after which nobody can say where the next request begins.
UNFRAMED = {"framing", "bytes"}


@dataclass
class Case:
    number: int
    kind: str
    role: str | None
    data: bytes
    is_head: bool = False

    @property
    def is_framed(self):
        return self.kind not in UNFRAMED


class Cases:
    def __init__(self, seed, material):
        """`material`: for each role (None for nobody) its `Material`."""
        self.seed, self.material = seed, material

    def __getitem__(self, number):
        random_ = random.Random(f"{self.seed} {number}")
        kind = random_.choice(KINDS)
        role = random_.choice([None, "agent", "agent", "admin", "admin"])
        return Making(random_, self.material[role], role).case(number, kind)


class Making:
    def __init__(self, random_, material, role):
        self.random, self.material, self.role = random_, material, role
        self.headers = [(b"Host", b"127.0.0.1")]
        if role:
            self.headers.append((b"Cookie", b"session=" + SESSION))

    def case(self, number, kind):
        method, path, body = getattr(self, f"_{kind}")()
        data = self._request(method, path, body)
        if kind == "framing":
            data = breaking.framing(self.random, data)
        elif kind == "bytes":
            data = breaking.flipped(self.random, data)
        return Case(number, kind, self.role, data, method == b"HEAD")

    def _form(self):
        form = self.random.choice(self.material.forms)
        pairs = self._spoiled(self._pairs(form))
        body = b"&".join(self._quoted(name) + b"=" + self._quoted(value) for name, value in pairs)
        if self.random.random() < 0.15:
            body = breaking.inserted(self.random, body, breaking.URLENCODED)
        if self.random.random() < 0.003:
            body += b"&" + self.random.choice([b"a=" + b"x" * 1_100_000, b"a=1&" * 1_200, b"%41=" * 30_000])
        if form.method == "get":
            return b"GET", self._target(form.action) + b"?" + body[:20_000].replace(b" ", b"+"), None
        content_type = b"application/x-www-form-urlencoded"
        if self.random.random() < 0.05:
            content_type = self.random.choice(breaking.CONTENT_TYPES)
        self._writing(content_type)
        return b"POST", self._target(form.action), body

    def _multipart(self):
        form = self.random.choice([form for form in self.material.forms if form.method == "post"])
        content_type, body = breaking.multipart(self.random, self._spoiled(self._pairs(form)))
        self._writing(content_type)
        return b"POST", self._target(form.action), body

    def _query(self):
        path = self._target(self.random.choice(self.material.paths)).split(b"?")[0]
        pairs = []
        for _ in range(self.random.choice([1, 1, 2, 3, 30])):
            name = self.random.choice(oddities.QUERY_NAMES if self.random.random() < 0.9 else oddities.NAMES)
            pairs.append(self._quoted(name) + b"=" + self._quoted(self.random.choice(oddities.VALUES))[:9_000])
        query = b"&".join(pairs)
        if self.random.random() < 0.2:
            query = breaking.inserted(self.random, query, breaking.URLENCODED).replace(b" ", b"+")
        return b"GET", path + b"?" + query, None

    def _path(self):
        if self.random.random() < 0.3:
            return b"GET", self.random.choice(oddities.PATHS), None
        route = self.random.choice(self.material.routes)
        path = "/".join(
            (self.random.choice(oddities.IDS) if self.random.random() < 0.7 else str(self.random.randint(1, 400)))
            if part.startswith(":") else part for part in route.path.split("/"))
        path = self._sparing(path) if route.method == "POST" else path
        if route.method == "POST":
            self._writing(b"application/x-www-form-urlencoded")
            return b"POST", path.encode(), b"submission=" + self._token().encode()
        return b"GET", path.encode(), None

    def _header(self):
        for _ in range(self.random.choice([1, 1, 2, 5])):
            self.headers.append(breaking.header(self.random))
        if self.random.random() < 0.2:
            self.headers = self.headers[1:]
        return self._plain()

    def _cookie(self):
        self.headers = self.headers[:1]
        for _ in range(self.random.choice([1, 1, 2])):
            self.headers.append((b"Cookie", breaking.cookie(self.random, SESSION)))
        return self._plain()

    def _method(self):
        method, path, body = self._plain()
        return self.random.choice(oddities.METHODS), path, self.random.choice([body, b"", b"a=1"])

    _framing = _bytes = lambda self: self._plain()

    def _plain(self):
        """A request as our own pages make it."""
        if self.random.random() < 0.5:
            return b"GET", self._target(self.random.choice(self.material.paths)), None
        form = self.random.choice([form for form in self.material.forms if form.method == "post"])
        self._writing(b"application/x-www-form-urlencoded")
        pairs = self._pairs(form)
        return b"POST", self._target(form.action), b"&".join(
            self._quoted(name) + b"=" + self._quoted(value) for name, value in pairs)

    def _writing(self, content_type):
        self.headers.append((b"Content-Type", content_type))
        if self.random.random() < 0.97:
            self.headers.append((b"Sec-Fetch-Site", b"same-origin"))

    def _pairs(self, form):
        """The form as somebody might fill it in."""
        pairs = []
        for field in form.fields.values():
            if field.name == "submission":
                pairs.append((field.name, self._token()))
            elif field.options:
                share = 1.5 / len(field.options)
                pairs += [(field.name, value) for value in field.options if self.random.random() < share]
            else:
                typed = self.random.choice(["3", "13912345678", "王敏", ""])
                pairs.append((field.name, (field.values or [""])[0] or typed))
        if form.buttons and self.random.random() < 0.7:
            pairs.append(self.random.choice(form.buttons))
        return pairs

    def _token(self):
        roll = self.random.random()
        if roll < 0.05:
            return self.random.choice(oddities.TEXTS)
        return "the-same-every-time" if roll < 0.1 else f"{self.random.getrandbits(96):024x}"

    def _spoiled(self, pairs):
        for _ in range(self.random.choice([0, 1, 1, 2, 3, 6])):
            self._spoil(pairs)
        return pairs

    def _spoil(self, pairs):
        odd = self.random.choice(oddities.VALUES)
        place = self.random.randrange(len(pairs)) if pairs else -1
        match self.random.randrange(7 if pairs else 1):
            case 0:
                pairs.append((self.random.choice(oddities.NAMES), odd))
            case 1:
                del pairs[place]
            case 2:
                pairs.insert(self.random.randrange(len(pairs)), pairs[place])
            case 3:
                pairs[place] = (pairs[place][0], self.random.choice(pairs)[1])
            case _:
                pairs[place] = (pairs[place][0], odd)

    def _quoted(self, text):
        return quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe=" ").replace(" ", "+").encode()

    def _target(self, path):
        """The path, now and then about another thing."""
        if self.random.random() < 0.3:
            path = "/".join(
                str(self.random.randint(1, 400)) if part.isdigit() else part for part in path.split("/"))
        return quote_from_bytes(self._sparing(path).encode(), safe="/?=&%+-_.~").encode()

    def _sparing(self, path):
        """Nothing is done to the accounts that the cases are sent with: without them there would be nothing to see."""
        parts = path.split("/")
        if len(parts) > 2 and parts[1] == "staff" and parts[2] in self.material.spared:
            parts[2] = "4"
        return "/".join(parts)

    def _request(self, method, path, body):
        lines = [method + b" " + path + b" HTTP/1.1"]
        lines += [name + b": " + value for name, value in self.headers]
        if body is not None:
            lines.append(b"Content-Length: %d" % len(body))
        return b"\r\n".join(lines) + b"\r\n\r\n" + (body or b"")
