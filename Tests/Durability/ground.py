#!/usr/bin/env python3
"""Tries the ground under the server with real processes: starts that must fail do so in one sentence, backups disturb
nothing that is not ready and are not waited for in vain, what was broken off is not served, nobody else can read a file,
and a log that nobody reads holds nothing up.
"""

import argparse
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from harness.browser import Browser, Lost  # noqa: E402
from harness.company import REPOSITORY, Company, Server, free_port, huifang_option  # noqa: E402
from harness.figures import Figures  # noqa: E402


class Ground:
    def __init__(self, company, folder):
        self.company, self.folder, self.flaws = company, Path(folder), []
        self.running = []

    def start(self, *words, stderr=subprocess.PIPE):
        process = subprocess.Popen(
            [self.company.huifang, *map(str, words)], stdout=subprocess.PIPE, stderr=stderr, text=True,
            cwd=REPOSITORY)
        self.running.append(process)
        return process

    def serve(self, data, port):
        return self.start("serve", "--data", data, "--port", port)

    def end(self):
        for process in self.running:
            if process.poll() is None:
                process.kill()
            process.wait()

    def expect(self, what, truth, detail=""):
        if not truth:
            self.flaws.append(f"{what}: {detail}")

    def refused(self, what, process, sentence, within=10):
        """It ends with 1, and the last line that it says is one sentence; before it there may be entries of the log."""
        try:
            _, said = process.communicate(timeout=within)
        except subprocess.TimeoutExpired:
            return self.expect(what, False, f"still there after {within} s")
        lines = [line for line in said.splitlines() if line.startswith("huifang: ")]
        self.expect(what, process.returncode == 1 and len(lines) == 1 and sentence in lines[0], said[-400:])
        self.expect(what, all(line.startswith(("{", "huifang: ")) for line in said.splitlines()), said[-400:])

    def second_start(self, server):
        self.refused("second process", self.serve(self.company.folder, free_port()), "in use by another huifang")
        other = self.folder / "other"
        self.company.command("init", "--data", other)
        self.refused("port taken", self.serve(other, server.port), f"port {server.port} of 127.0.0.1 is taken")
        (other / "huifang.sqlite").write_bytes(b"")
        self.refused("empty file", self.serve(other, free_port()), "is empty")

    def backups(self, server):
        copy = self.folder / "copy"
        said = self.company.command("backup", "--data", self.company.folder, "--to", copy).stdout
        self.expect("backup", "flushed and checked" in said, said)
        restored = self.folder / "restored"
        self.company.command("restore", "--from", copy, "--data", restored)
        again = Server(self.company_in(restored))
        self.expect("a restored company is served", again.answers())
        again.stop()
        os.kill(server.pid, signal.SIGSTOP)
        asking = self.start("backup", "--data", self.company.folder, "--to", self.folder / "never")
        time.sleep(0.5)
        server.kill()
        self.refused("server killed while it is asked", asking, "ended before the backup was made", within=5)

    def company_in(self, folder):
        other = object.__new__(Company)
        other.__dict__.update(self.company.__dict__)
        other.folder = folder
        return other

    def broken_off(self):
        demo = self.folder / "demo"
        making = self.start("demo", "--data", demo, "--projects", 400)
        self.wait_for(demo / "huifang.unfinished")
        asking = self.start("backup", "--data", demo, "--to", self.folder / "of-demo")
        making.communicate(timeout=180)
        self.expect("a demo that a backup is asked of", making.returncode == 0, making.returncode)
        self.expect("that backup", asking.wait(20) in (0, 1), asking.returncode)
        killed = self.folder / "killed"
        making = self.start("demo", "--data", killed, "--projects", 400)
        self.wait_for(killed / "huifang.unfinished")
        making.kill()
        making.wait()
        self.refused("a demo that was killed", self.serve(killed, free_port()), "huifang demo was broken off")

    def wait_for(self, file):
        end = time.monotonic() + 10
        # A file that is made a moment before it is written says nothing yet.
        while not (file.is_socket() or file.exists() and file.stat().st_size) and time.monotonic() < end:
            time.sleep(0.005)
        self.expect(f"{file.name} is there", file.exists())

    def unread_log(self):
        """Standard error is a pipe of 64 KB that nobody reads; 1,000 lines of the log are four times as much."""
        port = free_port()
        process = self.serve(self.company.folder, port)
        answered = 0
        for _ in range(200):
            try:
                Browser(port, timeout=5).get("/health")
                break
            except (Lost, OSError):
                time.sleep(0.02)
        browser = Browser(port, timeout=5)
        try:
            while answered < 1_000 and browser.get("/health").status == 200:
                answered += 1
        except (Lost, OSError) as error:
            self.expect("requests with a log that nobody reads", False, f"{answered} answered, then {error}")
        begin = time.monotonic()
        process.terminate()
        try:
            process.wait(15)
            self.expect("its end", process.returncode == 0, process.returncode)
        except subprocess.TimeoutExpired:
            self.expect("its end", False, "still there 15 s after SIGTERM")
        return answered, time.monotonic() - begin

    def rights(self):
        """Made in a folder that others can read, by a shell that lets everybody read what is made."""
        folder = self.folder / "open"
        folder.mkdir(mode=0o755)
        old = os.umask(0o022)
        try:
            self.company.command("init", "--data", folder)
            port = free_port()
            process = self.serve(folder, port)
            self.wait_for(folder / "backup.socket")
            self.company.command("backup", "--data", folder, "--to", self.folder / "open-copy")
            process.terminate()
            process.wait(15)
        finally:
            os.umask(old)
        for top in (folder, self.folder / "open-copy"):
            for file in [top, *top.rglob("*")]:
                mode = stat.S_IMODE(file.lstat().st_mode)
                self.expect("rights", mode & 0o077 == 0, f"{file.relative_to(self.folder)} has {mode:o}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    huifang_option(parser)
    options = parser.parse_args()
    figures = Figures("the ground: starts, backups, rights and an unread log, with real processes")
    begin = time.monotonic()
    with Company(options.huifang, projects=20) as company, tempfile.TemporaryDirectory(prefix="ground-") as folder:
        ground = Ground(company, folder)
        try:
            server = Server(company)
            ground.second_start(server)
            ground.backups(server)
            ground.broken_off()
            answered, seconds = ground.unread_log()
            ground.rights()
        finally:
            ground.end()
    figures.bound("answered with an unread log", str(answered), answered == 1_000, "1000")
    figures.bound("its end after SIGTERM", f"{seconds:.1f} s", seconds < 12, "at most 12 s")
    figures.note("time", f"{time.monotonic() - begin:.0f} s")
    figures.none("not as it must be", ground.flaws)
    figures.end()


if __name__ == "__main__":
    main()
