"""Visits of technicians, written into the database of a company that nobody serves."""

import sqlite3
from datetime import datetime, timedelta, timezone


def moment(hours=0):
    at = datetime.now(timezone.utc) + timedelta(hours=hours)
    return at.strftime("%Y-%m-%d %H:%M:%S.000")


def visit(company, technician, number):
    """A visit that is under way; returns its id."""
    with sqlite3.connect(company.database) as database:
        member = database.execute("SELECT id FROM member WHERE username = ?", [technician]).fetchone()[0]
        project = database.execute("SELECT min(id) FROM project").fetchone()[0]
        order = database.execute(
            """
            INSERT INTO work_order (number, project_id, kind, department, urgency, source, symptom, contact_name,
                contact_phone, site_address, received_at, arrive_by, requested_by, requested_at, state)
            VALUES (?, ?, 'repair', 'maintenance', 'ordinary', 'phone', '水龙头漏水', '王建国', '13812345678', '安居路1号',
                ?, ?, ?, ?, 'on-site')
            """, [number, project, moment(), moment(24), member, moment()]).lastrowid
        return database.execute(
            """
            INSERT INTO visit (order_id, number, technician_id, dispatched_by, dispatched_at, state)
            VALUES (?, 1, ?, ?, ?, 'on-site')
            """, [order, member, member, moment()]).lastrowid


def photographs(company, visit):
    """The photographs that a visit has, as (bytes, width, height)."""
    with sqlite3.connect(f"file:{company.database}?mode=ro", uri=True) as database:
        return database.execute(
            "SELECT bytes, width, height FROM photograph WHERE visit_id = ? AND removed_at IS NULL", [visit]).fetchall()
