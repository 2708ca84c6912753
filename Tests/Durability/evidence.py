"""What a database says about submissions: there, once, whole."""

import json
from collections import Counter

#: Each finds what was stored by half; `:customer`, `:project` and `:attempt` are the last ids of the made-up company,
#: whose own rows were not submitted by these clients.
HALVES = {
    "sheet without its first revision": """
        SELECT follow_up_id FROM sheet s WHERE NOT EXISTS (
            SELECT 1 FROM sheet_revision r WHERE r.follow_up_id = s.follow_up_id AND r.number = 1)""",
    "sheet whose follow-up is not done": """
        SELECT s.follow_up_id FROM sheet s JOIN follow_up f ON f.id = s.follow_up_id WHERE f.state <> 'done'""",
    "follow-up done without a sheet": """
        SELECT id FROM follow_up WHERE state = 'done' AND id NOT IN (SELECT follow_up_id FROM sheet)""",
    "draft of a follow-up that is done": """
        SELECT d.follow_up_id FROM sheet_draft d JOIN follow_up f ON f.id = d.follow_up_id WHERE f.state = 'done'""",
    "sheet and its audit entry, one without the other": """
        SELECT location FROM submission WHERE location LIKE '/follow-ups/%' AND 1 <> (
            SELECT count(*) FROM audit_entry e WHERE e.subject_kind = 'follow-up'
            AND e.action = 'sheet-submitted' AND e.subject_id = substr(location, 13))
        AND EXISTS (SELECT 1 FROM follow_up f WHERE f.id = substr(location, 13) AND f.state = 'done')""",
    "customer without phone, words to be found by, or one audit entry": """
        SELECT id FROM customer c WHERE id > :customer AND NOT (
            EXISTS (SELECT 1 FROM customer_phone p WHERE p.customer_id = c.id)
            AND EXISTS (SELECT 1 FROM customer_search s WHERE s.customer_id = c.id)
            AND 1 = (SELECT count(*) FROM audit_entry e WHERE e.subject_kind = 'customer' AND e.subject_id = c.id
                AND e.action = 'customer-registered'))""",
    "project without milestone, follow-ups, or one audit entry": """
        SELECT id FROM project p WHERE id > :project AND NOT (
            EXISTS (SELECT 1 FROM milestone m WHERE m.project_id = p.id)
            AND EXISTS (SELECT 1 FROM follow_up f WHERE f.project_id = p.id)
            AND 1 = (SELECT count(*) FROM audit_entry e WHERE e.subject_kind = 'project' AND e.subject_id = p.id
                AND e.action = 'project-registered'))""",
    "attempts and their audit entries in different numbers": """
        SELECT a.follow_up_id FROM attempt a WHERE id > :attempt GROUP BY 1 HAVING count(*) <> (
            SELECT count(*) FROM audit_entry e WHERE e.subject_kind = 'follow-up' AND e.subject_id = a.follow_up_id
            AND e.action = 'attempt-recorded')""",
    "audit entry of a sheet that is not there": """
        SELECT subject_id FROM audit_entry WHERE action = 'sheet-submitted'
        AND subject_id NOT IN (SELECT follow_up_id FROM sheet)""",
    "broken reference": "PRAGMA foreign_key_check",
    "damage to the file": "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
}


def last_ids(database):
    """The highest ids of the tables in which submissions make rows."""
    return {
        table: database.execute(f"SELECT ifnull(max(id), 0) FROM {table}").fetchone()[0]
        for table in ("customer", "project", "attempt")
    }


def submission_ids(database):
    return {row["id"] for row in database.execute("SELECT id FROM submission")}


def halves(database, baseline):
    for name, sql in HALVES.items():
        named = {key: value for key, value in baseline.items() if f":{key}" in sql}
        for row in database.execute(sql, named):
            yield f"{name}: {tuple(row)}"


def strangers(database, known):
    """Submissions in the table that nobody sent, and the made-up company did not come with."""
    return sorted(submission_ids(database) - known)


class Evidence:
    """How often each submission left its row, and whether its id was stored with it."""

    def __init__(self, database, baseline):
        self.database = database
        rows = database.execute("SELECT name FROM customer WHERE id > ?", (baseline["customer"],))
        self.customers = Counter(row["name"] for row in rows)
        rows = database.execute("SELECT number FROM project WHERE id > ?", (baseline["project"],))
        self.projects = Counter(row["number"] for row in rows)
        rows = database.execute("SELECT id, location FROM submission")
        self.locations = {row["id"]: row["location"] for row in rows}

    def count(self, one):
        if one.kind == "customer":
            return self.customers[one.marker]
        if one.kind == "project":
            return self.projects[one.marker]
        if one.kind == "attempt":
            sql = "SELECT count(*) FROM attempt WHERE follow_up_id = ? AND callback_at LIKE ? || '%'"
            return self.database.execute(sql, (one.follow_up, one.marker)).fetchone()[0]
        table = {"sheet": "sheet_revision", "draft": "sheet_draft"}[one.kind]
        rows = self.database.execute(f"SELECT content FROM {table} WHERE follow_up_id = ?", (one.follow_up,))
        return sum(json.loads(row["content"])["answers"].get("customerWords") == [one.marker] for row in rows)

    def location(self, one):
        return self.locations.get(one.id)

    def flaw(self, one):
        """What is wrong with a submission; None when it is as it must be."""
        count = self.count(one)
        if one.is_acknowledged and count == 0:
            return f"lost: {one}"
        if count > 1:
            return f"there {count} times: {one}"
        if one.kind != "draft" and (count == 1) != (self.location(one) is not None):
            return f"half: its row is there {count} times, its id {'once' if self.location(one) else 'not'}: {one}"
        if one.kind != "draft" and one.is_acknowledged and self.location(one) != one.location:
            return f"answered with {one.location}, stored with {self.location(one)}: {one}"
        return None
