#!/usr/bin/env python3
"""Makes a company of 100,000 projects, then measures how long its pages take, one client, one request at a time.

The median of every page must stay under 50 ms; p95 and the longest are shown beside it.
"""

import argparse
import random
import time
from statistics import median, quantiles
from urllib.parse import urlencode

from harness.company import RELEASE, Company, Server, huifang_option, reading
from harness.figures import Figures
from harness.forms import Page
from harness.samples import searches, things

BOUND = 50


def measure(figures, browser, name, paths, requests):
    """Each path in turn until there were enough requests; the first of each is not counted."""
    for path in paths[:5]:
        browser.get(path)
    times = []
    for number in range(requests):
        begin = time.perf_counter()
        answer = browser.get(paths[number % len(paths)])
        times.append((time.perf_counter() - begin) * 1000)
        if answer.status not in (200, 303):
            raise SystemExit(f"GET {paths[number % len(paths)]} was answered with {answer.status}")
    middle, late = median(times), quantiles(times, n=20)[-1]
    figures.bound(
        f"{name} ({len(answer.body) / 1024:.0f} KB)", f"{middle:.1f} ms", middle < BOUND,
        f"under {BOUND} ms; p95 {late:.1f}, longest {max(times):.1f}")


def filters(browser):
    """Every choice of every filter above the list of follow-ups, and some together."""
    page = Page(browser.get("/follow-ups").text)
    form = next(form for form in page.forms if form.method == "get")
    found = {"follow-ups": "/follow-ups"}
    for field in form.fields.values():
        for value in [option for option in field.options if option][:8]:
            found[f"follow-ups, {field.name} {value}"] = "/follow-ups?" + urlencode({field.name: value})
    state = next((option for option in form.fields["state"].options if option), "")
    for more in ({"from": "2025-01-01", "until": "2025-12-31"}, {"state": state, "from": "2026-01-01"}, {"page": 20}):
        found[f"follow-ups, {urlencode(more)}"] = "/follow-ups?" + urlencode(more)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--projects", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=200)
    huifang_option(parser, RELEASE)
    options = parser.parse_args()
    figures = Figures(f"A company of {options.projects} projects, {options.requests} requests for each line")
    with Company(options.huifang, options.projects) as company:
        figures.note("made in", f"{company.seconds:.0f} s with at most {company.most_bytes >> 20} MB")
        figures.note("database", f"{company.database.stat().st_size >> 20} MB")
        choice = random.Random(1)
        with reading(company.database) as database:
            count = database.execute("SELECT count(*) FROM follow_up").fetchone()[0]
            terms, paths = searches(database, choice), things(database, choice)
        figures.note("follow-ups", f"{count:,}")
        server = Server(company)
        figures.note("answers after its start in", f"{server.seconds_to_start * 1000:.0f} ms")
        agent, admin = server.signed_in("agent"), server.signed_in("admin")
        measure(figures, agent, "/today as agent", ["/today"], options.requests)
        measure(figures, admin, "/today as administrator", ["/today"], options.requests)
        for name, words in terms.items():
            found = ["/customers?" + urlencode({"q": word}) for word in words]
            measure(figures, agent, f"customers, {name}", found, options.requests)
        for name, found in paths.items():
            measure(figures, agent, name, found, options.requests)
        for name, path in filters(agent).items():
            measure(figures, agent, name, [path], options.requests)
        for name in (
            "/audit", "/staff", "/access-requests", "/follow-ups/rate", "/rulebook", "/calendar/2026",
            "/staff/2/handover",
        ):
            measure(figures, admin, name, [name], options.requests)
        figures.note("resident memory afterwards", f"{server.resident()[1] >> 20} MB at most")
        server.stop()
    figures.end()


if __name__ == "__main__":
    main()
