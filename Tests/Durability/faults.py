#!/usr/bin/env python3
"""Lets the disk fail (EIO, ENOSPC; writes, flushes, reads) at random moments while people work, and looks for what was
lost, doubled, answered wrongly, or did not come back by itself.

What was acknowledged must be there exactly once; what was refused must have been refused with 503 or 507, Retry-After and a
page that holds it, and is taken when it is sent again. `/health` must not be 200 while no change can be stored.
"""

import argparse
import random
import signal
import sys
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from disk_clients import TECHNICIANS, Agent, Reader, Technician, started  # noqa: E402
from evidence import Evidence, halves, last_ids, strangers, submission_ids  # noqa: E402
from faulty_disk import ALL, READS, Fault, FaultyDisk  # noqa: E402
from harness.browser import Lost  # noqa: E402
from harness.company import Company, Server, huifang_option, reading  # noqa: E402
from harness.figures import Figures  # noqa: E402
from harness.visits import visit  # noqa: E402
from submissions import AGENTS, owed  # noqa: E402

FORMS = 5
#: Seconds in which /health must be 200 again on a sound disk.
PATIENCE = 30


def photograph_flaw(database, one):
    rows = database.execute("SELECT count(*) FROM photograph WHERE visit_id = ?", [one.follow_up]).fetchone()[0]
    if rows > 1 or one.is_acknowledged and rows == 0:
        return f"there {rows} times: {one}"
    return None


class Trial:
    def __init__(self, company, disk, options):
        self.company, self.disk, self.random = company, disk, random.Random(options.seed)
        places, seed, self.photographs = options.places, options.seed, options.photographs
        self.allowed = ALL & ~READS if options.no_reads else ALL
        visits = {
            name: [visit(company, name, f"W-{name}-{number}") for number in range(places * self.photographs)]
            for name in TECHNICIANS}
        self.server = Server(company, disk.wrapper, options.port)
        with reading(company.database) as database:
            self.baseline, self.made_up = last_ids(database), submission_ids(database)
        self.agents = [Agent(number, self.server, AGENTS[number % 2], seed) for number in range(6)]
        self.technicians = [
            Technician(10 + number, self.server, name, visits[name], company.folder.parent)
            for number, name in enumerate(TECHNICIANS)]
        self.reader = Reader(20, self.server, "admin")
        self.everything, self.flaws, self.untrue, self.hit = {}, [], [], Counter()
        self.statuses, self.health, self.calls, self.slowest, self.slowest_health, self.proven = Counter(), Counter(), 0, 0, 0, 0

    @property
    def clients(self):
        return [*self.agents, *self.technicians]

    def round(self):
        fault = Fault.drawn(self.random, self.allowed)
        self.prepare()
        over = threading.Event()
        reading_thread = started([lambda: self.reader.read(over)])
        threads = started([client.submit for client in self.clients])
        time.sleep(self.random.uniform(0, 0.08))
        self.disk.arm(fault)
        asked = self.watch(threads, self.random.uniform(0.05, 0.6))
        lifted = time.monotonic()
        failed = self.disk.lift()
        for thread in threads:
            thread.join()
        self.calls += failed
        self.hit[str(fault).split(",")[0]] += failed > 0
        self.judge_health(fault, asked, lifted)
        over.set()
        reading_thread[0].join()
        self.come_back(fault)
        self.check(fault)

    def prepare(self):
        with reading(self.company.database) as database:
            follow_ups = owed(database, len(self.agents))
        for client in self.agents:
            client.prepare(follow_ups[client.number], FORMS)
        for client in self.technicians:
            client.prepare(self.photographs)

    def watch(self, threads, seconds):
        """Asks /health while the fault lasts; returns when it was asked, when it answered, and what."""
        asked, browser = [], self.server.browser("127.0.0.99")
        begin = time.monotonic()
        while time.monotonic() - begin < seconds:
            before = time.monotonic()
            try:
                asked.append((before, time.monotonic(), browser.get("/health").status))
            except (Lost, ValueError) as error:
                self.flaws.append(f"/health was not answered: {error}")
            time.sleep(0.02)
        browser.close()
        return asked

    def judge_health(self, fault, asked, lifted):
        refusals = [answer.at for client in self.clients for answer in client.refusals]
        self.statuses.update(answer.status for client in self.clients for answer in client.refusals)
        first = min((at for at in refusals if at < lifted), default=None)
        self.health.update(status for _, _, status in asked)
        self.flaws += [f"/health was answered with {status} ({fault})" for _, _, status in asked if status not in (200, 503)]
        if fault.stops_writing and first is not None:
            after = [status for before, _, status in asked if first < before]
            self.proven += 503 in after
            if 200 in after:
                self.untrue.append(f"{after.count(200)} of {len(after)} times ({fault})")

    def come_back(self, fault):
        """Writing works again by itself, and /health says so once it did."""
        begin = time.monotonic()
        for thread in started([client.settle for client in self.clients]):
            thread.join()
        self.slowest = max(self.slowest, time.monotonic() - begin)
        health = self.health_again()
        while health.status != 200 and time.monotonic() - begin < PATIENCE:
            # SQLite calls a read that fails damage; the server has to look through the database to know better.
            time.sleep(0.5)
            health = self.health_again()
        self.slowest_health = max(self.slowest_health, time.monotonic() - begin)
        if health.status != 200:
            self.flaws.append(f"/health is {health.status} on a sound disk after {fault}: {health.text.split()}")

    def health_again(self):
        try:
            return self.server.browser("127.0.0.99").get("/health")
        except (Lost, OSError):
            raise SystemExit(f"The server {self.server.how_it_ended()}:\n{self.server.last_words()}")

    def check(self, fault):
        sent = [one for client in self.clients for one in client.sent]
        self.everything |= {one.id: one for one in sent}
        self.look(sent)
        self.verify()
        for client in [*self.clients, self.reader]:
            self.flaws += [f"{flaw} ({fault})" for flaw in client.flaws]
            client.flaws = []

    def look(self, submissions):
        with reading(self.company.database) as database:
            evidence = Evidence(database, self.baseline)
            forms = [one for one in submissions if one.kind != "photograph"]
            self.flaws += [flaw for one in forms if (flaw := evidence.flaw(one))]
            photographs = [one for one in submissions if one.kind == "photograph"]
            self.flaws += [flaw for one in photographs if (flaw := photograph_flaw(database, one))]
            self.flaws += list(halves(database, self.baseline))
            self.flaws += [f"from nowhere: {id}" for id in strangers(database, self.made_up | self.everything.keys())]

    def verify(self):
        verdict = self.company.command("audit", "verify", "--data", self.company.folder, check=False)
        if verdict.returncode != 0:
            self.flaws.append(f"audit trail: {verdict.stdout}{verdict.stderr}")

    def end(self):
        self.errors = self.server.errors()
        self.server.stop()
        if self.server.process.returncode != 0:
            self.flaws.append(f"it ended with {self.server.process.returncode}")
        self.look([one for one in self.everything.values() if one.kind != "draft"])
        self.verify()
        whole = self.company.command("check", "--data", self.company.folder, check=False)
        self.flaws += [line for line in whole.stdout.splitlines() if line.startswith("WRONG") and "backup" not in line]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--places", type=int, default=60, help="how often the disk fails")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--photographs", type=int, default=1, help="by each technician at each place")
    parser.add_argument("--no-reads", action="store_true", help="lets no read fail")
    parser.add_argument("--port", type=int, help="a free one when it is not said")
    huifang_option(parser)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("broken off"))
    figures = Figures(f"a disk that fails at {options.places} places under eight clients and a reader, seed {options.seed}")
    begin = time.monotonic()
    with Company(options.huifang, projects=40 + 8 * options.places) as company:
        disk = FaultyDisk(company.folder, company.folder.parent)
        trial = Trial(company, disk, options)
        for number in range(options.places):
            trial.round()
            if len(trial.flaws) > 30:
                print(f"  broken off after {number + 1} places")
                break
        trial.end()
    kinds = Counter(one.kind for one in trial.everything.values())
    figures.note("submissions", f"{len(trial.everything)}: " + ", ".join(f"{n} {kind}s" for kind, n in kinds.items()))
    figures.note("calls that failed", trial.calls)
    for name, count in sorted(trial.hit.items()):
        figures.note(f"  places: {name}", count)
    figures.note("refusals", dict(trial.statuses))
    figures.note("/health within a fault", dict(trial.health))
    figures.note("slowest coming back", f"{trial.slowest:.2f} s")
    figures.note("slowest /health of 200 again", f"{trial.slowest_health:.2f} s")
    for name, count in sorted(trial.errors.items()):
        figures.note(f"  logged: {name}", count)
    figures.note("time", f"{time.monotonic() - begin:.0f} s")
    hits = sum(trial.hit.values())
    figures.bound("places at which a call failed", str(hits), hits * 2 >= options.places, "at least half of them")
    figures.note("places at which /health said that nothing is stored", trial.proven)
    figures.none("places at which it was 200 all the same", trial.untrue)
    figures.none("lost, doubled, answered wrongly, or not come back", trial.flaws)
    figures.end()


if __name__ == "__main__":
    main()
