#!/usr/bin/env python3
"""What pages and forms cost: CPU time of the server for each request, requests a second, and how long they take, with
1, 8 and 32 connections at once. Needs Debian's wrk.

Milliseconds are those of one machine on one day. To compare days and machines, have a page of another program
measured in turn: --beside PID URL COOKIE. The last column is then the ratio to it, read in the same seconds.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from feedback import make_link
from harness.browser import Browser
from harness.company import RELEASE, Company, Server, huifang_option, reading
from harness.forms import Page

TICKS = os.sysconf("SC_CLK_TCK")

#: Asks for the lines of a file in turn, `path cookie body`; a body makes it a POST, and is sent once.
SCRIPT = """
local lines, next_line = {}, 0
function init(arguments)
    for line in io.lines(arguments[1]) do lines[#lines + 1] = line end
end
function request()
    next_line = next_line + 1
    local path, cookie, body = lines[(next_line - 1) % #lines + 1]:match("^(%S+) (%S+) ?(%S*)$")
    local headers = {["Cookie"] = cookie, ["Sec-Fetch-Site"] = "same-origin"}
    if body == "" then return wrk.format("GET", path, headers) end
    if next_line >= #lines then wrk.thread:stop() end
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    return wrk.format("POST", path, headers, body)
end
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format('\\n{"requests":%d,"microseconds":%d,"refused":%d,"lost":%d,"p50":%d,"p99":%d}\\n',
        summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(99)))
end
"""


def cpu(pid):
    """Seconds that all threads of a process have used."""
    words = Path(f"/proc/{pid}/stat").read_text().rsplit(")")[1].split()
    return (int(words[11]) + int(words[12])) / TICKS


class Bench:
    def __init__(self, server, folder, options):
        self.server, self.folder, self.options = server, folder, options
        self.anchors = []
        self.script = folder / "wrk.lua"
        self.script.write_text(SCRIPT)

    def measure(self, name, lines, most=None):
        """`lines` makes the lines of one run; `most` is the CPU time in units of the anchor that it may take."""
        for clients in self.options.clients:
            runs = [self.run_beside(lines(), clients) for _ in range(self.options.repetitions)]
            middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            trouble = sum(run["refused"] + run["lost"] for run in runs)
            ratio = f"{middle['ratio']:5.2f} L" if self.options.beside else ""
            print(
                f"{name:34} {clients:3} {middle['cpu']:8.3f} {ratio} {middle['rate']:8.0f} {middle['p50'] / 1000:8.2f} "
                f"{middle['p99'] / 1000:8.2f}{f'   {trouble} refused or lost' if trouble else ''}", flush=True)

    def run_beside(self, lines, clients):
        """With the ratio to the other program's page, measured before and after."""
        if not self.options.beside:
            return self.run(lines, clients, self.server.process.pid, f"http://127.0.0.1:{self.server.port}")
        before = self.anchor()
        told = self.run(lines, clients, self.server.process.pid, f"http://127.0.0.1:{self.server.port}")
        told["ratio"] = told["cpu"] / statistics.mean([before, self.anchor()])
        return told

    def anchor(self):
        pid, url, cookie = self.options.beside
        parts = urlsplit(url)
        used = self.run([f"{parts.path} {cookie}"], 8, pid, f"{parts.scheme}://{parts.netloc}", seconds=1)["cpu"]
        self.anchors.append(used)
        return used

    def run(self, lines, clients, pid, server, seconds=None):
        file = self.folder / "lines"
        file.write_text("\n".join(lines) + "\n")
        before = cpu(pid)
        said = subprocess.run(
            ["wrk", "-t1", f"-c{clients}", f"-d{seconds or self.options.seconds}s", "--timeout", "20s", "-s", self.script,
             server, "--", file], capture_output=True, text=True, check=True).stdout
        used = cpu(pid) - before
        told = json.loads(said.strip().splitlines()[-1])
        told["cpu"] = used * 1000 / max(1, told["requests"])
        told["rate"] = told["requests"] / (told["microseconds"] / 1e6)
        return told

    def memory(self):
        status = Path(f"/proc/{self.server.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) >> 10


class Clerk:
    """Somebody signed in, whose requests are measured."""

    def __init__(self, server, company, name):
        self.browser = Browser(server.port)
        if name:
            self.browser.sign_in(name, company.password)
        self.cookie = ";".join(f"{key}={value}" for key, value in self.browser.cookies.items()) or "none=1"

    def opening(self, paths):
        return lambda: [f"{path} {self.cookie}" for path in random.sample(paths, len(paths))]

    def sending(self, path, bodies):
        return lambda: [f"{path} {self.cookie} {body}" for body in bodies()]


def registrations(form, count=20_000):
    """Customers whom nobody has registered yet."""
    # Two colleagues must know a customer.
    known = [option for option in form.fields["known-by"].options if option][:2]
    pairs = [
        pair for pair in form.filled({"known-by": known})
        if pair[0] not in ("submission", "name", "address") and "phones" not in pair[0]]
    phone = next(name for name in form.fields if name.startswith("phones.0"))
    def bodies():
        for _ in range(count):
            serial = random.randrange(10**9)
            yield urlencode([
                ("submission", f"measured-{random.getrandbits(96):024x}"), ("name", f"测量{serial % 1000}"),
                (phone, f"139{serial % 10**8:08d}"), ("address", f"浦东新区测量路{serial % 999}号"), *pairs])
    return bodies


def sheets(clerk, calls):
    """The sheet of each call, filled; each can be sent once."""
    lines = []
    for call in calls:
        answer = clerk.browser.get(f"/follow-ups/{call}/sheet")
        if answer.status != 200:
            continue
        form = next(form for form in Page(answer.text).forms if "overall" in form.fields)
        typed = {"overall": "4", "reached": "yes"}
        body = urlencode(form.filled({name: text for name, text in typed.items() if name in form.fields}))
        lines.append(f"{form.action} {clerk.cookie} {body}")
    return lines


def ids(company, sql):
    with reading(company.database) as database:
        return [row[0] for row in database.execute(sql)]


def measure_all(company, server, options, folder):
    bench = Bench(server, folder, options)
    agent, manager = Clerk(server, company, "agent"), Clerk(server, company, "manager")
    mine = """SELECT f.id FROM follow_up f JOIN member m ON m.id = f.agent_id WHERE m.username = 'agent'
        AND f.state = 'owed' AND f.is_tentative = 0 AND f.opens_on <= date('now') ORDER BY f.closes_on, f.id"""
    calls = ids(company, mine)
    projects = ids(company, "SELECT id FROM project ORDER BY random() LIMIT 200")
    pages = max(1, min(options.projects // 50, 20))
    link = make_link(agent.browser, projects[0])
    stranger = Clerk(server, company, None)
    print(f"{options.projects} projects, {len(calls)} calls due; CPU ms a request, requests a second, p50 and p99 ms")
    for name, clerk, paths in [
        ("customers", agent, [f"/customers?page={page}" for page in range(1, pages + 1)]),
        ("follow-ups", agent, [f"/follow-ups?page={page}" for page in range(1, pages + 1)]),
        ("sheet", agent, [f"/follow-ups/{call}/sheet" for call in calls[:200]]),
        ("today", agent, ["/today"]),
        ("project", agent, [f"/projects/{project}" for project in projects]),
        ("search", agent, ["/customers?q=139", "/customers?q=%E7%8E%8B"]),
        ("issues", manager, ["/issues"]),
        ("board of issues", manager, ["/issues/board"]),
        ("board of orders", manager, ["/work-orders/board"]),
        ("complaint", stranger, ["/complaint"]),
        ("enquiry", stranger, ["/enquiry"]),
        ("customer's feedback", stranger, [link]),
    ]:
        if not options.only or name in options.only:
            bench.measure(name, clerk.opening(paths))
    if not options.only or "register a customer" in options.only:
        form = next(form for form in Page(agent.browser.get("/customers/new").text).forms if "name" in form.fields)
        bench.measure("register a customer", agent.sending("/customers", registrations(form)))
    if not options.only or "submit a sheet" in options.only:
        rest = sheets(agent, calls)
        share = len(rest) // (len(options.clients) * options.repetitions)
        batches = iter([rest[place * share:(place + 1) * share] for place in range(len(options.clients) * options.repetitions)])
        bench.measure("submit a sheet", lambda: next(batches))
    if bench.anchors:
        print(f"L is {statistics.median(bench.anchors):.3f} ms ({min(bench.anchors):.3f} to {max(bench.anchors):.3f})")
    print(f"memory at the end: {bench.memory()} MB")


def made(options):
    if options.data:
        return Company.there(options.huifang, options.data, options.password)
    return Company(options.huifang, options.projects)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--projects", type=int, default=2_000)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--clients", type=lambda text: [int(one) for one in text.split(",")], default=[1, 8, 32])
    parser.add_argument(
        "--beside", nargs=3, metavar=("PID", "URL", "COOKIE"), help="the page of another program to compare with")
    parser.add_argument("--data", type=Path, help="a company that is there already, of that many projects; it is copied")
    parser.add_argument("--password", help="of its accounts")
    parser.add_argument("--only", action="append", help="the name of one page; may be repeated")
    huifang_option(parser, RELEASE)
    options = parser.parse_args()
    with made(options) as company, tempfile.TemporaryDirectory() as folder:
        measure_all(company, Server(company), options, Path(folder))


if __name__ == "__main__":
    main()
