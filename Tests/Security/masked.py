"""Looks for whose a masked number is, digit by digit, as those who may not see it. They find it whole or by its last
four digits, which the mask shows as well, and by nothing else (ACC-8, ACC-12)."""

import re

from urllib.parse import urlencode

from harness.forms import Page
from sight import Sight
from table import table

#: Those to whom numbers are masked; a manager's own department is left out.
SEARCHERS = ["executive", "manager", "technician", "finance", "nobody"]
NAMES = ["q", "caller"]
PRIVATE = 0xE000


class Masked:
    def __init__(self, ground, few):
        self.ground, self.few, self.sight = ground, few, Sight(ground)
        self.ways_in, self.tried, self.allowed, self.known = [], 0, 0, {}
        self.texts = dict(ground.query("SELECT customer_id, text FROM customer_search"))

    def run(self, figures):
        numbers = [
            row for row in self.ground.query("SELECT customer_id, digits FROM customer_phone ORDER BY customer_id")]
        for who in SEARCHERS:
            closed = [row for row in numbers if row[1] not in self.sight.open(who)]
            for customer, number in self.ground.random.sample(closed, 1 if self.few else 3):
                self._search(who, customer, number)
        figures.tried("parts of numbers looked for by those who see masks", self.tried, 100)
        figures.tried("found whole or by the last four, as they may be", self.allowed)
        figures.proof("an agent who finds a customer by the first digits", self._proof(numbers))
        figures.ways_in("by parts of masked numbers", self.ways_in)

    def _boxes(self, who):
        """Every bare address that this person enters, with the names by which something is looked for."""
        routes = [one for one in table() if one.method == "GET" and one.is_bare and one.enter and who in one.enter]
        boxes = [(one.path, name) for one in routes for name in NAMES]
        if self.few:
            chosen = [box for box in boxes if box[0] in ("/customers", "/customers.csv", "/issues/new", "/work-orders")]
            boxes = chosen + self.ground.random.sample(boxes, min(2, len(boxes)))
        return boxes + ([("/enquiry", "q")] if who == "nobody" else [])

    def _search(self, who, customer, number):
        parts = self._parts(number)
        for path, name in self._boxes(who):
            for part in parts if not self.few else self.ground.random.sample(parts, 6):
                self.tried += 1
                found = self._new(who, path, name, part)
                if found:
                    self.ways_in.append(f"{who}: {path}?{name}={part!r} tells of {number}: {sorted(found)[:3]}")
            self.allowed += bool(self._new(who, path, name, number) | self._new(who, path, name, number[-4:]))

    def _parts(self, number):
        """Prefixes, middles and ends, and ways of writing them by which a search might be fooled."""
        parts = [number[:size] for size in range(3, 11)] + [number[-size:] for size in (3, 5, 6, 8, 10)]
        parts += [number[3:7], number[2:9], number[5:8]]
        wide = "".join(chr(0xFF10 + int(digit)) for digit in number[:7])
        private = chr(PRIVATE + 10) + "".join(chr(PRIVATE + int(digit)) for digit in number[:7])
        parts += [wide, private, private[1:], f"+86{number[:7]}", f"{number[:3]} {number[3:7]}", f"{number[:7]}*"]
        parts += [f"{number[:7]}%", f"{number[:3]}-{number[3:7]}", f"{number[-4:]} {number[:3]}", " ".join(number[:5])]
        return parts + [f"{number[:7]}____", f'"{number[:7]}"', f"{number[:3]}****{number[-3:]}"]

    def _new(self, who, path, name, part):
        """What a page leads to when this is looked for, but not when digits of nobody are."""
        found = self._page(who, path, name, part)
        plain = re.sub(r"[^0-9]", "", part)
        # The last four may find somebody; together with other digits they may find no more than with nobody's.
        control = "00700700700"[:max(3, len(plain))] if not part.startswith(plain[-4:] + " ") else part[:4] + " 007"
        key = (who, path, name, control)
        if key not in self.known:
            self.known[key] = self._page(who, path, name, control)
        return {one for one in found - self.known[key] if not self._is_elsewhere(one, part)}

    def _page(self, who, path, name, part):
        answer = self.ground.hand(who).get(f"{path}?{urlencode({name: part})}")
        if answer.status == 303:
            return {answer.header("location")}
        links = {re.sub(r"\?.*", "", link) for link in Page(answer.text).links}
        return {link for link in links if re.search(r"/\d+$", link)} | (self.sight.found(answer.text) - {part})

    def _is_elsewhere(self, link, part):
        """Whether the digits stand in the name, the address or a project's number of who was found."""
        words = [re.sub(r"\W", "", word) for word in part.split()]
        if link in self.sight.projects:
            link = "/projects/%d" % self.ground.number("SELECT id FROM project WHERE number = ?", link)
        match = re.fullmatch(r"/(customers|projects|work-orders|issues)/(\d+)", link)
        if not match:
            return link.startswith(("/sign-in",))
        id = int(match[2])
        owner = {
            "projects": "SELECT customer_id FROM project WHERE id = ?",
            "work-orders": "SELECT customer_id FROM work_order o JOIN project p ON p.id = o.project_id WHERE o.id = ?",
            "issues": "SELECT customer_id FROM issue WHERE id = ?"}.get(match[1])
        if owner:
            rows = self.ground.query(owner, id)
            id = rows[0][0] if rows else None
        # Numbers stand in it in signs of their own, so that what is found here is no number.
        return all(word and word.translate(WIDE) in self.texts.get(id, "") for word in words)

    def _proof(self, numbers):
        customer, number = numbers[-1]
        return f"/customers/{customer}" in self._new("agent", "/customers", "q", number[:10])


WIDE = {0xFF10 + digit: ord("0") + digit for digit in range(10)}
