"""What the cases are made of: the routes of the source, and the pages and forms that each role is shown."""

import re
from dataclasses import dataclass, field

from harness.addresses import route_tables
from harness.forms import Form, Page

ROUTE = re.compile(r'\.(get|post)\("(/[^"]*)"')
#: Pages with the same pattern that are read by each role.
OF_A_KIND = 4


@dataclass(frozen=True)
class Route:
    method: str
    path: str


@dataclass
class Material:
    routes: list
    paths: list
    forms: list
    #: The members, by id, that the cases are sent as.
    spared: list = field(default_factory=list)


def routes():
    """The table of addresses."""
    return [Route(method.upper(), path) for table in route_tables() for method, path in ROUTE.findall(table)]


def pattern(path):
    return re.sub(r"\d+", ":id", path.split("?")[0])


def walk(browser, starts):
    """Follows every link from these pages and keeps what it finds: paths and forms, a few of each kind."""
    waiting, seen, kinds = list(starts), set(starts), {}
    paths, forms = [], {}
    while waiting:
        path = waiting.pop(0)
        answer = browser.get(path)
        if answer.status == 303:
            _add(answer.header("location"), waiting, seen, kinds)
        if answer.status != 200 or "text/html" not in (answer.header("content-type") or ""):
            continue
        paths.append(path)
        page = Page(answer.text)
        for link in page.links:
            _add(link, waiting, seen, kinds)
        for form in page.forms:
            few = forms.setdefault((form.method, pattern(form.action), tuple(sorted(form.fields))), [])
            if len(few) < OF_A_KIND:
                few.append(form)
    return paths, [form for few in forms.values() for form in few]


def _add(link, waiting, seen, kinds):
    link = (link or "").split("#")[0]
    if not link.startswith("/") or link.startswith("/assets/") or link in seen:
        return
    kinds[pattern(link)] = kinds.get(pattern(link), 0) + 1
    if kinds[pattern(link)] <= OF_A_KIND:
        seen.add(link)
        waiting.append(link)


def material(server):
    """Everything that nobody, an agent and an administrator are shown, with some things under way to decide about."""
    table = routes()
    agent, admin = server.signed_in("agent"), server.signed_in("admin")
    _ask_and_decide(server, agent, admin)
    spared = [str(number) for number in (1, 2)]
    found = {}
    for role, browser in ((None, server.browser()), ("agent", agent), ("admin", admin)):
        starts = [route.path for route in table if route.method == "GET" and ":" not in route.path]
        starts += [f"/{thing}/{number}{page}" for thing, page in _THINGS for number in (1, 2, 40)]
        paths, forms = walk(browser, starts)
        forms.append(Form("/follow-ups/1/draft", "post"))
        found[role] = Material(table, paths or ["/"], forms, spared)
    return found


_THINGS = [
    ("customers", ""), ("projects", ""), ("follow-ups", ""), ("follow-ups", "/sheet"), ("follow-ups", "/record"),
    ("access-requests", ""), ("staff", ""),
]


def _ask_and_decide(server, agent, admin):
    """Six requests to read, of which one is approved and one refused, so that every kind of page is there."""
    for project in range(1, 7):
        form = agent.page(f"/access-requests/new?project={project}").form("/access-requests")
        agent.submit(form, {"reason": "核对上次回访里提到的几件事。"})
    for number, decision, typed in ((1, "approval", {}), (2, "refusal", {"reason": "请先问项目经理。"})):
        path = f"/access-requests/{number}"
        form = admin.page(path).form(f"{path}/{decision}")
        admin.submit(form, typed)
