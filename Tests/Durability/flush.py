#!/usr/bin/env python3
"""Watches the server's system calls (strace) while 50 submissions are sent one after another, and proves that before
each answer the write-ahead log was flushed to the disk, with nothing written to it after the flush.
"""

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from harness.company import Company, Server, huifang_option, reading  # noqa: E402
from harness.figures import Figures  # noqa: E402
from submissions import Writer  # noqa: E402
from system_calls import CALLS, FLUSHING, RECEIVING, SENDING, WRITING, calls  # noqa: E402


def demand_strace():
    if shutil.which("strace") is None:
        sys.exit("There is no strace. Install it: apt-get install strace")
    trial = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if trial.returncode != 0:
        sys.exit(f"strace may not trace here (a container needs --cap-add=SYS_PTRACE). It said: {trial.stderr}")


def send(server, count):
    """Sends that many, one after another, on one connection; returns those that were not acknowledged."""
    browser = server.signed_in("agent")
    writer = Writer(browser, "flush")
    sql = """SELECT f.id FROM follow_up f JOIN member m ON m.id = f.agent_id
        WHERE f.state = 'owed' AND f.is_tentative = 0 AND f.opens_on <= date('now', '+8 hours')
            AND m.username = 'agent'"""
    with reading(server.company.database) as database:
        follow_ups = [row["id"] for row in database.execute(sql)]
    refused = []
    for _ in range(count):
        one = writer.next(follow_ups)
        one.send(browser)
        if not one.is_acknowledged:
            refused.append(str(one))
        elif one.kind == "customer":
            writer.customers.append(int(one.location.rsplit("/", 1)[1]))
    return refused


def read_trace(file):
    """The calls, once strace has written its last line."""
    for _ in range(100):
        lines = file.read_text(errors="replace").splitlines()
        if lines and "+++ exited" in lines[-1]:
            break
        time.sleep(0.1)
    return list(calls(lines))


def exchanges(traced):
    """Each submission's request as it was received with the answer that was then sent on the same connection."""
    received = {}
    for call in traced:
        if call.name in RECEIVING and '"POST /' in call.rest and '"POST /sign-in' not in call.rest:
            received[call.of] = call
        elif call.name in SENDING and '"HTTP/1.1 ' in call.rest and (request := received.pop(call.of, None)):
            yield request, call


def flaw(request, answer, traced):
    """Why an answer came too early; None when all it promises was on the disk."""
    between = [one for one in traced if request.ended < one.began and one.of.endswith("-wal")]
    written = [one for one in between if one.name in WRITING and one.began < answer.began]
    flushed = [one for one in between if one.name in FLUSHING and one.ended < answer.began and one.result == 0]
    if not written:
        return "nothing was written to the log"
    if not flushed:
        return "the log was not flushed"
    if flushed[-1].began < written[-1].ended:
        return "the log was written to after it was flushed"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=50)
    huifang_option(parser)
    options = parser.parse_args()
    demand_strace()
    figures = Figures(f"{options.submissions} submissions one after another, watched by strace")
    with Company(options.huifang, projects=60) as company:
        file = company.folder.parent / "trace"
        # -D keeps the server our own child, so that it may be traced and stopped like any other.
        wrapper = ["strace", "-D", "-f", "-yy", "-s", "32", "-e", f"trace={CALLS}", "-o", str(file)]
        server = Server(company, wrapper)
        refused = send(server, options.submissions)
        server.stop()
        traced = read_trace(file)
    pairs = list(exchanges(traced))
    flaws = [f"{request.rest[:60]}: {why}" for request, answer in pairs if (why := flaw(request, answer, traced))]
    flushes = sum(one.name in FLUSHING and one.of.endswith("-wal") for one in traced)
    wanted = options.submissions
    figures.bound("submissions found in the trace", str(len(pairs)), len(pairs) == wanted, str(wanted))
    figures.note("flushes of the log altogether", flushes)
    figures.none("submissions that were not acknowledged", refused)
    figures.none("answers before the log was flushed", flaws)
    figures.end()


if __name__ == "__main__":
    main()
