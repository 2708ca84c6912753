#!/usr/bin/env python3
"""Cuts the power while clients submit: the server is killed at any of its changes to the disk, and what was not flushed by
then is there, torn, or not there, as chance has it. Looks for what was lost, doubled or halved.

What was acknowledged must be there exactly once; what was cut off is sent again with the same submission id and must then be
there exactly once. That losses would be seen is shown by rebuilding the same disks as if the flush after each commit had not
been made, as PRAGMA synchronous = NORMAL would have it, and as if no folder had been flushed: they must lose something.
"""

import argparse
import copy
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

import kill  # noqa: E402
from cut_disk import Disk, as_it_is, group, lay_out  # noqa: E402
from disk_clients import TECHNICIANS  # noqa: E402
from disk_log import AIMS, DiskLog, Kind, left_out_by_normal  # noqa: E402
from evidence import Evidence, last_ids, submission_ids  # noqa: E402
from harness.company import REPOSITORY, Company, Server, huifang_option, reading  # noqa: E402
from harness.figures import Figures  # noqa: E402
from harness.visits import visit  # noqa: E402
from submissions import owed  # noqa: E402
from kill import Client, all_done, together  # noqa: E402
from photographers import Photographer, photograph_flaws  # noqa: E402

CLIENTS, VISITS_A_CUT = 8, 20
MOMENT = "a moment"
#: Within a start, while the log is looked through and the last process's leavings are thrown away.
START = "a start"
#: Seconds after which the power is cut all the same.
PATIENCE = 3


class Trial(kill.Trial):
    def __init__(self, company, log, options):
        self.company, self.power, self.random, self.options = company, log, random.Random(options.seed), options
        count = options.cuts * VISITS_A_CUT
        visits = {name: [visit(company, name, f"W-{name}-{number}") for number in range(count)] for name in TECHNICIANS}
        with sqlite3.connect(company.database) as database:
            # Work for all of them, without a company so large that every disk takes long to rebuild.
            database.execute("UPDATE follow_up SET opens_on = date('now') WHERE state = 'owed' AND opens_on > date('now')")
        with reading(company.database) as database:
            self.baseline, self.made_up = last_ids(database), submission_ids(database)
        self.everything, self.flaws, self.starts, self.cut_off, self.untold = {}, [], [], 0, []
        self.aims, self.doubtful, self.records, self.disks = Counter(), Counter(), Counter(), 0
        self.lost, self.fileless, self.noticed = [], [], []
        self.server = None
        self.power_on()
        self.clients = [Client(number, self.server, options.seed) for number in range(CLIENTS)] + [
            Photographer(CLIENTS + number, self.server, name, visits[name]) for number, name in enumerate(TECHNICIANS)]

    def power_on(self):
        self.disk = Disk(self.company.folder)
        self.power.begin()
        self.server = Server(self.company, self.power.wrapper, port=self.server and self.server.port)
        self.starts.append(self.server.seconds_to_start)

    def round(self, number):
        with reading(self.company.database) as database:
            follow_ups = owed(database, CLIENTS)
        all_done(together(self.clients, lambda client: client.prepare(
            follow_ups[client.number] if client.number < CLIENTS else [])))
        threads = together(self.clients, Client.submit)
        self.cut([*AIMS, MOMENT][number % (len(AIMS) + 1)])
        all_done(threads)
        sent = [one for client in self.clients for one in client.sent]
        self.everything |= {one.id: one for one in sent}
        self.cut_off += sum(one.status is None for one in sent)
        self.come_back(sent, f"cut {number + 1}")
        if self.flaws:
            return
        if number % 4 == 3:
            self.cut_within_start()
            self.come_back(sent, f"cut {number + 1}, within the start after it")
        self.power_on()
        all_done(together(self.clients, Client.settle))
        self.flaws += [f"refused: {one}" for one in sent if not one.is_acknowledged]
        self.check(self.company.database, sent, "after sending again")
        all_done(together(self.clients, Client.look))
        for client in self.clients:
            self.flaws += client.flaws
            client.flaws = []

    def cut(self, aim):
        if aim in AIMS:
            kind, most = AIMS[aim]
            self.power.cut(kind, self.random.randint(1, most))
            try:
                self.server.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                aim = MOMENT
        else:
            time.sleep(self.random.uniform(0.03, 0.8))
        self.server.kill()
        self.aims[aim] += 1

    def cut_within_start(self):
        self.disk = Disk(self.company.folder)
        self.power.begin()
        self.power.cut(AIMS["any change"][0], self.random.randint(1, 60))
        words = ["serve", "--data", str(self.company.folder), "--port", str(self.server.port)]
        process = subprocess.Popen(
            [*self.power.wrapper, self.company.huifang, *words], cwd=REPOSITORY, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.returncode != -signal.SIGKILL:
            self.flaws.append(f"a start that was to be cut ended with {process.returncode}")
        self.aims[START] += 1

    def come_back(self, sent, when):
        """Rebuilds several disks that the cut may have left, looks at each, and leaves one of them to be served."""
        records = self.power.records()
        self.records.update(one.kind.name for one in records)
        self.prove(records, when)
        cut = copy.deepcopy(self.disk).log(records)
        doubtful = cut.unflushed()
        self.doubtful.update(group(one) for one in doubtful)
        index = self.company.folder / "huifang.sqlite-shm"
        index = index.read_bytes() if index.exists() and self.random.random() < 0.5 else None
        for number in range(self.options.disks):
            contents = cut.left(random.Random(f"{self.options.seed} {when} {number}"))
            contents |= {"huifang.sqlite-shm": index} if index else {}
            before = len(self.flaws)
            self.look(contents, sent, f"{when}, disk {number + 1}")
            if len(self.flaws) > before:
                kinds = Counter(f"{one.kind.name} {one.first}" for one in doubtful)
                self.flaws.append(f"not flushed at {when}: " + ", ".join(f"{n} {kind}" for kind, n in kinds.items()))
            self.disks += 1
        self.look_for_losses(records, sent, when)
        lay_out(contents, self.company.folder)

    def prove(self, records, when):
        """The journal must tell the very folder that the killed server left; its last change may not have been made."""
        there = as_it_is(self.company.folder)
        told = [copy.deepcopy(self.disk).log(part).whole() for part in (records, records[:-1])]
        if there not in told:
            differing = [name for name in there.keys() | told[0].keys() if there.get(name, 0) != told[0].get(name, 0)]
            self.untold.append(f"{when}: {sorted(differing)[:5]}")

    def look(self, contents, sent, when):
        folder = self.company.folder.parent / "looked-at"
        lay_out(contents, folder)
        self.verify(folder)
        before = {one.id for one in sent}
        try:
            self.check(folder / "huifang.sqlite", [one for one in self.lasting() if one.id not in before] + sent, when)
        except sqlite3.DatabaseError as error:
            self.flaws.append(f"{error} ({when})")

    def lasting(self):
        return [one for one in self.everything.values() if one.kind != "draft"]

    def check(self, file, submissions, when):
        super().check(file, [one for one in submissions if one.kind != "photograph"], when)
        with reading(file) as database:
            photographs = [one for one in submissions if one.kind == "photograph"]
            self.flaws += [f"{flaw} ({when})" for flaw in photograph_flaws(file.parent, database, photographs)]

    def look_for_losses(self, records, sent, when):
        """On disks that this cut would have left if some flushes had not been made."""
        flushed = [one for one in records if one.kind is Kind.FLUSH]
        folders = {one.place for one in flushed if (self.company.folder / one.first).is_dir()}
        commits, folder = left_out_by_normal(records), self.company.folder.parent / "control"
        for number in range(self.options.disks):
            for ignored in (commits, folders):
                disk = copy.deepcopy(self.disk).log(records, ignored)
                lay_out(disk.left(random.Random(f"{self.options.seed} {when} control {number}")), folder)
                with reading(folder / "huifang.sqlite") as database:
                    if ignored is folders:
                        self.fileless += [flaw for flaw in photograph_flaws(folder, database, []) if "without" in flaw]
                        continue
                    evidence = Evidence(database, self.baseline)
                    forms = [one for one in sent if one.kind != "photograph"]
                    lost = [one for one in forms if one.is_acknowledged and not evidence.count(one)]
                self.lost += lost
                if lost:
                    verdict = self.company.command("audit", "verify", "--data", folder, check=False)
                    self.noticed.append(verdict.returncode != 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=20)
    parser.add_argument("--disks", type=int, default=3, help="rebuilt after each cut")
    parser.add_argument("--seed", type=int, default=1)
    huifang_option(parser)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("broken off"))
    figures = Figures(f"{options.cuts} power cuts under {CLIENTS + len(TECHNICIANS)} clients, seed {options.seed}")
    begin = time.monotonic()
    with Company(options.huifang, projects=50 + 15 * options.cuts) as company:
        trial = Trial(company, DiskLog(company.folder, company.folder.parent), options)
        for number in range(options.cuts):
            trial.round(number)
            if trial.flaws or trial.untold:
                print(f"  cut {number + 1}: {len(trial.flaws)} flaws")
                break
        lasting = trial.end()
    kinds = Counter(one.kind for one in trial.everything.values())
    figures.note("submissions", f"{len(trial.everything)}: " + ", ".join(f"{n} {kind}s" for kind, n in kinds.items()))
    figures.note("checked once more at the end", len(lasting))
    figures.note("cut at", ", ".join(f"{aim}: {n}" for aim, n in trial.aims.items()))
    figures.note("changes and flushes in the journals", sum(trial.records.values()))
    for name, count in sorted(trial.doubtful.items()):
        figures.note(f"  not flushed at a cut: {name}", count)
    figures.note("disks rebuilt and looked at", trial.disks)
    figures.bound("cut off", str(trial.cut_off), trial.cut_off >= options.cuts, "at least one a cut")
    figures.note("slowest start", f"{max(trial.starts):.2f} s")
    figures.note("time", f"{time.monotonic() - begin:.0f} s")
    lost = len(trial.lost)
    figures.bound("acknowledged and lost without flushes after commits", str(lost), lost > 0, "at least 1")
    figures.note("  disks with losses", f"{len(trial.noticed)}, noticed by audit verify: {sum(trial.noticed)}")
    fileless = len(trial.fileless)
    figures.bound("rows without their files without flushes of folders", str(fileless), fileless > 0, "at least 1")
    figures.none("journals that do not tell the folder of the killed server", trial.untold)
    figures.none("lost, doubled, halved, or an audit trail broken", trial.flaws)
    figures.end()


if __name__ == "__main__":
    main()
