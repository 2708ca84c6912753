"""A made-up company in a folder of its own, and the server of its pages."""

import json
import os
import random
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from .browser import Browser, Lost

REPOSITORY = Path(__file__).resolve().parents[3]
DEBUG = REPOSITORY / ".build/tests/debug/huifang"
RELEASE = REPOSITORY / ".build/release/huifang"


def free_port():
    """One that no connection gets by chance: whoever asks a server that does not listen yet might be given its port."""
    chance = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    while True:
        port = random.randrange(10_000, max(chance, 11_000))
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class Company:
    """Made by `huifang demo` in a temporary folder that is removed at the end."""

    def __init__(self, huifang, projects):
        if not Path(huifang).exists():
            raise SystemExit(f"There is no {huifang}. bin/test builds the debug one, bin/serve the release one.")
        self.huifang, self.projects = str(huifang), projects
        self.servers = []
        self._parent = tempfile.mkdtemp(prefix="huifang-")
        self.folder = Path(self._parent) / "data"
        begin = time.monotonic()
        said = self.command("demo", "--data", self.folder, "--projects", projects).stdout
        self.seconds = time.monotonic() - begin
        self.most_bytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        lines = said.splitlines()
        self.password = next(line.split()[-1] for line in lines if "password" in line)
        self.accounts = [line.split()[0] for line in lines if line.startswith("  ")]

    @classmethod
    def there(cls, huifang, folder, password):
        """A copy of a company that `huifang demo` has made before."""
        company = cls.__new__(cls)
        company.huifang, company.password, company.servers, company.accounts = str(huifang), password, [], []
        company._parent = tempfile.mkdtemp(prefix="huifang-")
        company.folder = Path(company._parent) / "data"
        shutil.copytree(folder, company.folder)
        return company

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for server in self.servers:
            if server.process.poll() is None:
                server.kill()
        shutil.rmtree(self._parent, ignore_errors=True)

    @property
    def database(self):
        return self.folder / "huifang.sqlite"

    def command(self, *words, typed=None, check=True):
        return subprocess.run(
            [self.huifang, *map(str, words)], input=typed, check=check, text=True, capture_output=True, cwd=REPOSITORY)

    def add_member(self, username, role, password):
        self.command(
            "user", "add", username, "--role", role, "--data", self.folder, "--password-stdin", typed=password + "\n")

    def copy(self):
        """The folder as it is at this moment, beside it."""
        target = Path(self._parent) / "copy"
        shutil.rmtree(target, ignore_errors=True)
        # The socket over which backups are asked for is no file.
        shutil.copytree(self.folder, target, ignore=shutil.ignore_patterns("*.socket"))
        return target


def reading(database):
    """A connection that can neither write nor checkpoint."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)
    connection.row_factory = sqlite3.Row
    return connection


class Server:
    def __init__(self, company, wrapper=(), port=None):
        """Starts serving; `wrapper` is a command that runs it, such as strace. Returns once /health answers."""
        self.port, self.company = port or free_port(), company
        self._log = open(company.folder.parent / "server.log", "ab")
        begin = time.monotonic()
        self.process = subprocess.Popen(
            [*wrapper, company.huifang, "serve", "--data", str(company.folder), "--port", str(self.port)],
            stdout=self._log, stderr=self._log, cwd=REPOSITORY)
        company.servers.append(self)
        self._wait(begin)
        self.seconds_to_start = time.monotonic() - begin

    def answers(self):
        """Whether /health does. Where nobody listens yet, a connection can meet itself, and gets its own request back."""
        try:
            return Browser(self.port, timeout=5).get("/health").status == 200
        except (Lost, OSError, ValueError):
            return False

    def _wait(self, begin):
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() - begin > 30:
                raise SystemExit(f"The server does not answer; it said:\n{self.last_words()}")
            time.sleep(0.005)

    def errors(self):
        """How often it wrote each kind of error into its log."""
        self._log.flush()
        lines = [line for line in Path(self._log.name).read_bytes().splitlines() if b'"level":"error"' in line]
        entries = [json.loads(line) for line in lines]
        return Counter(f"{entry['message']}, {entry['metadata'].get('type', entry['metadata'].get('trouble', ''))}" for entry in entries)

    def how_it_ended(self):
        try:
            code = self.process.wait(15)
        except subprocess.TimeoutExpired:
            return "is still running"
        return f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"

    def last_words(self):
        self._log.flush()
        return Path(self._log.name).read_bytes()[-3000:].decode("utf-8", "replace")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._log.close()

    def stop(self):
        """As an administrator would; raises when it takes longer than it may."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(15)
        self._log.close()

    @property
    def pid(self):
        return self.process.pid

    def resident(self):
        """Resident memory now and at its highest since the start, in bytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        figures = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        return tuple(int(figures[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))

    def browser(self, source="127.0.0.1"):
        return Browser(self.port, source)

    def signed_in(self, username, password=None, source="127.0.0.1"):
        browser = self.browser(source)
        browser.sign_in(username, password or self.company.password)
        return browser


def address(number):
    """One of the many addresses of this machine, so that each client can have its own."""
    return f"127.0.{number // 250}.{number % 250 + 2}"


def huifang_option(parser, default=DEBUG):
    parser.add_argument("--huifang", default=os.environ.get("HUIFANG", default), help="the binary to run")
