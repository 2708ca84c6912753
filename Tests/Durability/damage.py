#!/usr/bin/env python3
"""Starts databases each of which has one damage: bytes of a page overwritten, a page emptied or swapped, a file cut off, or a
value that no program would have stored. Each is either refused in one sentence, or serves its pages to the administrator; no
damage may end a server that serves.
"""

import argparse
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from harness.browser import Lost, NotSignedIn  # noqa: E402
from harness.company import Company, Server, huifang_option  # noqa: E402
from harness.figures import Figures  # noqa: E402

PAGES = ["/today", "/customers", "/follow-ups", "/work-orders", "/issues", "/staff", "/audit", "/condition", "/rulebook",
         "/calendar", "/access-requests", "/enquiries"]
VALUES = ["", "x", "2026-13-99", "{", "[]", "\0", "\ud7ff" * 3, -1, 2**63 - 1, -(2**63), 1e300, b"\xff\xfe", None, "9" * 400]
#: Whose damage nobody could tell from what was meant, or that are SQLite's own.
PASSED_OVER = ("sqlite_", "grdb_", "customer_search_")


class Damage:
    """Does one to a database that nobody serves; `what` says which."""

    def __init__(self, file, choice):
        self.file, self.choice = file, choice
        kind = choice.choices((self.value, self.bytes, self.page, self.end), (10, 6, 3, 1))[0]
        self.what = kind()
        self.kind = kind.__name__

    def value(self):
        with sqlite3.connect(self.file) as database:
            database.execute("PRAGMA ignore_check_constraints = ON")
            database.execute("PRAGMA foreign_keys = OFF")
            table, columns = self.choice.choice(self._tables(database))
            name, kind = self.choice.choice(columns)
            value = self.choice.choice(VALUES)
            rows = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            row = self.choice.randrange(rows)
            key = database.execute(f'SELECT "{columns[0][0]}" FROM "{table}" LIMIT 1 OFFSET ?', [row]).fetchone()[0]
            try:
                database.execute(f'UPDATE "{table}" SET "{name}" = ? WHERE "{columns[0][0]}" IS ?', [value, key])
            except sqlite3.Error as error:
                return f"{table}.{name}: kept from it ({error})"
        database.close()
        return f"{table}.{name} ({kind}) = {value!r:.40}"

    def _tables(self, database):
        """Those with rows, and their columns."""
        sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        names = [row[0] for row in database.execute(sql) if not row[0].startswith(PASSED_OVER)]
        return [
            (name, [(row[1], row[2]) for row in database.execute(f'PRAGMA table_info("{name}")')])
            for name in names if database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]]

    def _open(self):
        content = bytearray(self.file.read_bytes())
        return content, int.from_bytes(content[16:18], "big") or 65536

    def bytes(self):
        content, _ = self._open()
        at = self.choice.randrange(len(content) - 8)
        content[at:at + 8] = self.choice.randbytes(8)
        self.file.write_bytes(content)
        return f"8 bytes at {at}"

    def page(self):
        content, size = self._open()
        count = len(content) // size
        one, other = self.choice.randrange(count), self.choice.randrange(count)
        filling = self.choice.choice((bytes(size), self.choice.randbytes(size), content[other * size:(other + 1) * size]))
        content[one * size:(one + 1) * size] = filling
        self.file.write_bytes(content)
        return f"page {one + 1}"

    def end(self):
        content, _ = self._open()
        length = self.choice.randrange(len(content))
        self.file.write_bytes(content[:length])
        return f"cut off after {length} bytes"


class Trial:
    def __init__(self, company, folder, options):
        self.company, self.folder, self.port = company, folder, options.port
        self.choice, self.ends, self.statuses = random.Random(options.seed), Counter(), Counter()
        self.deaths, self.wordy, self.failing = [], [], []

    def one(self, number):
        data = self.folder / f"{number}" / "data"
        shutil.copytree(self.company.folder, data, ignore=shutil.ignore_patterns("*.socket"))
        damage = Damage(data / "huifang.sqlite", self.choice)
        try:
            server = Server(self._company(data), port=self.port)
        except SystemExit as end:
            self.refused(damage, str(end).splitlines()[1:])
        else:
            self.serve(server, damage)
        shutil.rmtree(data.parent)

    def _company(self, data):
        other = object.__new__(Company)
        other.__dict__.update(self.company.__dict__)
        other.folder, other.servers = data, []
        return other

    def refused(self, damage, said):
        self.ends[f"{damage.kind}: refused"] += 1
        sentences = [line for line in said if not line.startswith("{")]
        if len(sentences) != 1 or not sentences[0].startswith("huifang: "):
            self.wordy.append(f"{damage.what}: {' '.join(sentences)[-300:]}")

    def serve(self, server, damage):
        statuses = Counter()
        browser = server.browser()
        try:
            browser.sign_in("admin", self.company.password)
            for path in PAGES:
                statuses[browser.get(path).status] += 1
        except NotSignedIn as error:
            self.ends[f"{damage.kind}: nobody can sign in"] += 1
            statuses[int(str(error).split()[-1])] += 1
        except KeyError:
            self.ends[f"{damage.kind}: no page to sign in"] += 1
        except (Lost, OSError) as error:
            self.deaths.append(f"{damage.what}: {error}; the server {server.how_it_ended()}")
        self.statuses += statuses
        if any(status >= 500 for status in statuses):
            self.failing.append(damage.what)
            self.ends[f"{damage.kind}: served, some pages not"] += 1
        else:
            self.ends[f"{damage.kind}: served"] += 1
        if server.process.poll() is None:
            server.process.terminate()
            if (end := server.how_it_ended()) not in ("ended with exit code 0", "ended with exit code 1"):
                self.deaths.append(f"{damage.what}: after SIGTERM it {end}")
                server.process.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, help="a free one when it is not said")
    huifang_option(parser)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("broken off"))
    figures = Figures(f"{options.count} databases with one damage each, seed {options.seed}")
    begin = time.monotonic()
    with Company(options.huifang, projects=3) as company, tempfile.TemporaryDirectory(prefix="damage-") as folder:
        trial = Trial(company, Path(folder), options)
        for number in range(options.count):
            trial.one(number)
    for name, count in sorted(trial.ends.items()):
        figures.note(name, count)
    figures.note("pages", dict(sorted(trial.statuses.items())))
    figures.note("damages with pages of 5xx", len(trial.failing))
    for what in trial.failing[:20]:
        print(f"    {what}")
    figures.note("time", f"{time.monotonic() - begin:.0f} s")
    figures.none("refused in more or less than one sentence", trial.wordy)
    figures.none("servers that a damage ended", trial.deaths)
    figures.end()


if __name__ == "__main__":
    main()
