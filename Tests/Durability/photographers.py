"""Technicians that photograph while a server ends at any moment, and what must then be in the attachments' folder."""

import hashlib

from disk_clients import Sent
from harness.browser import Lost
from harness.camera import png
from harness.company import address
from kill import Client


class Photograph(Sent):
    def send(self, browser):
        before = self.location
        super().send(browser)
        return before is None or before == self.location


class Camera:
    """Opens the form of a visit that has no photograph yet, with one to send."""

    def __init__(self, browser, visits, folder):
        self.browser, self.visits, self.folder = browser, visits, folder
        self.customers = []

    def next(self, _):
        if not self.visits:
            raise Lost("every visit was photographed")
        visit = self.visits.pop()
        path = f"/visits/{visit}/photographs"
        one = Photograph("photograph", path, self.browser.page(path).form(path).filled({}), f"{visit}", visit)
        one.file = self.folder / f"{visit}.png"
        one.file.write_bytes(png(visit % 256))
        return one


class Photographer(Client):
    def __init__(self, number, server, username, visits):
        self.number, self.username = number, username
        self.browser = server.signed_in(username, source=address(number))
        self.writer = Camera(self.browser, visits, server.company.folder.parent)
        self.follow_ups, self.prepared, self.sent, self.flaws = [], [], [], []

    def look(self):
        for one in self.sent:
            answer = self.browser.get(one.path)
            if answer.status != 200 or "<img" not in answer.text:
                self.flaws.append(f"{one.path} is answered with {answer.status} and does not show {one}")


def photograph_flaws(folder, database, sent):
    """What is lost, doubled or half of photographs: each is one row, each row two whole files."""
    rows = [tuple(row) for row in database.execute("SELECT visit_id, digest, thumbnail_digest FROM photograph")]
    for one in sent:
        count = sum(visit == one.follow_up for visit, _, _ in rows)
        if count > 1 or one.is_acknowledged and count == 0:
            yield f"there {count} times: {one}"
    for digest in {digest for _, *digests in rows for digest in digests}:
        file = folder / "attachments" / digest[:2] / digest[2:]
        if not file.exists():
            yield f"a row without its file: {digest}"
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield f"a file that is not what its row says: {digest}"
