#!/usr/bin/env python3
"""Lets 1,000 customers answer by links of their own, sent by 100 clients at once: each answer is acknowledged once, none is
lost or doubled, 99 % within a second. Then 10,000 tokens are guessed from a hundred networks: none opens, and the time
of an answer does not tell a link that there was from one that never was.
"""

import argparse
import re
import secrets
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from harness.browser import Browser, Lost
from harness.company import RELEASE, Company, Server, address, huifang_option, reading
from harness.figures import Figures

LEAST_TIME = 3.2


def links(server, company, count):
    """The path of a link for each of the first projects."""
    agent = Browser(server.port)
    agent.sign_in("agent", company.password)
    with reading(company.database) as database:
        projects = [row[0] for row in database.execute("SELECT id FROM project ORDER BY id LIMIT ?", [count])]
    return [make_link(agent, project) for project in projects]


def make_link(agent, project):
    path = f"/projects/{project}/feedback"
    agent.submit(agent.page(path).form(f"/projects/{project}/feedback-links"), {})
    return re.search(r"/feedback/[\w-]{40,}", agent.get(path).text).group()


class Customers(threading.Thread):
    """One client: opens the forms of its customers, waits as readers do, and sends them one after another."""

    def __init__(self, server, number, paths, gate):
        super().__init__()
        self.server, self.number, self.paths, self.gate = server, number, paths, gate
        self.times, self.trouble = [], []

    def run(self):
        opened = []
        for path in self.paths:
            browser = Browser(self.server.port, address(self.number))
            opened.append((browser, browser.page(path).form(path)))
            # Nobody keeps a line open while a customer reads.
            browser.close()
        self.gate.wait()
        time.sleep(LEAST_TIME)
        self.gate.wait()
        for serial, (browser, form) in enumerate(opened):
            begin = time.monotonic()
            try:
                answer = browser.submit(form, {"overall": "2", "problems": f"第 {self.number} 家第 {serial} 位"})
                self.times.append(time.monotonic() - begin)
                if answer.status != 303:
                    self.trouble.append(f"answered with {answer.status}")
            except Lost as error:
                self.trouble.append(repr(error))
            browser.close()


def send_all(server, paths, clients, figures):
    gate = threading.Barrier(clients)
    threads = [Customers(server, number, paths[number::clients], gate) for number in range(clients)]
    begin = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = sorted(one for thread in threads for one in thread.times)
    slow = times[int(len(times) * .99)]
    figures.note("acknowledged", f"{len(times)} in {time.monotonic() - begin - LEAST_TIME:.1f} s with the opening of the forms")
    figures.note("median", f"{statistics.median(times) * 1000:.0f} ms")
    figures.bound("99 % within", f"{slow * 1000:.0f} ms", slow < 1, "under 1 s")
    figures.none("not acknowledged", [line for thread in threads for line in thread.trouble])


def guess(server, used, count, figures):
    """Times of guesses, of links that never were and of one that was used, in turns."""
    never, once = [], []

    def one(number):
        browser = Browser(server.port, f"127.0.{1 + number // 250 % 250}.{1 + number % 250}")
        results = []
        for serial in range(20):
            path = used if serial % 2 else f"/feedback/{secrets.token_urlsafe(32)}"
            begin = time.perf_counter()
            status = browser.get(path).status
            results.append((serial % 2, status, time.perf_counter() - begin))
        browser.close()
        return results

    opened = 0
    with ThreadPoolExecutor(2) as pool:
        for results in pool.map(one, range(count // 20)):
            for kind, status, seconds in results:
                opened += status != 404
                (once if kind else never).append(seconds)
    figures.bound(f"of {len(never) + len(once)} guesses not answered with 404", str(opened), opened == 0, "0")
    difference = abs(statistics.median(never) - statistics.median(once)) * 1_000_000
    spread = statistics.quantiles(never, n=4)
    figures.note("median for a link that never was", f"{statistics.median(never) * 1000:.2f} ms")
    figures.note("median for a link that was used", f"{statistics.median(once) * 1000:.2f} ms")
    figures.bound(
        "difference of the medians", f"{difference:.0f} µs", difference < (spread[2] - spread[0]) * 1_000_000,
        "within what answers differ anyway")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--customers", type=int, default=1_000)
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--guesses", type=int, default=10_000)
    huifang_option(parser, RELEASE)
    options = parser.parse_args()
    figures = Figures(f"{options.customers} customers by {options.clients} clients, {options.guesses} guesses")
    with Company(options.huifang, options.customers) as company:
        server = Server(company)
        paths = links(server, company, options.customers)
        with reading(company.database) as database:
            before = database.execute("SELECT count(*) FROM issue").fetchone()[0]
        send_all(server, paths, options.clients, figures)
        with reading(company.database) as database:
            stored = database.execute("SELECT count(*), count(DISTINCT link_id) FROM feedback WHERE channel = 'link'").fetchone()
            words = database.execute("SELECT count(DISTINCT problems) FROM feedback_content WHERE problems LIKE '第 % 位'").fetchone()[0]
            issues = database.execute("SELECT count(*) FROM issue").fetchone()[0] - before
        figures.bound("stored, lost, doubled", f"{words}", stored[0] == stored[1] == words == len(paths), str(len(paths)))
        figures.bound("issues made of them", str(issues), issues == len(paths), str(len(paths)))
        guess(server, paths[0], options.guesses, figures)
        figures.note("resident at most", f"{server.resident()[1] >> 20} MB")
        figures.none("errors in the log", list(server.errors()))
        server.stop()
    figures.end()


if __name__ == "__main__":
    main()
