"""A walk through the application: some of the jobs that people do with it, in a company of its own."""

import os
import shutil
import time
import traceback

from company import Demo
from pages import Pages
from words import LANGUAGES, Words

PHONE, DESK = 360, 1280
JOBS = {}
"""What to do and the width to do it at, by its sentence."""


def job(sentence, width=DESK):
    """Marks a function as a job that somebody does with the application; it takes the walk."""
    def mark(function):
        JOBS[sentence] = (function, width)
        return function
    return mark


class Walk:
    def __init__(self, binary, language, width, folder, known=None):
        """A width of None leaves each job its own; `known` is what walks know of each other's pages (see pages.py)."""
        self.binary = binary
        self.language = language
        self.chosen_width = width
        self.width = width or DESK
        self.words = Words(language)
        self.folder = folder
        self.folder.mkdir(parents=True)
        self.pages = Pages(self, {} if known is None else known)
        self.figures = []

    def run(self, playwright, sentences, report):
        """Does these jobs; `report` gets the sentence, the seconds and what went wrong, or None."""
        self.browser = launch(playwright, self.language)
        with Demo(self.binary, self.folder / "data") as self.company:
            for sentence in sentences:
                self.do(sentence, report)
            report("the server runs on and finds nothing wrong", 0, "\n".join(self.company.complaints()) or None)
        self.browser.close()
        for kind, problems in self.pages.problems.items():
            report(f"every page {kind}", 0, "\n".join(dict.fromkeys(problems)) or None)

    def do(self, sentence, report):
        started = time.monotonic()
        function, width = JOBS[sentence]
        self.width = self.chosen_width or width
        try:
            function(self)
            problem = None
        except Exception as error:
            problem = f"{error}\n{last_place(error)}{self.take_pictures(sentence)}"
        for context in self.browser.contexts:
            context.close()
        report(sentence, time.monotonic() - started, problem)

    def take_pictures(self, sentence):
        """What every browser showed when the job failed."""
        places = ""
        for number, context in enumerate(self.browser.contexts):
            for page in context.pages:
                path = self.folder / f"{sentence.replace('/', ' ')} {number}.png"
                page.screenshot(path=path, full_page=True)
                places += f"\n{page.url}, see {path}"
        return places


# Chromium without windows is the same browser; either will do.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), None)


def launch(playwright, language):
    """Debian's Chromium in a language, which its own date fields speak too; as root it cannot make a sandbox."""
    environment = {**os.environ, "LANG": LANGUAGES[language].replace("-", "_") + ".UTF-8"}
    # There is no graphics processor to be found, and acting as if there were one costs a tenth of the time.
    arguments = ["--disable-gpu", "--disable-software-rasterizer"] + ["--no-sandbox"] * (os.geteuid() == 0)
    return playwright.chromium.launch(executable_path=CHROMIUM, env=environment, args=arguments)


def last_place(error):
    """The line of ours that failed."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "Tests/Browser" in frame.filename]
    return "".join(f"at {frame.filename}:{frame.lineno}: {frame.line}\n" for frame in ours[-2:])
