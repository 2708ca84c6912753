"""A browser in an attacker's hands: it sends other headers than browsers do, whole or in two parts, and any form to
anywhere."""

import secrets
import time
from urllib.parse import urlencode

from harness.browser import Browser
from harness.connection import Connection

#: Seconds; the server ends connections after thirty.
IDLE = 15
FORM = "application/x-www-form-urlencoded"


class Hand(Browser):
    """Like a browser; what stands in `headers` is sent in place of what a browser would say, and None leaves it out."""

    def __init__(self, port, source="127.0.0.1", timeout=30):
        super().__init__(port, source, timeout)
        self.headers = {}
        #: The member who is signed in, as the harness was told.
        self.member = None
        self._last = time.monotonic()

    def send(self, method, path, body=None, kind=FORM):
        """As a browser, which does not wait for the server to end a connection that was idle for long."""
        if time.monotonic() - self._last > IDLE:
            self.close()
        self._last = time.monotonic()
        return super().send(method, path, body, kind)

    def asking(self, method, path, headers, body=None):
        """One request with these headers; the next one is a browser's again."""
        self.headers = headers
        try:
            return self.send(method, path, body)
        finally:
            self.headers = {}

    def posting(self, path, pairs, headers):
        return self.asking("POST", path, headers, urlencode(pairs).encode())

    def request(self, path, pairs):
        """A form as bytes, to be sent by hand."""
        return self._request("POST", path, urlencode(pairs).encode(), FORM)

    def connect(self):
        return Connection(self.port, self.source, 30)

    def _keep_cookies(self, answer):
        """All but the notice: it was read on the page that a browser would have gone on to."""
        super()._keep_cookies(answer)
        self.cookies.pop("notice", None)

    def _request(self, method, path, body, kind):
        head, _, rest = super()._request(method, path, body, kind).partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        replaced = {name.lower() for name in self.headers}
        lines = [line for line in lines if line.partition(":")[0].lower() not in replaced]
        lines += [f"{name}: {value}" for name, value in self.headers.items() if value is not None]
        return "\r\n".join([first, *lines]).encode("latin-1") + b"\r\n\r\n" + rest


def fresh_id():
    """As good a submission id as the server makes."""
    return secrets.token_urlsafe(18)


def with_id(pairs, id):
    """The same form under another submission id."""
    return [(name, id if name == "submission" else value) for name, value in pairs]


def id_of(pairs):
    return dict(pairs)["submission"]


def is_done(answer):
    """Whether an answer says that something was done: it leads on, or brings a cookie."""
    return answer.status < 400 or answer.header("set-cookie") is not None
