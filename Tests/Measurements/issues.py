#!/usr/bin/env python3
"""Makes a company with 200,000 issues, one in twenty of them open, then measures its boards and the breach check.

The median of every page must stay under 50 ms. The check of all open issues must take less than 1 s when it has nothing
new to note; how long it takes to note a miss of every single one at once is shown beside it.
"""

import argparse
import random
import sqlite3
import time

from harness.company import RELEASE, Company, Server, huifang_option, reading
from harness.figures import Figures
from speed import measure

OPEN_OF = 20
DAY = 24 * 60

SHIFTED = "strftime('%Y-%m-%d %H:%M:%f', {0}, '-' || minutes || ' minutes')"
COPIED = (
    "source, source_id, words, caller_name, caller_phone, is_complaint, category, urgency, department, duty, concerned_id, "
    "taken_by, owner_id, terms_id, state, is_open, is_important, due_for")
STEP = "number, kind, by_id, text, category, department, answer, amount_fen, member_id, order_id"


def seed(path, count):
    """Copies the made-up issues again and again, to other projects and other days. Nobody serves the company meanwhile."""
    choice = random.Random(1)
    database = sqlite3.connect(path)
    templates = dict(database.execute("SELECT is_open, json_group_array(id) FROM issue GROUP BY is_open"))
    projects = [row[0] for row in database.execute("SELECT id FROM project")]
    closed, opened = (list(map(int, templates[key].strip("[]").split(","))) for key in (0, 1))
    first = database.execute("SELECT max(id) + 1 FROM issue").fetchone()[0]

    def copies():
        for number in range(first, first + count):
            is_open = number % OPEN_OF == 0
            minutes = choice.randrange(20 * DAY) if is_open else choice.randrange(DAY, 1_000 * DAY)
            yield number, choice.choice(opened if is_open else closed), minutes, choice.choice(projects)

    database.execute("CREATE TEMP TABLE copy (id INTEGER PRIMARY KEY, template, minutes, project)")
    database.executemany("INSERT INTO copy VALUES (?, ?, ?, ?)", copies())
    database.execute(
        f"""INSERT INTO issue (id, number, customer_id, project_id, raised_at, due_at, miss_at, {COPIED})
            SELECT copy.id, 'WT-' || copy.id, p.customer_id, p.id, {SHIFTED.format("i.raised_at")},
                {SHIFTED.format("i.due_at")}, CASE WHEN i.is_open THEN {SHIFTED.format("i.raised_at")} END,
                {COPIED.replace("source,", "i.source,", 1)}
            FROM copy JOIN issue i ON i.id = copy.template JOIN project p ON p.id = copy.project""")
    database.execute(
        f"""INSERT INTO issue_event (issue_id, at, promised_at, {STEP})
            SELECT copy.id, {SHIFTED.format("e.at")}, {SHIFTED.format("e.promised_at")}, {STEP}
            FROM copy JOIN issue_event e ON e.issue_id = copy.template""")
    database.commit()
    database.execute("ANALYZE")
    database.close()


def waiting(path, now):
    with reading(path) as database:
        return database.execute("SELECT count(*) FROM issue WHERE miss_at <= ?", (now,)).fetchone()[0]


def note_all(path):
    """Waits until the round has noted every miss. Returns the seconds."""
    begin = time.monotonic()
    now = time.strftime("%Y-%m-%d %H:%M:%S.000", time.gmtime())
    while waiting(path, now):
        time.sleep(0.02)
    return time.monotonic() - begin


def check(path):
    """The check as it is when there is nothing to note: whose deadline passed since the last time."""
    begin = time.perf_counter()
    waiting(path, time.strftime("%Y-%m-%d %H:%M:%S.000", time.gmtime()))
    return (time.perf_counter() - begin) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--issues", type=int, default=200_000)
    parser.add_argument("--projects", type=int, default=20_000)
    parser.add_argument("--requests", type=int, default=200)
    huifang_option(parser, RELEASE)
    options = parser.parse_args()
    figures = Figures(f"{options.issues} issues, {options.requests} requests for each line")
    with Company(options.huifang, options.projects) as company:
        begin = time.monotonic()
        seed(company.database, options.issues)
        figures.note("made in", f"{time.monotonic() - begin:.0f} s")
        server = Server(company)
        figures.note("a miss of each open one noted at once", f"{note_all(company.database):.1f} s")
        spent = check(company.database)
        figures.bound("breach check of all open ones", f"{spent:.1f} ms", spent < 1_000, "under 1 s")
        for role in ("manager", "agent", "executive", "admin"):
            browser = server.signed_in(role)
            measure(figures, browser, f"/issues/board as {role}", ["/issues/board"], options.requests)
            for query in ("", "?state=open", "?late=yes", "?state=open&important=yes", "?complaint=yes", "?page=20"):
                measure(figures, browser, f"/issues{query} as {role}", [f"/issues{query}"], options.requests)
        with reading(company.database) as database:
            some = [row[0] for row in database.execute("SELECT id FROM issue ORDER BY id DESC LIMIT 200")]
        measure(figures, browser, "an issue", [f"/issues/{number}" for number in some], options.requests)
        figures.note("resident memory afterwards", f"{server.resident()[1] >> 20} MB at most")
        server.stop()
    figures.end()


if __name__ == "__main__":
    main()
