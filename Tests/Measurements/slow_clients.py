#!/usr/bin/env python3
"""Good clients beside 500 slow heads, 500 slow bodies, 100 slow readers and 1,200 half-open connections from ten addresses:
95 of 100 answers on new connections must come within 500 ms. Then the server is stopped beside all of them, and beside one.
"""

import argparse
import re
import threading
import time
from statistics import median, quantiles

from harness.browser import Lost
from harness.company import Company, Server, huifang_option
from harness.figures import Figures
from harness.hostile import Crowd

BOUND = 500
#: The server gives those that are slow two seconds, and never more than ten.
STOP = 10


class Visitor(threading.Thread):
    """Opens a page again and again, each time on a new connection or on one that is kept."""

    def __init__(self, browser, path, until, keeps):
        super().__init__()
        self.browser, self.path, self.until, self.keeps = browser, path, until, keeps
        self.times, self.lost = [], []

    def run(self):
        while time.monotonic() < self.until:
            if not self.keeps:
                self.browser.close()
            begin = time.monotonic()
            try:
                status = self.browser.get(self.path).status
                if status != 200:
                    self.lost.append(f"{self.path} was answered with {status}")
            except (Lost, ValueError) as error:
                self.lost.append(f"{self.path}: {error}")
            self.times.append((time.monotonic() - begin) * 1000)
            time.sleep(0.05)


def visit(figures, server, users, seconds, beside):
    until = time.monotonic() + seconds
    visitors = [Visitor(server.browser(), "/sign-in", until, False)]
    visitors += [Visitor(users[0], "/today", until, False), Visitor(users[1], "/today", until, True)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
        late = quantiles(visitor.times, n=20)[-1]
        kind = "kept" if visitor.keeps else "new"
        figures.bound(
            f"{beside}: {visitor.path}, {kind} connections", f"{late:.0f} ms", late < BOUND,
            f"under {BOUND} ms (p95); median {median(visitor.times):.0f}, longest {max(visitor.times):.0f}, "
            f"{len(visitor.times)} answers")
        figures.none(f"{beside}: {visitor.path}, {kind}, not answered", visitor.lost)


def stop(figures, server, beside):
    begin = time.monotonic()
    server.stop()
    seconds = time.monotonic() - begin
    figures.bound(f"a stop beside {beside}", f"{seconds:.1f} s", seconds < STOP, f"under {STOP} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    huifang_option(parser)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--files", type=int, help="the most files that the server may open")
    options = parser.parse_args()
    figures = Figures("Slow clients")
    with Company(options.huifang, 20) as company:
        wrapper = ("prlimit", f"--nofile={options.files}") if options.files else ()
        server = Server(company, wrapper)
        page = server.browser().get("/sign-in").text
        path = re.search(r"/assets/[^\"]+\.css", page).group()
        users = [server.signed_in("agent"), server.signed_in("manager")]
        visit(figures, server, users, min(10, options.seconds), "alone")
        crowd = Crowd(server.port, path)
        visit(figures, server, users, options.seconds, "beside all")
        now, most = server.resident()
        figures.note("resident memory, now and at most", f"{now >> 20} MB, {most >> 20} MB")
        figures.note("errors in the log", dict(server.errors()))
        stop(figures, server, "all of them")
        crowd.end()
        server = Server(company)
        crowd = Crowd(server.port, path, heads=0, bodies=1, readers=1, half_open=0)
        stop(figures, server, "one slow body and one slow reader")
        crowd.end()
    figures.end()


if __name__ == "__main__":
    main()
