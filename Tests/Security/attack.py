#!/usr/bin/env python3
"""Attacks a made-up company over HTTP as every role and as nobody: addresses and queries, masked numbers, links and
cookies, other sites, replays, slow bodies and races. There must be no way in; the same seed tries the same things.

`--short` takes a sample of each kind, `--only` runs some of them.
"""

import argparse
import time

from ground import Ground  # First, as it finds the harness.
from crawl import Crawl
from entered import Entered
from findings import Findings
from harness.company import huifang_option
from links import Links
from masked import Masked
from origins import Origins
from others import Others
from races import Races
from replays import Replays
from sessions import Sessions
from slow import Slow

#: In the order in which they can follow one another; the last of a company changes what people may, or uses it up.
COMPANIES = [
    {"addresses": Crawl, "numbers": Masked, "entries": Entered, "links": Links, "origins": Origins, "sessions": Sessions},
    {"replays": Replays},
    {"slow": Slow},
    {"races": Races, "others": Others},
]
ATTACKS = [name for company in COMPANIES for name in company]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    huifang_option(parser)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="a sample of each attack, in less than a minute")
    parser.add_argument("--races", type=int, help="how many races of pairs, 20 at least; 40 in short, else 1,000")
    parser.add_argument("--only", nargs="+", choices=ATTACKS, default=ATTACKS, help="these attacks alone")
    options = parser.parse_args()
    figures = Findings(f"Attacks as every role, seed {options.seed}")
    begin = time.monotonic()
    for company in COMPANIES:
        attacks = {name: kind for name, kind in company.items() if name in options.only}
        if attacks:
            with Ground(options.huifang, options.seed) as ground:
                run(figures, attacks, ground, options)
    figures.note("time", f"{time.monotonic() - begin:.0f} s")
    figures.end()


def run(figures, attacks, ground, options):
    """The attacks on one company, and whether its log and its trail are as they must be afterwards."""
    for name, kind in attacks.items():
        print(f" {name}")
        more = {"count": options.races} if kind is Races else {}
        begin = time.monotonic()
        kind(ground, options.short, **more).run(figures)
        figures.note("seconds", f"{time.monotonic() - begin:.0f}")
    print(" afterwards")
    errors = [f"{error}: {count} times" for error, count in ground.server.errors().items()]
    figures.none("kinds of errors in the server's log", errors)
    ground.server.stop()
    verdict = ground.company.command("audit", "verify", "--data", ground.company.folder, check=False)
    is_whole = verdict.returncode == 0
    figures.bound("audit trail", "whole" if is_whole else "broken", is_whole, "whole")


if __name__ == "__main__":
    main()
