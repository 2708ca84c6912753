"""The addresses of pages, from the application's own table."""

import re

import company  # noqa: F401, which finds the harness
from harness.addresses import route_tables

# Answers that are no page: a sign of life, files, an answer for a script, and some that only lead elsewhere.
NO_PAGES = {
    "/health", "/metrics", "/follow-ups.csv", "/customers.csv", "/staff.csv", "/work-orders.csv", "/issues.csv", "/feedback-records.csv",
    "/enquiries.csv", "/audit.csv", "/rulebook.yaml", "/",
    "/customers/N/phones", "/customers/N/projects", "/calendar", "/rulebook/proposals",
    "/receipts/N", "/visits/N/photographs/receipt", "/photographs/N", "/photographs/N/thumbnail", "/work-orders/N/phone",
    "/enquiries/N/phone", "/enquiries/N/steps/N", "/visits/N/phone", "/visits/N/filing", "/visits/N/fees", "/issues/N/N"}


def unseen(seen):
    """The pages that nobody came by, and what is listed above and is no address any more."""
    paths = {re.sub(r":\w+", "N", path) for table in route_tables() for path in re.findall(r'\.get\("([^"]+)"', table)}
    gone = [f"{path} is listed in Tests/Browser/routes.py and is no address" for path in sorted(NO_PAGES - paths)]
    paths = {path.replace("/set-up/N", "/set-up/TOKEN").replace("/report/N", "/report/finding") for path in paths}
    return gone + sorted(paths - NO_PAGES - set(seen))
