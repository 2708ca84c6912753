"""Who works while the disk fails: agents that submit, technicians that photograph, an administrator that reads; and what
each of them must be answered.
"""

import random
import threading
import time
from html import unescape

from harness.browser import Browser, Lost
from harness.camera import png
from harness.company import address
from harness.forms import Page
from submissions import Submission, Writer

TECHNICIANS = ["technician", "technician2"]
READ = ["/today", "/customers", "/follow-ups", "/work-orders", "/issues", "/audit", "/condition", "/staff"]
TROUBLE = (503, 507)


class Watched(Browser):
    """Keeps the latest answer, and the moment at which it came."""

    latest = None

    def send(self, *words):
        self.latest = super().send(*words)
        self.latest.at = time.monotonic()
        return self.latest


class Client:
    def __init__(self, number, server, username):
        self.number, self.username = number, username
        self.browser = Watched(server.port, address(number))
        self.browser.sign_in(username, server.company.password)
        self.prepared, self.sent, self.flaws, self.refusals = [], [], [], []

    def submit(self):
        """Sends all that is prepared, whatever is answered."""
        self.sent, self.refusals = self.prepared, []
        for one in self.sent:
            try:
                one.send(self.browser)
            except (Lost, ValueError) as error:
                self.flaws.append(f"no answer ({error}): {one}")
                continue
            if one.is_refused:
                self.refusals.append(self.browser.latest)
                self.flaws += [f"{why}: {one}" for why in misgivings(one, self.browser.latest)]
            self.pause()
        self.prepared = []

    def pause(self):
        pass

    def settle(self):
        """Sends again what was refused, as the button on the page does; it must be taken now."""
        for one in self.sent:
            if one.is_acknowledged:
                continue
            try:
                one.send(self.browser)
            except (Lost, ValueError) as error:
                self.flaws.append(f"no answer on a sound disk ({error}): {one}")
                continue
            if not one.is_acknowledged:
                self.flaws.append(f"refused on a sound disk: {one}")
        for one in self.sent:
            if one.kind == "customer" and one.is_acknowledged:
                self.writer.customers.append(int(one.location.rsplit("/", 1)[1]))


class Agent(Client):
    def __init__(self, number, server, username, seed):
        super().__init__(number, server, username)
        self.writer, self.random = Writer(self.browser, f"{seed} {number}"), random.Random(f"{seed} {number}")

    def prepare(self, follow_ups, count):
        self.prepared = [self.writer.next(follow_ups) for _ in range(count)]

    def pause(self):
        time.sleep(self.random.uniform(0, 0.02))


class Sent(Submission):
    """A photograph, alone in its visit."""

    def send(self, browser):
        answer = browser.send_form(self.path, self.pairs, "photograph", self.file)
        self.status, self.location = answer.status, answer.header("location") or self.location


class Technician(Client):
    def __init__(self, number, server, username, visits, folder):
        super().__init__(number, server, username)
        self.visits, self.folder = visits, folder

    def prepare(self, count):
        for _ in range(min(count, len(self.visits))):
            visit = self.visits.pop()
            path = f"/visits/{visit}/photographs"
            one = Sent("photograph", path, self.browser.page(path).form(path).filled({}), f"{visit}", visit)
            one.file = self.folder / f"{visit}.png"
            one.file.write_bytes(png(visit % 256))
            self.prepared.append(one)


class Reader(Client):
    """Reads pages until it is told to stop."""

    def read(self, is_over):
        self.statuses = []
        while not is_over.is_set():
            for path in READ:
                try:
                    status = self.browser.get(path).status
                except (Lost, ValueError) as error:
                    self.flaws.append(f"GET {path} was not answered: {error}")
                    continue
                self.statuses.append(status)
                if status != 200 and status not in TROUBLE:
                    self.flaws.append(f"GET {path} was answered with {status}")


def misgivings(one, answer):
    """What is wrong with the page by which somebody learns that nothing was stored."""
    if answer.status not in TROUBLE:
        yield f"status {answer.status}"
        return
    if not (answer.header("retry-after") or "").isdigit():
        yield "no Retry-After"
    if not (answer.header("content-type") or "").startswith("text/html"):
        yield f"content type {answer.header('content-type')}"
        return
    if one.kind == "photograph":
        return
    if one.kind != "attempt" and one.marker not in unescape(answer.text):
        yield "what was typed is not on the page"
    form = next((form for form in Page(answer.text).forms if form.action == one.path), None)
    if form is None:
        yield "no form to send it again"
    elif lacking := set(one.pairs) - set(form.filled({})):
        yield f"the form to send it again lacks {sorted(lacking)[:3]}"


def started(works):
    """Runs each of these on a thread of its own; returns the threads."""
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    return threads
