#!/usr/bin/env python3
"""Sends photographs as technicians do, with .build/venv/bin/python, where bin/test puts Playwright.

First from a real browser on a slow line (400 kbit/s, 400 ms) that breaks in the middle of every photograph, and loses
every third answer: nothing may be lost, and nothing that arrived may be sent again. Then by ten technicians at once,
nine photographs each, of 4 MB and one of 40 megapixels: the server's resident memory must stay under 150 MB.
"""

import argparse
import threading
import time
from pathlib import Path

from harness.browser import Browser
from harness.camera import CHROMIUM, photograph
from harness.company import RELEASE, Company, Server, address, huifang_option
from harness.figures import Figures
from harness.line import BreakingLine
from harness.visits import photographs, visit
from playwright.sync_api import sync_playwright

MOST = 150 << 20
PASSWORD = "ten-technicians-send"


def slow(kilobits):
    """The line, as Chromium throttles it: bytes a second, and milliseconds."""
    return {
        "offline": False, "latency": 400, "downloadThroughput": kilobits * 125, "uploadThroughput": kilobits * 125}


def chromium(playwright):
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def take(playwright, folder, count):
    """Photographs of some 4 MB, in files."""
    browser = chromium(playwright)
    page = browser.new_page()
    files = []
    for seed in range(1, count + 1):
        file = Path(folder) / f"IMG_{2000 + seed}.jpg"
        file.write_bytes(photograph(page, seed))
        files.append(file)
    largest = Path(folder) / "IMG_2000.jpg"
    largest.write_bytes(photograph(page, 99, width=7300, height=5476, size=8_000_000))
    browser.close()
    return files, largest


def send_over_a_bad_line(playwright, figures, company, server, visit_id, files, kilobits, as_they_are):
    line = BreakingLine(server.port)
    browser = chromium(playwright)
    page = browser.new_context(base_url=f"http://127.0.0.1:{line.port}", locale="zh-CN").new_page()
    if as_they_are:
        page.add_init_script("delete window.createImageBitmap")
    page.goto("/sign-in")
    page.fill("[name=username]", "technician")
    page.fill("[name=password]", company.password)
    page.click("main button:not([tabindex])")
    page.wait_for_url("**/today")
    page.goto(f"/visits/{visit_id}/photographs")
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow(kilobits))
    begin = time.monotonic()
    page.set_input_files("input[type=file]", files)
    shown = set()
    while page.locator("[data-sendings] [data-state=kept]").count() < len(files):
        shown.update(page.locator("[data-sendings] [data-state=sending] span").all_inner_texts())
        if time.monotonic() - begin > 3600:
            break
        time.sleep(0.5)
    seconds = time.monotonic() - begin
    page.wait_for_timeout(3000)
    pictures = page.locator("[data-photographs-shown] .photographs img").count()
    browser.close()
    line.close()
    kept = photographs(company, visit_id)
    sizes = [sent.lengths[0] / 2**20 for sent in line.uploads.values()]
    name = "as they are" if as_they_are else "made smaller by the browser"
    figures.note(f"photographs, {name}", f"{len(files)}, {min(sizes):.1f} to {max(sizes):.1f} MB each when sent")
    figures.note(f"until all were kept, at {kilobits} kbit/s", f"{seconds:.0f} s")
    figures.note("lines broken in the middle, answers lost", f"{line.broken}, {line.answers_lost}")
    figures.bound("steps of progress shown", str(len(shown)), len(shown) >= 5 * len(files), "5 for each")
    figures.bound("kept", str(len(kept)), len(kept) == len(files), str(len(files)))
    figures.bound("shown on the page", str(pictures), pictures == len(files), str(len(files)))
    # A browser repeats by itself what was not answered on a connection that it had used before; no script is asked.
    unanswered = [id for id, sent in line.uploads.items() if sent.answers_lost]
    figures.note("repeated by the browser itself, unanswered", str(sum(line.uploads[id].whole - 1 for id in unanswered)))
    figures.none(
        "sent again after they had arrived",
        [id for id, sent in line.uploads.items() if sent.whole != 1 and id not in unanswered])
    figures.none("lines that were not broken", [id for id, sent in line.uploads.items() if len(sent.lengths) < 2])


class Technician(threading.Thread):
    def __init__(self, server, number, visit_id, files):
        super().__init__()
        self.files, self.path = files, f"/visits/{visit_id}/photographs"
        self.browser = Browser(server.port, address(number), timeout=120)
        self.name, self.trouble = f"tech{number}", []

    def run(self):
        self.browser.sign_in(self.name, PASSWORD)
        for serial, file in enumerate(self.files):
            form = self.browser.page(self.path).form(self.path)
            pairs = form.filled({"moment": "before" if serial % 2 else "after"})
            answer = self.browser.send_form(self.path, pairs, "photograph", file)
            if answer.status != 303:
                self.trouble.append(f"{self.name}, {file.name}: {answer.status}")


def send_at_once(figures, server, technicians):
    figures.note("resident before", f"{server.resident()[0] >> 20} MB")
    begin = time.monotonic()
    for one in technicians:
        one.start()
    for one in technicians:
        one.join()
    now, most = server.resident()
    count = sum(len(one.files) for one in technicians)
    figures.note("photographs by ten technicians at once", f"{count} in {time.monotonic() - begin:.1f} s")
    figures.note("resident at the end", f"{now >> 20} MB")
    figures.bound("resident at most", f"{most >> 20} MB", most < MOST, f"under {MOST >> 20} MB")
    figures.none("not kept", [line for one in technicians for line in one.trouble])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=9, help="photographs over the bad line")
    parser.add_argument("--kilobits", type=int, default=400, help="a second, over the bad line")
    parser.add_argument("--as-they-are", action="store_true", help="the browser does not make them smaller")
    parser.add_argument("--only", choices=["line", "memory"])
    huifang_option(parser, RELEASE)
    options = parser.parse_args()
    figures = Figures(f"Photographs, with {options.huifang}")
    with Company(options.huifang, 20) as company, sync_playwright() as playwright:
        files, largest = take(playwright, company.folder.parent, 9)
        sizes = sorted(file.stat().st_size / 2**20 for file in files)
        figures.note("photographs made", f"9 of {sizes[0]:.1f} to {sizes[-1]:.1f} MB, 1 of {largest.stat().st_size / 2**20:.1f} MB")
        for number in range(10):
            company.add_member(f"tech{number}", "technician", PASSWORD)
        own = visit(company, "technician", "W-LINE")
        visits = [visit(company, f"tech{number}", f"W-{number}") for number in range(10)]
        server = Server(company)
        if options.only != "line":
            mixed = [*files[:8], largest]
            send_at_once(
                figures, server, [Technician(server, number, id, mixed) for number, id in enumerate(visits)])
        if options.only != "memory":
            chosen = files[: options.count]
            send_over_a_bad_line(playwright, figures, company, server, own, chosen, options.kilobits, options.as_they_are)
        server.stop()
    figures.end()


if __name__ == "__main__":
    main()
