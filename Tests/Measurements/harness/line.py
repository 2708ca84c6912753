"""A bad line between a browser and the server: it breaks where it is told to, and writes down what went over it."""

import re
import socket
import threading
from collections import defaultdict
from dataclasses import dataclass, field

SUBMISSION = re.compile(rb'name="submission"\r\n\r\n([0-9A-Za-z_-]+)\r\n')
LENGTH = re.compile(rb"(?i)\r\ncontent-length: (\d+)\r\n")


@dataclass
class Sent:
    """What one upload went through, each time that it was sent."""
    lengths: list = field(default_factory=list)
    #: Bytes of the body that went over, by attempt.
    bytes: list = field(default_factory=list)
    answers_lost: int = 0

    @property
    def whole(self):
        """How often all of it went over."""
        return sum(length == bytes for length, bytes in zip(self.lengths, self.bytes))


class BreakingLine:
    """Passes connections on; the first time that an upload is sent, the line breaks in the middle of it.

    Of every third upload the server's answer is lost as well: it has arrived, and its sender cannot know.
    """

    def __init__(self, port):
        self.target = port
        self.uploads = defaultdict(Sent)
        self.broken, self.answers_lost = 0, 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            server = socket.create_connection(("127.0.0.1", self.target))
            connection = Connection(self, client, server)
            threading.Thread(target=connection.upwards, daemon=True).start()
            threading.Thread(target=connection.downwards, daemon=True).start()

    def close(self):
        self._listener.close()


class Connection:
    def __init__(self, line, client, server):
        self.line, self.client, self.server = line, client, server
        self.loses_answer = False

    def end(self):
        for one in (self.client, self.server):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()

    def upwards(self):
        try:
            while data := self.client.recv(16384):
                if data.startswith(b"POST ") and b"multipart/form-data" in data:
                    self._upload(data)
                else:
                    self.server.sendall(data)
        except OSError:
            pass
        self.end()

    def _upload(self, data):
        while not SUBMISSION.search(data):
            data += self.client.recv(16384) or self._gone()
        id = SUBMISSION.search(data)[1].decode()
        head, _, body = data.partition(b"\r\n\r\n")
        length = int(LENGTH.search(head + b"\r\n")[1])
        sent = self.line.uploads[id]
        sent.lengths.append(length)
        sent.bytes.append(len(body))
        number = list(self.line.uploads).index(id)
        until = length // 2 if len(sent.lengths) == 1 else length
        self.loses_answer = number % 3 == 2 and len(sent.lengths) == 2
        sent.answers_lost += self.loses_answer
        self.server.sendall(data)
        while sent.bytes[-1] < until:
            data = self.client.recv(16384) or self._gone()
            self.server.sendall(data)
            sent.bytes[-1] += len(data)
        if until < length:
            self.line.broken += 1
            self._gone()

    def _gone(self):
        raise OSError("the line is broken")

    def downwards(self):
        try:
            while data := self.server.recv(16384):
                if self.loses_answer:
                    self.line.answers_lost += 1
                    break
                self.client.sendall(data)
        except OSError:
            pass
        self.end()
