"""Companies to try things out with, each in a folder of its own and served on a free port."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from words import ROOT

sys.path.append(str(ROOT / "Tests/Measurements"))

from harness.company import free_port  # noqa: E402
from harness.visits import visit  # noqa: E402


class Company:
    """A company that is being served; ends with its `with` block."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.set_up_link = None
        self.server = None
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"

    @property
    def launcher(self):
        """What the program is started with."""
        return []

    def command(self, *arguments):
        done = subprocess.run([*self.launcher, self.binary, *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    def __enter__(self):
        self.log = open(f"{self.folder}.log", "a")
        self.server = subprocess.Popen(
            [*self.launcher, self.binary, "serve", "--data", str(self.folder), "--port", str(self.port)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=self.log, text=True, start_new_session=True)
        self.wait_for(f"Huifang listens at {self.address}")
        return self

    def wait_for(self, sentence):
        for line in self.server.stdout:
            if line.strip() == sentence:
                return
        raise RuntimeError(f"The server ended before it was listening: see {self.log.name}")

    def read_set_up_link(self):
        """The link to the first administrator's account, which is printed after the address."""
        return re.search(r"http\S+", self.server.stdout.readline()).group()

    def complaints(self):
        """What the server itself found wrong: an end that nobody asked for, answers of 5xx, errors in its log."""
        ended = self.server.poll()
        if ended is not None:
            yield f"the server ended by itself with {ended}"
        for line in open(self.log.name):
            if re.search(r'"level":"(error|critical)"|"status":5', line):
                yield line.strip()

    def __exit__(self, *_):
        # Whatever started the program goes with it.
        os.killpg(self.server.pid, signal.SIGTERM)
        self.server.wait(timeout=30)
        self.wait_for_the_last()
        self.log.close()

    def wait_for_the_last(self):
        """A launcher may end before the program that it launched, which still has the data."""
        for _ in range(300):
            try:
                os.killpg(self.server.pid, 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        raise RuntimeError("The server does not end")


class Demo(Company):
    """A made-up company with somebody in each role."""

    def __init__(self, binary, folder):
        super().__init__(binary, folder)
        shutil.rmtree(folder, ignore_errors=True)
        self.password = re.search(r"password of all is (\S+)", self.command("demo", "--data", str(folder))).group(1)
        self.database = folder / "huifang.sqlite"
        self.visit = visit(self, "technician", "W-WALK")


class OnAnotherDay(Demo):
    """A made-up company whose clock begins at a moment (of the company's zone) that a story needs."""

    def __init__(self, binary, folder, moment):
        self.moment = moment
        super().__init__(binary, folder)

    @property
    def launcher(self):
        # What waits for some seconds must not wait for days: only the hour is another one.
        moment = self.moment.astimezone().strftime("@%Y-%m-%d %H:%M:%S")
        return ["faketime", "--exclude-monotonic", "-f", moment]

    def __exit__(self, *_):
        super().__exit__()
        # The launcher was ended before it could tidy up, and would not start again under a number it left these for.
        for left in Path("/dev/shm").glob(f"*faketime_*_{self.server.pid}"):
            left.unlink()

    def move_to(self, moment):
        """Stops the server and serves the company again at a later moment."""
        self.__exit__()
        self.moment = moment
        self.__enter__()


class Founded(Company):
    """A company that was just founded: nobody can sign in yet."""

    def __init__(self, binary, folder):
        super().__init__(binary, folder)
        shutil.rmtree(folder, ignore_errors=True)
        self.command("init", "--data", str(folder), "--name", "安居装饰")
