#!/usr/bin/env python3
"""Kills the server (SIGKILL) while 20 clients submit, starts it again, and looks for what was lost, doubled or halved.

What was acknowledged must be there exactly once; what was cut off is sent again with the same submission id and must
then be there exactly once. This shows that nothing depends on the process living on; that it survives a loss of power
is shown by flush.py.
"""

import argparse
import random
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from evidence import Evidence, halves, last_ids, strangers, submission_ids  # noqa: E402
from harness.browser import Lost  # noqa: E402
from harness.company import Company, Server, address, huifang_option, reading  # noqa: E402
from harness.figures import Figures  # noqa: E402
from submissions import AGENTS, Writer, owed  # noqa: E402

CLIENTS = 20
FORMS_AHEAD = 6


class Client:
    def __init__(self, number, server, seed):
        self.number, self.username = number, AGENTS[number % len(AGENTS)]
        self.browser = server.signed_in(self.username, source=address(number))
        self.writer = Writer(self.browser, f"{seed} {number}")
        self.follow_ups, self.prepared, self.sent, self.flaws = [], [], [], []

    def prepare(self, follow_ups):
        """Opens forms ahead, so that at the kill all clients are submitting and none is only reading."""
        used = {one.follow_up for one in self.prepared}
        self.follow_ups = [one for one in follow_ups if one not in used]
        self.sent = []
        while len(self.prepared) < FORMS_AHEAD:
            self.prepared.append(self.writer.next(self.follow_ups))

    def submit(self):
        """Submits until the server dies, and opens more forms when those that were open are used up."""
        try:
            while True:
                self.prepared = self.prepared or [self.writer.next(self.follow_ups)]
                one = self.prepared.pop(0)
                self.sent.append(one)
                one.send(self.browser)
        except Lost:
            pass

    def settle(self):
        """Sends again what was cut off, and some of what was not, as somebody does who clicks twice."""
        for place, one in enumerate(self.sent):
            if one.is_acknowledged and place % 4:
                continue
            if not one.send(self.browser):
                self.flaws.append(f"another answer the second time: {one}")
        for one in self.sent:
            if one.kind == "customer" and one.location:
                self.writer.customers.append(int(one.location.rsplit("/", 1)[1]))

    def look(self):
        """What a person sees of it."""
        for one in self.sent:
            page = {"attempt": "", "sheet": "/record", "draft": "/sheet"}.get(one.kind)
            path = one.location or "" if page is None else f"/follow-ups/{one.follow_up}{page}"
            answer = self.browser.get(path)
            shown = f":{one.marker[-2:]}" if one.kind == "attempt" else one.marker
            if answer.status != 200 or shown not in answer.text:
                self.flaws.append(f"{path} is answered with {answer.status} and does not show {one}")


def together(clients, work):
    """Lets all clients work at once; returns the threads."""
    def guarded(client):
        try:
            work(client)
        except (Lost, KeyError, ValueError) as error:
            client.flaws.append(f"client {client.number}: {error}")

    threads = [threading.Thread(target=guarded, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    return threads


def all_done(threads):
    for thread in threads:
        thread.join()


class Trial:
    def __init__(self, company, seed):
        self.company, self.random = company, random.Random(seed)
        self.server = Server(company)
        with reading(company.database) as database:
            self.baseline = last_ids(database)
            self.made_up = submission_ids(database)
        self.clients = [Client(number, self.server, seed) for number in range(CLIENTS)]
        self.everything, self.flaws, self.starts, self.cut_off = {}, [], [], 0

    def round(self):
        with reading(self.company.database) as database:
            follow_ups = owed(database, CLIENTS)
        all_done(together(self.clients, lambda client: client.prepare(follow_ups[client.number])))
        threads = together(self.clients, Client.submit)
        time.sleep(self.random.uniform(0.03, 0.8))
        self.server.kill()
        all_done(threads)
        copy = self.company.copy()
        self.server = Server(self.company, port=self.server.port)
        self.starts.append(self.server.seconds_to_start)
        sent = [one for client in self.clients for one in client.sent]
        self.everything |= {one.id: one for one in sent}
        self.cut_off += sum(one.status is None for one in sent)
        self.check(copy / "huifang.sqlite", sent, "after the kill")
        self.verify(copy)
        all_done(together(self.clients, Client.settle))
        self.flaws += [f"refused: {one}" for one in sent if not one.is_acknowledged]
        self.check(self.company.database, sent, "after sending again")
        all_done(together(self.clients, Client.look))
        for client in self.clients:
            self.flaws += client.flaws
            client.flaws = []

    def check(self, file, submissions, when):
        known = self.made_up | self.everything.keys()
        with reading(file) as database:
            evidence = Evidence(database, self.baseline)
            self.flaws += [f"{flaw} ({when})" for one in submissions if (flaw := evidence.flaw(one))]
            self.flaws += [f"{half} ({when})" for half in halves(database, self.baseline)]
            self.flaws += [f"from nowhere: {id} ({when})" for id in strangers(database, known)]

    def verify(self, folder):
        verdict = self.company.command("audit", "verify", "--data", folder, check=False)
        if verdict.returncode != 0:
            self.flaws.append(f"audit trail: {verdict.stdout}{verdict.stderr}")

    def end(self):
        """A clean stop, and a last look at everything that was ever acknowledged."""
        self.server.stop()
        lasting = [one for one in self.everything.values() if one.kind != "draft"]
        self.check(self.company.database, lasting, "at the end")
        self.verify(self.company.folder)
        return lasting


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    huifang_option(parser)
    options = parser.parse_args()
    figures = Figures(f"kill -9 under {CLIENTS} submitting clients, {options.rounds} rounds, seed {options.seed}")
    with Company(options.huifang, projects=300 + 15 * options.rounds) as company:
        trial = Trial(company, options.seed)
        begin = time.monotonic()
        for number in range(options.rounds):
            trial.round()
            if trial.flaws:
                print(f"  round {number + 1}: {len(trial.flaws)} flaws")
                break
        lasting = trial.end()
    figures.note("submissions sent", len(trial.everything))
    for kind in ("attempt", "sheet", "draft", "customer", "project"):
        figures.note(f"  {kind}s", sum(one.kind == kind for one in trial.everything.values()))
    figures.note("checked once more at the end", len(lasting))
    figures.bound("cut off by a kill", str(trial.cut_off), trial.cut_off >= options.rounds, "at least one a round")
    figures.bound("slowest start", f"{max(trial.starts):.2f} s", max(trial.starts) <= 2, "at most 2 s")
    figures.note("median start", f"{sorted(trial.starts)[len(trial.starts) // 2]:.2f} s")
    figures.note("time", f"{time.monotonic() - begin:.0f} s")
    figures.none("lost, doubled, halved, or an audit trail broken", trial.flaws)
    figures.end()


if __name__ == "__main__":
    main()
