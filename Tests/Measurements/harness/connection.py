"""One connection to the server, and the answers that come back on it, byte for byte."""

import socket


class Lost(Exception):
    """The connection ended, or timed out, before there was a whole answer."""


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers  # [(name in lower case, value)]
        self.body = body

    def header(self, name):
        return next((value for key, value in self.headers if key == name), None)

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def closes(self):
        return (self.header("connection") or "").lower() == "close"


class Connection:
    def __init__(self, port, source="127.0.0.1", timeout=30):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout, source_address=(source, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.waiting = b""

    def close(self):
        self.socket.close()

    def send(self, data):
        try:
            self.socket.sendall(data)
        except OSError as error:
            raise Lost(f"while sending: {error}") from None

    def send_no_more(self):
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # The server was quicker and closed the connection.

    def answer(self, to_head=False):
        """The next answer, whole; raises Lost. Informational ones (1xx) are passed over."""
        while True:
            head = self._until(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            version, _, rest = first.partition(" ")
            if not version.startswith("HTTP/1.") or not rest[:3].isdigit():
                raise ValueError(f"no answer of HTTP: {head[:200]!r}")
            status = int(rest[:3])
            headers = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
            answer = Answer(status, headers, b"")
            if status >= 200:
                break
        if not to_head and status not in (204, 304):
            answer.body = self._body(answer)
        return answer

    def _body(self, answer):
        if (answer.header("transfer-encoding") or "").lower() == "chunked":
            parts = []
            while size := int(self._until(b"\r\n").split(b";")[0], 16):
                parts.append(self._exactly(size))
                self._exactly(2)
            self._until(b"\r\n")
            return b"".join(parts)
        if (length := answer.header("content-length")) is not None:
            return self._exactly(int(length))
        return self._rest()

    def _until(self, end):
        while (place := self.waiting.find(end)) < 0:
            self._receive()
        found, self.waiting = self.waiting[:place], self.waiting[place + len(end) :]
        return found

    def _exactly(self, count):
        while len(self.waiting) < count:
            self._receive()
        found, self.waiting = self.waiting[:count], self.waiting[count:]
        return found

    def _rest(self):
        try:
            while True:
                self._receive()
        except Lost:
            found, self.waiting = self.waiting, b""
            return found

    def _receive(self):
        try:
            more = self.socket.recv(65536)
        except OSError as error:
            raise Lost(f"while waiting: {error}") from None
        if not more:
            raise Lost("closed by the server")
        self.waiting += more
