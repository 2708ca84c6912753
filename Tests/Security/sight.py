"""Who may see which marked words and which numbers, written down anew from the rules (ACC-2, ACC-8, ACC-12), so that a
mistake in the program's own rules is found and not copied."""

import re

from ground import mark

MARK = re.compile(r"zq[a-z]\d{5}w")
PHONE = re.compile(r"(?<![\d.])1[3-9]\d{9}(?!\d)")
EVERYTHING = {"admin": "xfnioea", "admin2": "xfnioea", "agent": "nioe", "agent2": "nioe", "executive": "nio",
              "manager": "n"}
NAMES = {
    "x": "answers of a sealed record", "f": "what a customer said", "d": "an unfinished sheet",
    "n": "notes on a customer", "i": "an issue's words", "o": "an order's symptom", "e": "an enquiry's words", "a": "why somebody asks to read",
    "phone": "a customer's number", "project": "a project's number"}


class Sight:
    """What somebody may see of all that is marked; everything else that is found is a way in."""

    def __init__(self, ground):
        self.ground = ground
        self.phones = {phone for phone, in ground.query("SELECT digits FROM customer_phone")}
        self.phones |= {phone for phone, in ground.query("SELECT phone FROM enquiry")}
        self.projects = {number for number, in ground.query("SELECT number FROM project")}
        self._of_project = re.compile("|".join(map(re.escape, sorted(self.projects))))
        self._open = {}

    def found(self, text):
        """Every mark, number and project in a text."""
        found = set(MARK.findall(text))
        found |= self.phones & set(PHONE.findall(text))
        return found | set(self._of_project.findall(text))

    def kind(self, one):
        if one in self.phones:
            return "phone"
        return "project" if one in self.projects else one[2]

    def leaks(self, who, text, asked=""):
        """What stands in a text that this person may not see, and did not bring along."""
        return {one for one in self.found(text) - self.open(who) if one not in asked}

    def open(self, who):
        if who not in self._open:
            self._open[who] = self._may_see(who)
        return self._open[who]

    def _may_see(self, who):
        id = self.ground.ids.get(who, 0)
        query = self.ground.query
        letters = EVERYTHING.get(who, "")
        open_ = {mark(letter, number) for letter in letters for number in range(2000)}
        open_ |= {mark("a", id), mark("d", id)}
        if letters:
            open_ |= self.projects
        if "e" in letters:
            open_ |= self.phones
        ours = "department = (SELECT department FROM member WHERE id = ? AND id IN (SELECT member_id FROM member_role " \
               "WHERE role = 'manager'))"
        orders = query(f"SELECT id, project_id, contact_phone FROM work_order WHERE {ours}", id)
        orders += query(
            "SELECT o.id, o.project_id, o.contact_phone FROM work_order o JOIN visit v ON v.order_id = o.id "
            "WHERE v.technician_id = ?", id)
        issues = query(f"SELECT id, project_id FROM issue WHERE {ours} OR owner_id = ?", id, id)
        open_ |= {mark("o", number) for number, *_ in orders} | {mark("i", number) for number, _ in issues}
        for project in {one[1] for one in orders} | {one[1] for one in issues}:
            open_ |= {text for row in query(
                "SELECT p.number, c.digits FROM project p LEFT JOIN customer_phone c USING (customer_id) "
                "WHERE p.id = ?", project) for text in row}
        open_ |= {phone for *_, phone in orders}
        return open_ | self._records(who, id)

    def _records(self, who, id):
        """Sheets of one's own until they are sealed, what was said about one's own projects until then, and grants."""
        query = self.ground.query
        sheets = query(
            "SELECT follow_up_id FROM sheet WHERE author_id = ? AND filed_at IS NULL AND seals_at > datetime('now')", id)
        sheets += query(
            "SELECT f.id FROM access_grant g JOIN follow_up f ON f.project_id = g.project_id "
            "AND ifnull(g.follow_up_id, f.id) = f.id WHERE g.member_id = ? AND g.feedback_id IS NULL "
            "AND g.expires_at > datetime('now') AND g.id NOT IN (SELECT grant_id FROM access_revocation)", id)
        said = query(
            "SELECT b.id FROM feedback b JOIN project p ON p.id = b.project_id "
            "WHERE b.seals_at > datetime('now') AND (p.agent_id = ? OR b.entered_by = ?)", id, id)
        return {mark("x", one) for one, in sheets} | {mark("f", one) for one, in said}
