"""One walk through the whole application, in one language and at one width."""

import os
import shutil
import time
import traceback

from company import Demo
from pages import Pages
from words import LANGUAGES, Words

JOBS = []


def job(sentence, widths=(360, 1280)):
    """Marks a function as a job that somebody does with the application; it takes the walk."""
    def mark(function):
        JOBS.append((sentence, widths, function))
        return function
    return mark


class Walk:
    def __init__(self, binary, language, width, colours, folder):
        self.binary = binary
        self.language = language
        self.width = width
        self.colours = colours
        self.words = Words(language)
        self.name = f"{language} {width} px"
        self.folder = folder / f"{language}-{width}"
        self.folder.mkdir(parents=True)
        self.pages = Pages(self)
        self.figures = []

    def run(self, playwright, wanted, report):
        """Does every job that is wanted; `report` gets the sentence, the seconds and what went wrong, or None."""
        self.browser = launch(playwright, self.language)
        with Demo(self.binary, self.folder / "data") as self.company:
            for sentence, widths, function in JOBS:
                if wanted in sentence and self.width in widths:
                    self.do(sentence, function, report)
            report("the server runs on and finds nothing wrong", 0, "\n".join(self.company.complaints()) or None)
        self.browser.close()
        for kind, problems in self.pages.problems.items():
            report(f"every page {kind}", 0, "\n".join(dict.fromkeys(problems)) or None)

    def do(self, sentence, function, report):
        started = time.monotonic()
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
    return playwright.chromium.launch(
        executable_path=CHROMIUM, env=environment, args=["--no-sandbox"] if os.geteuid() == 0 else [])


def last_place(error):
    """The line of ours that failed."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "Tests/Browser" in frame.filename]
    return "".join(f"at {frame.filename}:{frame.lineno}: {frame.line}\n" for frame in ours[-2:])
