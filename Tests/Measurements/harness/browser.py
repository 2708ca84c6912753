"""A browser without a window: keeps cookies, and submits only the forms that it was shown."""

from urllib.parse import urlencode

from .connection import Connection, Lost
from .forms import Page

SAME_ORIGIN = "Sec-Fetch-Site: same-origin\r\n"


class NotSignedIn(Exception):
    pass


class Browser:
    def __init__(self, port, source="127.0.0.1", timeout=30):
        self.port, self.source, self.timeout = port, source, timeout
        self.cookies = {}
        self.connection = None

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def get(self, path):
        return self.send("GET", path)

    def page(self, path):
        """The forms and links of a page that has to be there."""
        answer = self.get(path)
        if answer.status != 200:
            raise KeyError(f"GET {path} was answered with {answer.status}")
        return Page(answer.text)

    def post(self, path, pairs):
        return self.send("POST", path, urlencode(pairs).encode())

    def submit(self, form, typed, button=None):
        return self.post(form.action, form.filled(typed, button))

    def send_form(self, path, pairs, name, file):
        """A form of several parts, with one file in it."""
        mark = "----harness"
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in pairs]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file.name}"\r\n\r\n'.encode()
        body = b"".join(parts) + head + file.read_bytes() + f"\r\n--{mark}--\r\n".encode()
        return self.send("POST", path, body, f"multipart/form-data; boundary={mark}")

    def sign_in(self, username, password):
        form = self.page("/sign-in").form("/sign-in")
        answer = self.submit(form, {"username": username, "password": password})
        if answer.status != 303 or "session" not in self.cookies:
            raise NotSignedIn(f"{username} cannot sign in: {answer.status}")

    def send(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        """One request and its answer; raises Lost. A connection that was kept is opened again once when it is gone."""
        data = self._request(method, path, body, kind)
        kept = self.connection is not None
        try:
            return self._exchange(data, method)
        except Lost:
            # Only what changes nothing may be repeated without being asked.
            if not kept or method != "GET":
                raise
            return self._exchange(data, method)

    def _exchange(self, data, method):
        try:
            if self.connection is None:
                self.connection = Connection(self.port, self.source, self.timeout)
            self.connection.send(data)
            answer = self.connection.answer(to_head=method == "HEAD")
        except OSError as error:
            self.close()
            raise Lost(str(error)) from None
        except (Lost, ValueError):
            self.close()
            raise
        if answer.closes:
            self.close()
        self._keep_cookies(answer)
        return answer

    def _request(self, method, path, body, kind):
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Language: zh-CN\r\n"
        if self.cookies:
            head += "Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()) + "\r\n"
        if body is not None:
            head += SAME_ORIGIN + f"Content-Type: {kind}\r\n"
            head += f"Content-Length: {len(body)}\r\n"
        return head.encode() + b"\r\n" + (body or b"")

    def _keep_cookies(self, answer):
        for name, value in answer.headers:
            if name != "set-cookie":
                continue
            pair, *attributes = [part.strip() for part in value.split(";")]
            key, _, word = pair.partition("=")
            if "Max-Age=0" in attributes:
                self.cookies.pop(key, None)
            else:
                self.cookies[key] = word
