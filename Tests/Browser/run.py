"""Does in a real browser what people do with the application: each job in one language, at a desk or on a phone as its
people have it. Every page that comes up is looked at in three languages and two widths (see pages.py).

    run.py BINARY [--only WORDS] [--language LANGUAGE] [--width PIXELS]

Ends with "N passed, N failed"; the exit code is 0 when nothing failed.
"""

import argparse
import multiprocessing
import os
import queue
import shutil
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import jobs  # noqa: F401, which registers every job
import markup
import routes
from pages import WIDTHS
from playwright.sync_api import sync_playwright
from walk import JOBS, Walk
from words import LANGUAGES, ROOT

FOLDER = ROOT / ".build/browser"
# Each waits for its pages as much as it computes.
WALKERS = (os.cpu_count() or 2) + 1


def walk(number, chosen, waiting, known):
    """Takes one job after the other. Returns whether each check passed, which addresses were seen, and the figures."""
    walk = Walk(os.path.abspath(chosen.binary), chosen.language, chosen.width, FOLDER / str(number), known)
    results = []

    def report(sentence, seconds, problem):
        results.append(problem is None)
        print(f"{'FAILED' if problem else 'passed'}  {sentence} ({seconds:.1f} s)", flush=True)
        if problem:
            print("        " + problem.replace("\n", "\n        "), flush=True)

    with sync_playwright() as playwright:
        walk.run(playwright, taken(waiting), report)
    return results, walk.pages.seen, walk.figures


def taken(waiting):
    """What waits for whoever is free, until nothing does."""
    while True:
        try:
            yield waiting.get_nowait()
        except queue.Empty:
            return


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binary")
    arguments.add_argument("--only", default="")
    arguments.add_argument("--language", choices=LANGUAGES, default="zh-Hans")
    arguments.add_argument("--width", type=int, choices=WIDTHS)
    chosen = arguments.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    wanted = [sentence for sentence in JOBS if chosen.only in sentence]
    context = multiprocessing.get_context("spawn")
    results, seen = [], Counter()
    with context.Manager() as manager, ProcessPoolExecutor(WALKERS, context) as pool:
        waiting, known = manager.Queue(), manager.dict()
        for sentence in wanted:
            waiting.put(sentence)
        walks = [pool.submit(walk, number, chosen, waiting, known) for number in range(min(WALKERS, len(wanted)))]
        for done in walks:
            outcome, addresses, figures = done.result()
            results += outcome
            seen += addresses
            for figure in figures:
                print(figure)
    if not chosen.only:
        results.append(tell("every page of the table of addresses was seen", routes.unseen(seen)))
    results.append(tell("the HTML checker finds no error on any page", markup.errors(FOLDER)))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    sys.exit(0 if all(results) else 1)


def tell(sentence, problems):
    print(f"{'FAILED' if problems else 'passed'}  {sentence}")
    for problem in problems:
        print(f"        {problem}")
    return not problems


if __name__ == "__main__":
    main()
