"""Walks through the application in a real browser, in three languages and at two widths: all of it in simplified Chinese
at both, in the other languages at one. Any walk can be asked for.

    run.py BINARY [--only WORDS] [--language LANGUAGE] [--width PIXELS]

Ends with "N passed, N failed"; the exit code is 0 when nothing failed.
"""

import argparse
import itertools
import multiprocessing
import os
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed

import markup
import routes
from playwright.sync_api import sync_playwright
from walk import Walk
from words import LANGUAGES, ROOT

FOLDER = ROOT / ".build/browser"
WIDTHS = [360, 1280]
# Every page is measured at 320 px in each walk, so the two others need not go at both widths.
WALKS = [("zh-Hans", 360), ("zh-Hans", 1280), ("zh-Hant", 360), ("en", 1280)]
# One of the languages is walked through in the dark, so that both sets of colours are looked at.
COLOURS = {"zh-Hant": "dark"}


def walk(binary, language, width, wanted):
    """Returns how many checks passed, what failed, which addresses were seen, and the figures."""
    import jobs  # noqa: F401, which registers every job
    walk = Walk(binary, language, width, COLOURS.get(language, "light"), FOLDER)
    results = []

    def report(sentence, seconds, problem):
        results.append(problem is None)
        print(f"{'FAILED' if problem else 'passed'}  {walk.name}: {sentence} ({seconds:.1f} s)", flush=True)
        if problem:
            print("        " + problem.replace("\n", "\n        "), flush=True)

    with sync_playwright() as playwright:
        walk.run(playwright, wanted, report)
    return results, dict(walk.pages.seen), walk.figures


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binary")
    arguments.add_argument("--only", default="")
    arguments.add_argument("--language", choices=LANGUAGES)
    arguments.add_argument("--width", type=int, choices=WIDTHS)
    chosen = arguments.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    walks = [
        (os.path.abspath(chosen.binary), language, width, chosen.only)
        for language, width in (itertools.product(LANGUAGES, WIDTHS) if chosen.language or chosen.width else WALKS)
        if chosen.language in (None, language) and chosen.width in (None, width)]
    results = []
    # A walk waits for its pages more than it computes: two of them keep one core busy.
    pool = ProcessPoolExecutor(min(2 * (os.cpu_count() or 2), len(walks)), multiprocessing.get_context("spawn"))
    with pool:
        for done in as_completed([pool.submit(walk, *one) for one in walks]):
            outcome, seen, figures = done.result()
            results += outcome
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
