#!/usr/bin/env python3
"""Whether two builds draw the same pages and answer the same forms in the same way: for changes that nobody may see.

    python3 Tests/Measurements/same_pages.py BEFORE/huifang BEFORE/TREE AFTER/huifang [--pages 40]

The first build makes a company, of which each build serves a copy under a clock that stands still. Every role follows
the links of its pages, in three languages, and then sends every form that it was shown, as it was shown and filled with
rubbish. What differs by nature (submission ids, tokens, digests in the names of assets) is struck out; every other
difference is printed once, with the page on which it was first seen."""

import argparse
import difflib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter, deque
from datetime import datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import urlsplit

from harness import reports
from harness.browser import Browser
from harness.company import REPOSITORY, free_port
from harness.connection import Lost
from harness.forms import Page

#: Later than all that the harness writes into the company.
MOMENT = (datetime.now(timezone.utc) + timedelta(hours=5)).astimezone()
CLOCK = ["faketime", "--exclude-monotonic", "-f", f"{MOMENT:%Y-%m-%d %H:%M:%S}"]
ROLES = ["admin", "agent", "technician", "manager", "executive", "finance", None]
LANGUAGES = ["zh-Hans", "zh-Hant", "en"]
#: Ends what the walk needs, or changes a password.
LEFT_ALONE = ("/sign-out", "/language", "/password", "/sessions", "/sign-in", "/staff")
RUBBISH = {"text": "zz", "number": "abc", "date": "2026-13-45", "time": "25:61", "tel": "12", "email": "x"}
STRUCK = [
    (re.compile(r'<svg class="qr".*?</svg>', re.S), "QR"),
    (re.compile(r'(name="(?:submission|opened|opener|proof)" value=")[^"]*'), r"\1…"),
    (re.compile(r"(/[\w-]+)\.[0-9a-f]{6,64}\.(css|js|svg|png|webmanifest)"), r"\1.\2"),
    (re.compile(r"/(feedback|photographs|set-up|receipts)/[\w-]{20,}"), r"/\1/…"),
    (re.compile(r"\b[\w-]{22,64}\b(?=[\"'&])"), "…"),
    (re.compile(r"127\.0\.0\.1:\d+"), "HOST"),
]


class Made:
    """The company of both, with reports of every kind that the first build filed."""

    def __init__(self, binary, tree, folder, projects):
        said = subprocess.run(
            [*CLOCK, binary, "demo", "--data", folder, "--projects", str(projects)], cwd=tree, check=True, text=True,
            capture_output=True).stdout
        self.password = next(line.split()[-1] for line in said.splitlines() if "password" in line)
        self.database = folder / "huifang.sqlite"
        visits = reports.begin(self)
        #: Looked at by everybody, whatever links lead to.
        self.pages = [f"/visits/{visit}{page}" for _, visit in visits for page in ("", "/print", "/report")]
        build = Build(binary, tree, folder)
        technician = build.browser("technician", self.password)
        for kind, visit in visits:
            reports.file(technician, kind, visit, MOMENT.astimezone(timezone(timedelta(hours=8))))
        build.end()


class Build:
    """One build at work on a copy of the company."""

    def __init__(self, binary, tree, folder):
        self.port = free_port()
        self.process = subprocess.Popen(
            [*CLOCK, binary, "serve", "--data", str(folder), "--port", str(self.port)], cwd=tree,
            stdout=subprocess.DEVNULL, stderr=open(f"{folder}.log", "wb"), start_new_session=True)
        for _ in range(600):
            try:
                if Browser(self.port, timeout=5).get("/health").status in (200, 503):
                    return
            except (Lost, OSError, ValueError):
                time.sleep(0.1)
        raise SystemExit(f"{binary} does not answer; see {folder}.log")

    def end(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=30)
        for left in Path("/dev/shm").glob(f"*faketime_*_{self.process.pid}"):
            left.unlink()

    def browser(self, who, password):
        browser = Browser(self.port)
        if who:
            browser.sign_in(who, password)
        return browser


def shape(path):
    """Addresses of one kind are one page: numbers and tokens are left out, the names of a query stay."""
    parts = urlsplit(path)
    names = sorted(pair.partition("=")[0] for pair in parts.query.split("&") if pair)
    return re.sub(r"/(\d[\d-]*|[\w-]{22,})(?=/|$|\.)", "/N", parts.path) + ("?" + "&".join(names) if names else "")


class Comparison:
    def __init__(self, before, after, company, most):
        self.sides, self.company, self.most = (before, after), company, most
        self.seen, self.kinds, self.differences = Counter(), Counter(), {}

    def walk(self, who):
        pair = [side.browser(who, self.company.password) for side in self.sides]
        forms = {}
        for language in LANGUAGES:
            for browser in pair:
                browser.cookies["language"] = language
            self._follow(pair, who, language, forms)
        # After all reading, since what is sent changes what is read.
        for path, form in forms.values():
            self._send(pair, who, path, form)

    def _follow(self, pair, who, language, forms):
        first = ["/", "/sign-in", "/enquiry", "/complaint", "/today", "/nothing-here", *self.company.pages]
        waiting, met = deque(first), Counter()
        known = set(waiting)
        while waiting:
            path = waiting.popleft()
            kind = shape(path)
            met[kind] += 1
            if met[kind] > self.most and path not in first:
                continue
            texts = self._compare([one.get(path) for one in pair], f"{who} {language} GET", path)
            page = Page(texts[0])
            for link in page.links:
                link = link.partition("#")[0]
                if link.startswith("/") and not link.startswith("//") and link not in known:
                    known.add(link)
                    waiting.append(link)
            for form in page.forms:
                if form.method == "get":
                    link = form.action + "?" + "&".join(f"{name}={value}" for name, value in form.filled({}))
                    if link not in known and form.action.startswith("/"):
                        known.add(link)
                        waiting.append(link)
                elif not form.action.startswith(LEFT_ALONE):
                    forms.setdefault((shape(form.action), tuple(form.fields)), (path, form.action))

    def _send(self, pair, who, path, action):
        """The form as each side shows it now, as it is and with rubbish in it."""
        for rubbish in (True, False):
            answers = []
            for browser in pair:
                try:
                    form = browser.page(path).form(action)
                except (KeyError, Lost):
                    return
                pairs = form.filled({
                    field.name: RUBBISH.get(field.kind, "zz") for field in form.fields.values()
                    if rubbish and field.kind not in ("hidden", "radio", "checkbox", "select", "file", "password")})
                answers.append(browser.post(action, pairs))
            self._compare(answers, f"{who} POST{' rubbish' if rubbish else ''}", action)

    def _compare(self, answers, how, path):
        self.seen[how.split(" ")[1] if "GET" in how else "forms"] += 1
        self.kinds[shape(path)] += 1
        heads = [
            [f"{one.status}", *sorted(
                f"{name}: {value}" for name, value in one.headers
                if name not in ("content-length", "date", "set-cookie", "etag", "last-modified"))] for one in answers]
        sides = []
        for head, answer in zip(heads, answers):
            text = "\n".join(head) + "\n\n" + answer.text
            for pattern, instead in STRUCK:
                text = pattern.sub(instead, text)
            # Blanks between tags are nothing that anybody sees; a tag a line makes differences short.
            sides.append(re.sub(r">\s*<", ">\n<", text))
        if sides[0] != sides[1]:
            lines = [line for line in difflib.unified_diff(*[side.splitlines() for side in sides], lineterm="", n=1)][2:]
            change = "\n".join(re.sub(r"\d+", "0", line) for line in lines if line[0] in "+-")
            place = self.differences.setdefault(change, [f"{how} {path}", 0, lines])
            place[1] += 1
        return [one.text for one in answers]

    def report(self):
        print(f"pages compared: {dict(self.seen)}, kinds of addresses: {len(self.kinds)}")
        for where, count, lines in sorted(self.differences.values(), key=lambda one: -one[1]):
            print(f"\n== {count} times, first at {where}")
            print("\n".join(line[:300] for line in lines[:14]))
        print(f"\n{len(self.differences)} kinds of differences")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("before", help="the binary of the earlier build")
    parser.add_argument("tree", help="the tree of the earlier build, with its templates")
    parser.add_argument("after", help="the binary of this tree's build")
    parser.add_argument("--pages", type=int, default=4, help="how many pages of one kind are looked at")
    parser.add_argument("--projects", type=int, default=40)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="huifang-") as parent:
        first, second = Path(parent) / "first", Path(parent) / "second"
        before, after = str(Path(chosen.before).resolve()), str(Path(chosen.after).resolve())
        company = Made(before, chosen.tree, first, chosen.projects)
        shutil.copytree(first, second, ignore=shutil.ignore_patterns("*.socket"))
        builds = [Build(before, chosen.tree, first), Build(after, REPOSITORY, second)]
        try:
            comparison = Comparison(*builds, company, chosen.pages)
            for who in ROLES:
                comparison.walk(who)
            comparison.report()
        finally:
            for build in builds:
                build.end()
    raise SystemExit(1 if comparison.differences else 0)


if __name__ == "__main__":
    main()
