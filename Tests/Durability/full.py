#!/usr/bin/env python3
"""Serves a company on disks of several sizes (tmpfs) until there is no room left: nothing that was acknowledged is lost, what
was refused says so, and writing works again once there is room. Needs root, as it mounts; each disk is unmounted again.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from disk_clients import Watched, misgivings  # noqa: E402
from evidence import Evidence, halves, last_ids  # noqa: E402
from harness.browser import Lost, NotSignedIn  # noqa: E402
from harness.company import Company, Server, huifang_option, reading  # noqa: E402
from harness.figures import Figures  # noqa: E402
from submissions import Writer  # noqa: E402

MOST = 400


class Disk:
    """A file system of that many KB, mounted in a folder."""

    def __init__(self, folder, size):
        self.folder = folder
        folder.mkdir()
        self._mount(f"size={size}k,mode=700", "tmpfs", str(folder))

    def _mount(self, options, *words):
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, *words], check=True)

    def grow(self, size):
        self._mount(f"remount,size={size}k", str(self.folder))

    def room(self):
        facts = os.statvfs(self.folder)
        return facts.f_bavail * facts.f_frsize // 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", str(self.folder)], check=True)
        self.folder.rmdir()


class Outside:
    """A company on another disk, whose log lies elsewhere, so that it takes no room."""

    def __init__(self, company, data, log):
        self.huifang, self.password, self.command = company.huifang, company.password, company.command
        self.folder, self.database, self.servers = Placed(data, log), data / "huifang.sqlite", []


class Placed(type(Path())):
    """A folder beside which the log is not written."""

    def __new__(cls, folder, log):
        placed = super().__new__(cls, folder)
        placed.log = log
        return placed

    @property
    def parent(self):
        return self.log


class Trial:
    def __init__(self, company, folder, port):
        self.company, self.folder, self.port = company, folder, port
        self.flaws, self.statuses, self.ends = [], Counter(), Counter()
        self.need = sum(file.stat().st_size for file in company.folder.rglob("*") if file.is_file()) // 1024

    def founding(self, size):
        """A company is made on a disk that is too small for it, or not."""
        with Disk(self.folder / "disk", size) as disk:
            made = self.company.command("init", "--data", disk.folder / "data", check=False)
        self.ends[f"init {'founded' if made.returncode == 0 else 'refused'}"] += 1
        if made.returncode != 0:
            self.refused("init", size, made.returncode, made.stderr)

    def refused(self, what, size, code, said):
        """It ended with 1 and one sentence."""
        lines = [line for line in said.splitlines() if not line.startswith("{")]
        if code != 1 or len(lines) != 1 or not lines[0].startswith("huifang: "):
            self.flaws.append(f"{what} on {size} KB ended with {code}: {said[-300:]}")

    def serving(self, spare):
        """The made company is copied to a disk with that many KB to spare, and written into until it is full."""
        size = self.need + spare + 16
        with Disk(self.folder / "disk", size) as disk:
            data = disk.folder / "data"
            shutil.copytree(self.company.folder, data)
            server = self.start(data, size)
            if server is not None:
                try:
                    self.fill(server, disk, size, spare)
                finally:
                    if server.process.poll() is None:
                        server.kill()

    def start(self, data, size):
        log = self.folder / f"log-{size}"
        log.mkdir(exist_ok=True)
        try:
            return Server(Outside(self.company, data, log), port=self.port)
        except SystemExit as end:
            # An orderly refusal is one sentence; what was logged before it are lines of JSON.
            said = [line for line in str(end).splitlines()[1:] if not line.startswith("{")]
            self.ends["serve refused"] += 1
            if len(said) != 1 or not said[0].startswith("huifang: "):
                self.flaws.append(f"serve on {size} KB: {' '.join(said)[-300:]}")
            return None

    def fill(self, server, disk, size, spare):
        with reading(server.company.database) as database:
            baseline = last_ids(database)
        sent, had_reserve = [], (server.company.folder / "reserve").exists()
        try:
            browser = Watched(server.port)
            browser.sign_in("agent", self.company.password)
            writer = Writer(browser, size)
            refused = self.write(server, browser, writer, sent)
        except (Lost, NotSignedIn, KeyError) as error:
            # Signing in needs room, too.
            self.ends["nobody could sign in"] += 1
            return self.still_there(server, size, f"{type(error).__name__} {error}")
        self.ends["served until full" if refused else "served, never full"] += 1
        if refused and had_reserve:
            self.administrator(server, size)
        disk.grow(size + 16384)
        for one in sent:
            if not one.is_acknowledged:
                one.send(browser)
                if not one.is_acknowledged:
                    self.flaws.append(f"refused with room on {size} KB: {one}")
        health = server.browser().get("/health")
        if health.text.splitlines()[1:2] != ["database: writable"]:
            self.flaws.append(f"/health with room on {size} KB: {health.text.split()}")
        server.stop()
        self.look(server.company, sent, baseline, size)

    def administrator(self, server, size):
        """Signs in on the full disk, sees its condition, and signs out."""
        try:
            browser = server.signed_in("admin")
            status = browser.get("/condition").status
        except (Lost, NotSignedIn) as error:
            self.flaws.append(f"no administrator could sign in on {size} KB: {error}")
            return
        self.ends["an administrator signed in when it was full"] += 1
        if status != 200:
            self.flaws.append(f"/condition is {status} on {size} KB")

    def write(self, server, browser, writer, sent):
        """Customers, until three in a row are refused or many were taken; returns how many were refused."""
        refused, row = 0, 0
        while row < 3 and len(sent) < MOST:
            try:
                one = writer.next([])
            except KeyError as error:
                self.flaws.append(f"a form cannot be opened: {error}")
                break
            sent.append(one)
            one.send(browser)
            self.statuses[one.status] += 1
            row = 0 if one.is_acknowledged else row + 1
            if one.is_refused:
                refused += 1
                self.flaws += [f"{why}: {one}" for why in misgivings(one, browser.latest)]
                health = server.browser().get("/health").status
                self.statuses[f"health {health}"] += 1
                if health == 200:
                    self.flaws.append(f"/health is 200 on {size} KB though {one} was refused")
        return refused

    def still_there(self, server, size, error):
        if server.process.poll() is not None:
            self.flaws.append(f"the server {server.how_it_ended()} on {size} KB ({error})")
        elif server.browser().get("/health").status not in (200, 503):
            self.flaws.append(f"/health on {size} KB ({error})")

    def look(self, company, sent, baseline, size):
        with reading(company.database) as database:
            evidence = Evidence(database, baseline)
            self.flaws += [f"{flaw} on {size} KB" for one in sent if (flaw := evidence.flaw(one))]
            self.flaws += [f"{half} on {size} KB" for half in halves(database, baseline)]
        verdict = company.command("audit", "verify", "--data", company.folder, check=False)
        if verdict.returncode != 0:
            self.flaws.append(f"audit trail on {size} KB: {verdict.stdout}{verdict.stderr}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, default=20)
    parser.add_argument("--port", type=int, help="a free one when it is not said")
    huifang_option(parser)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("broken off"))
    if os.geteuid() != 0:
        sys.exit("Only root may mount a disk.")
    figures = Figures(f"full disks of {options.sizes} sizes")
    begin = time.monotonic()
    with Company(options.huifang, projects=40) as company, tempfile.TemporaryDirectory(prefix="full-") as folder:
        trial = Trial(company, Path(folder), options.port)
        for number in range(options.sizes):
            trial.founding(100 * (number + 1))
            # From too little to start with, to enough for a reserve.
            trial.serving(8 * number if number < options.sizes // 2 else 4600 + 160 * (number - options.sizes // 2))
    for name, count in sorted(trial.ends.items()):
        figures.note(name, count)
    figures.note("answers", dict(trial.statuses))
    figures.note("time", f"{time.monotonic() - begin:.0f} s")
    figures.none("lost, doubled, answered wrongly, or not come back", trial.flaws)
    figures.end()


if __name__ == "__main__":
    main()
