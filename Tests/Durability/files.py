#!/usr/bin/env python3
"""Watches the server's system calls (strace) while photographs are sent one after another, and proves that each file
was flushed, then given its name, then its folder was flushed, and only then a row was written that speaks of it.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Measurements"))

from flush import demand_strace, exchanges, flaw, read_trace  # noqa: E402
from harness.camera import png  # noqa: E402
from harness.company import Company, Server, huifang_option  # noqa: E402
from harness.figures import Figures  # noqa: E402
from harness.visits import visit  # noqa: E402
from system_calls import CALLS, FLUSHING, WRITING  # noqa: E402


def send(server, visits, folder):
    """Sends a photograph to each visit; returns those that were not kept."""
    browser, refused = server.signed_in("technician"), []
    for shade, id in enumerate(visits):
        file = folder / f"{shade}.png"
        file.write_bytes(png(shade))
        path = f"/visits/{id}/photographs"
        answer = browser.send_form(path, browser.page(path).form(path).filled({}), "photograph", file)
        if answer.status != 303:
            refused.append(f"{path}: {answer.status}")
    return refused


def disorder(request, answer, traced):
    """What was not on the disk when the row was written; None when both files were, with their names."""
    between = [one for one in traced if request.ended < one.began and one.ended < answer.began and one.result >= 0]
    row = min((one.began for one in between if one.name in WRITING and one.of.endswith("-wal")), default=0)
    before = [one for one in between if one.ended < row]
    names = [one for one in before if one.name == "rename" and "/attachments/" in one.rest]
    if len(names) != 2:
        return f"{len(names)} files had their names before the row"
    for name in names:
        folder = str(Path(name.rest).parent)
        flushed = [one for one in before if one.name in FLUSHING]
        if not any(one.of == name.of and one.ended < name.began for one in flushed):
            return "a file was named before it was flushed"
        if not any(one.of == folder and one.began > name.ended for one in flushed):
            return "a folder was not flushed after a file had got its name in it"
    return flaw(request, answer, traced)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photographs", type=int, default=20)
    huifang_option(parser)
    options = parser.parse_args()
    demand_strace()
    figures = Figures(f"{options.photographs} photographs one after another, watched by strace")
    with Company(options.huifang, projects=5) as company:
        visits = [visit(company, "technician", f"W-{number}") for number in range(options.photographs)]
        file = company.folder.parent / "trace"
        wrapper = ["strace", "-D", "-f", "-yy", "-s", "32", "-e", f"trace={CALLS}", "-o", str(file)]
        server = Server(company, wrapper)
        refused = send(server, visits, company.folder.parent)
        server.stop()
        traced = read_trace(file)
    pairs = list(exchanges(traced))
    flaws = [f"{request.rest[:60]}: {why}" for request, answer in pairs if (why := disorder(request, answer, traced))]
    wanted = options.photographs
    figures.bound("photographs found in the trace", str(len(pairs)), len(pairs) == wanted, str(wanted))
    figures.none("photographs that were not kept", refused)
    figures.none("rows before their files", flaws)
    figures.end()


if __name__ == "__main__":
    main()
