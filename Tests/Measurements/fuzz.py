#!/usr/bin/env python3
"""Sends broken forms, cookies, queries, paths, headers, methods, multipart bodies and framings over real sockets, as
nobody, as an agent and as an administrator. The server must not stop and must never answer with 5xx.

The same seed makes the same cases; `--only NUMBER` sends one of them alone, to a fresh company.
"""

import argparse
import multiprocessing
import os
import time
from collections import Counter

from cases import SESSION, Cases
from harness.browser import NotSignedIn
from harness.company import Company, Server, address, huifang_option
from harness.connection import Connection, Lost
from harness.figures import Figures
from material import material

MOST_SHOWN = 20


class Sender:
    """Sends cases one after another, each role on a connection of its own."""

    def __init__(self, server, number):
        self.server, self.source = server, address(500 + number)
        self.sessions, self.connections = {}, {}

    def send(self, case):
        """The status of the answer; 0 when there was none. Raises ValueError for what is no answer of HTTP."""
        data = case.data
        if case.role:
            data = data.replace(SESSION, self._session(case.role).encode())
        try:
            return self._exchange(case, data)
        except Lost:
            # The one before may have ended the connection; only a fresh one shows whether this case is answered.
            self._drop(case.role)
            try:
                return self._exchange(case, data)
            except Lost:
                self._drop(case.role)
                return 0

    def _exchange(self, case, data):
        connection = self._connection(case)
        connection.send(data)
        if not case.is_framed:
            connection.send_no_more()
        answer = connection.answer(case.is_head)
        if answer.closes or not case.is_framed or connection.waiting or case.kind in ("method", "header"):
            self._drop(case.role)
        location = answer.header("location") or ""
        if answer.status == 401 or location.startswith("/sign-in") or "session=;" in str(answer.headers):
            # Many cases sign themselves out; the next one needs a session again.
            self.sessions.pop(case.role, None)
        return answer.status

    def _connection(self, case):
        if not case.is_framed:
            self._drop(case.role)
        if case.role not in self.connections:
            self.connections[case.role] = Connection(self.server.port, self.source, timeout=40 if case.is_framed else 3)
        return self.connections[case.role]

    def _drop(self, role):
        if role in self.connections:
            self.connections.pop(role).close()

    def _session(self, role):
        if role not in self.sessions:
            # From its own address: failed sign-ins of the cases slow down the address that they come from.
            browser = signed_in(self.server, role, address(600 + os.getpid() % 200))
            self.sessions[role] = browser.cookies["session"]
            browser.close()
        return self.sessions[role]


def signed_in(server, role, source):
    """Several processes that sign in with one name at one moment look like guessing, and have to wait a little."""
    for _ in range(20):
        try:
            return server.signed_in(role, source=source)
        except NotSignedIn:
            time.sleep(0.5)
    raise NotSignedIn(f"{role} cannot sign in")


def work(server, cases, numbers, place, under_way, results):
    """One process: sends its share and puts the statuses and failures into `results`; ends when nothing answers."""
    sender, statuses, failures = Sender(server, place), Counter(), []
    try:
        for number in numbers:
            under_way[place] = number
            case = cases[number]
            try:
                status = sender.send(case)
            except (OSError, NotSignedIn) as error:
                failures.append((number, f"the server does not answer any more: {error!r}"))
                break
            except ValueError as error:
                failures.append((number, str(error)))
                continue
            statuses[case.role or "nobody", status] += 1
            if status >= 500:
                failures.append((number, f"answered with {status}"))
    finally:
        results.put((statuses, failures))


def run(server, cases, numbers, processes):
    """Sends the cases from several processes; returns statuses, failures and which cases came last."""
    under_way = multiprocessing.Array("i", processes)
    results = multiprocessing.Queue()
    workers = [
        multiprocessing.Process(
            target=work, args=(server, cases, numbers[place::processes], place, under_way, results))
        for place in range(processes)
    ]
    for worker in workers:
        worker.start()
    statuses, failures = Counter(), []
    for _ in workers:
        more, failed = results.get()
        statuses += more
        failures += failed
    for worker in workers:
        worker.join()
    return statuses, sorted(failures), list(under_way)


def show(cases, number, why):
    case = cases[number]
    data = repr(case.data) if len(case.data) < 2_000 else f"{case.data[:1_000]!r} … {len(case.data)} bytes"
    print(f"    case {number} ({case.kind}, {case.role or 'nobody'}): {why}\n      {data}")


def report(figures, cases, statuses, failures, last, server):
    figures.note("cases answered, or hung up on", sum(statuses.values()))
    for role in ("nobody", "agent", "admin"):
        of_role = {status: count for (one, status), count in statuses.items() if one == role}
        line = " ".join(f"{status or 'none'}:{count}" for status, count in sorted(of_role.items()))
        figures.note(f"  as {role}", line)
        share = of_role.get(200, 0) / max(1, sum(of_role.values()))
        if role != "nobody" and sum(of_role.values()) > 500:
            figures.bound(
                f"  as {role}: pages shown", f"{share:.0%}", share > 0.05, "more than 5%, or nothing was tried")
    stops = int(not server.answers())
    figures.bound("stops", str(stops), not stops, "0")
    figures.bound("answers of 5xx, or none of HTTP", str(len(failures)), not failures, "0")
    for number, why in failures[:MOST_SHOWN]:
        show(cases, number, why)
    errors = [f"{kind}: {count} times" for kind, count in server.errors().items()]
    figures.none("kinds of errors in the server's log", errors)
    if stops:
        print(f"  The last case of each process. The server {server.how_it_ended()}; it said:")
        print(server.last_words())
        for number in last:
            show(cases, number, "was under way")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="send this case alone")
    parser.add_argument("--processes", type=int, default=4)
    huifang_option(parser)
    options = parser.parse_args()
    numbers = range(options.cases) if options.only is None else range(options.only, options.only + 1)
    figures = Figures(f"{len(numbers)} broken requests, seed {options.seed}")
    with Company(options.huifang, projects=40) as company:
        server = Server(company)
        cases = Cases(options.seed, material(server))
        begin = time.monotonic()
        statuses, failures, last = run(server, cases, numbers, options.processes if options.only is None else 1)
        figures.note("cases a second", f"{len(numbers) / (time.monotonic() - begin):.0f}")
        report(figures, cases, statuses, failures, last, server)
        if options.only is not None:
            show(cases, options.only, "sent")
        if server.answers():
            server.stop()
            verdict = company.command("audit", "verify", "--data", company.folder, check=False)
            is_whole = verdict.returncode == 0
            figures.bound("audit trail", "whole" if is_whole else "broken", is_whole, "whole")
    figures.end()


if __name__ == "__main__":
    main()
