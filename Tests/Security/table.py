"""The table of addresses as the source has it, who may enter each, and the names that may stand in a query."""

import re
from dataclasses import dataclass

from harness.addresses import route_tables
from harness.company import REPOSITORY

GROUP = re.compile(r"let (\w+) = members\.entering\(\.(\w+)\)")
ROUTE = re.compile(r'(\w+|members\.entering\(\.(\w+)\))(?:\.(?:owingEntry|exporting)\(pages\))?\s*\.(get|post)\(\s*"(/[^"]*)"')
NAMES = re.compile(r'(?:query\["|items\["|items\("|\bnumber\(")([a-z-]+)"')

ADMIN, AGENTS = {"admin", "admin2"}, {"agent", "agent2"}
MANAGER, EXECUTIVE, TECHNICIAN, FINANCE = {"manager"}, {"executive"}, {"technician"}, {"finance"}
EVERYBODY = ADMIN | AGENTS | MANAGER | EXECUTIVE | TECHNICIAN | FINANCE
OFFICE = ADMIN | AGENTS | MANAGER | EXECUTIVE
#: Which roles get past the door of each group; written from the table of roles in the specification.
ENTER = {
    **dict.fromkeys(["seeToday", "seeAccessRequests"], EVERYBODY),
    **dict.fromkeys(
        ["manageStaff", "seeAudit", "seeCondition", "seeReadings", "file", "excuse", "reassign", "decideAccess",
         "changeRulebook", "changeCalendar"], ADMIN),
    **dict.fromkeys(["seeCustomers", "seeFollowUps", "seeFeedback", "exportIssues", "exportWorkOrders"], OFFICE),
    **dict.fromkeys(
        ["registerCustomers", "showPhones", "changeEquipment", "seeRulebook", "collectFeedback", "handleEnquiries"],
        ADMIN | AGENTS),
    **dict.fromkeys(["seeIssues", "raiseIssue", "seeWorkOrders"], OFFICE | TECHNICIAN),
    "seeRate": ADMIN | AGENTS | EXECUTIVE, "call": AGENTS, "askForAccess": AGENTS | MANAGER | EXECUTIVE,
    "seeWorkOrderBoard": ADMIN | MANAGER | EXECUTIVE, "requestWorkOrder": ADMIN | AGENTS | MANAGER,
    "manageWorkOrders": ADMIN | MANAGER, "seeVisits": ADMIN | AGENTS | MANAGER | TECHNICIAN,
    "seeFees": ADMIN | FINANCE | TECHNICIAN, "confirmFees": FINANCE,
}


@dataclass(frozen=True)
class Route:
    method: str
    path: str
    #: Who gets past its door; None where that is anybody, also strangers.
    enter: frozenset | None

    @property
    def is_bare(self):
        return ":" not in self.path


def table():
    """Every route with who may enter it; a table that cannot be read is an error, as nothing would be attacked."""
    routes, unknown = [], set()
    for source in route_tables():
        groups = dict(GROUP.findall(source))
        for variable, action, method, path in ROUTE.findall(source):
            action = action or groups.get(variable)
            if action and action not in ENTER:
                unknown.add(action)
            enter = ENTER.get(action, EVERYBODY) if action or variable == "members" else None
            routes.append(Route(method.upper(), path, enter and frozenset(enter)))
    if unknown:
        raise SystemExit(f"Nobody says who enters {sorted(unknown)}.")
    return routes


def query_names():
    """What handlers read from an address, so that a new name is asked as soon as it is there."""
    names = set()
    for file in (REPOSITORY / "Sources/App").rglob("*.swift"):
        names |= set(NAMES.findall(file.read_text()))
    names = sorted(names | {"record"})
    if len(names) < 30:
        raise SystemExit(f"Only {names} were found as names of queries; has the way of reading them changed?")
    return names
