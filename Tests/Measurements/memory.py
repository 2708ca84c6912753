#!/usr/bin/env python3
"""Lets 50 people work at once without a pause: each signs in, looks at today, registers a customer with a project,
fills sheets with the page saving drafts meanwhile, and submits. Resident memory must stay under 120 MB.
"""

import argparse
import re
import threading
import time
from datetime import date, timedelta

from harness.browser import Browser, Lost
from harness.company import RELEASE, Company, Server, address, huifang_option
from harness.figures import Figures
from harness.forms import Page

MOST = 120 << 20
PASSWORD = "fifty-people-at-work"
DRAFTS = 3


class Person(threading.Thread):
    def __init__(self, server, number, until):
        super().__init__()
        self.number, self.until = number, until
        self.browser = Browser(server.port, address(number))
        self.requests, self.sheets, self.trouble = 0, 0, []

    def run(self):
        try:
            self.browser.sign_in(f"person{self.number}", PASSWORD)
            serial = 0
            while time.monotonic() < self.until:
                serial += 1
                self._open("/today")
                for path in self._project(self.number * 10_000 + serial):
                    self._call(path)
                    if time.monotonic() > self.until:
                        break
        except (Lost, KeyError, ValueError) as error:
            self.trouble.append(f"person{self.number}: {error!r}")

    def _open(self, path):
        self.requests += 1
        return self.browser.page(path)

    def _send(self, path, pairs, wanted):
        self.requests += 1
        answer = self.browser.post(path, pairs)
        if answer.status != wanted:
            raise ValueError(f"POST {path} was answered with {answer.status}")
        return answer.header("location")

    def _project(self, serial):
        """Registers somebody's project; returns the follow-ups that it is owed."""
        form = self._open("/customers/new").form("/customers")
        typed = {
            "name": f"同时{serial}", "phones.0.number": f"197{serial:08}",
            "known-by": form.fields["known-by"].options[:2],
        }
        customer = self._send("/customers", form.filled(typed), 303)
        form = self._open(f"{customer}/projects/new").form(f"{customer}/projects")
        kind = next(value for value in form.fields["kind"].options if value)
        soon = (date.today() + timedelta(days=2)).isoformat()
        project = self._send(
            form.action, form.filled({"number": f"TS-{serial}", "kind": kind, "planned-started": soon}), 303)
        links = Page(self.browser.get(project).text).links
        return sorted({link for link in links if re.fullmatch(r"/follow-ups/\d+", link)})

    def _call(self, path):
        form = self._open(f"{path}/sheet").form(f"{path}/sheet")
        answers = {"customerWords": "客户说一切顺利。" * 20}
        for field in form.fields.values():
            if field.kind == "radio":
                answers[field.name] = field.options[0]
            elif field.name.endswith(".remark"):
                answers[field.name] = "客户说明了原因。"
        pairs = form.filled(answers)
        for share in range(1, DRAFTS + 1):
            self._send(f"{path}/draft", pairs[: len(pairs) * share // DRAFTS], 200)
        self._send(form.action, pairs, 303)
        self.sheets += 1
        self._open("/follow-ups")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--projects", type=int, default=2_000)
    huifang_option(parser, RELEASE)
    options = parser.parse_args()
    figures = Figures(f"{options.people} people at work for {options.seconds} s, {options.projects} projects")
    with Company(options.huifang, options.projects) as company:
        for number in range(options.people):
            company.add_member(f"person{number}", "agent", PASSWORD)
        server = Server(company)
        figures.note("resident after the start", f"{server.resident()[0] >> 20} MB")
        until = time.monotonic() + options.seconds
        people = [Person(server, number, until) for number in range(options.people)]
        for person in people:
            person.start()
        for person in people:
            person.join()
        now, most = server.resident()
        requests = sum(person.requests for person in people)
        figures.note("requests", f"{requests}, {requests / options.seconds:.0f} a second")
        figures.note("sheets submitted", sum(person.sheets for person in people))
        figures.note("resident at the end", f"{now >> 20} MB")
        figures.bound("resident at most", f"{most >> 20} MB", most < MOST, f"under {MOST >> 20} MB")
        figures.none("people who could not go on", [line for person in people for line in person.trouble])
        server.stop()
    figures.end()


if __name__ == "__main__":
    main()
