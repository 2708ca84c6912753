"""What people do with forms, filled so that it is taken: each deed can be made ready again and again, and each time its
form comes with an id of its own."""

from datetime import date, timedelta
from itertools import count

from ground import answers

serials = count(1)


class Deed:
    def __init__(self, name, who, page, action, typed=None, button=None, having=None):
        self.name, self.who, self.page, self.action = name, who, page, action
        self.typed, self.button, self.having = typed or {}, button, having

    def ready(self, hand):
        """Where the form goes and what is in it; raises KeyError where there is no such form at this moment."""
        form = hand.page(self.page).form(self.action, self.having)
        if "submission" not in form.fields:
            raise KeyError(f"{self.name} has no id of its own")
        typed = self.typed(form, next(serials)) if callable(self.typed) else self.typed
        return form.action, form.filled(typed, self.button)


def _later(days):
    return (date.today() + timedelta(days=days)).isoformat()


def _customer(form, serial):
    known_by = form.fields["known-by"].options[:2]
    return {"name": f"新客户{serial}", "phones.0.number": f"1990{serial:07}", "known-by": known_by}


def _project(form, serial):
    kind = next(value for value in form.fields["kind"].options if value)
    agent = {"agent": form.fields["agent"].options[-1]} if "agent" in form.fields else {}
    return {"number": f"AN-{serial:05}", "kind": kind, "planned-started": _later(20), **agent}


def _issue(form, serial):
    return {"words": f"水槽漏水{serial}", "category": form.fields["category"].options[1], "caller-name": f"来人{serial}"}


def of_agent(ground, who="agent"):
    """Deeds of an agent; those about calls are about the agent's own."""
    calls = [id for id, in ground.query(
        "SELECT id FROM follow_up WHERE agent_id = ? AND state = 'owed' AND is_tentative = 0 "
        "AND opens_on <= date('now') ORDER BY id DESC", ground.ids[who])]
    deeds = [
        Deed("register a customer", who, "/customers/new", "/customers", _customer),
        Deed("correct a customer", who, "/customers/3/edit", "/customers/3", lambda _, n: {"notes": f"改过{n}"}),
        Deed("register a project", who, "/customers/3/projects/new", "/customers/3/projects", _project),
        Deed("correct a project", who, "/projects/6/edit", "/projects/6", lambda _, n: {"site-address": f"新址{n}号"}),
        Deed("change milestones", who, "/projects/6/milestones", "/projects/6/milestones",
             lambda _, n: {"planned-completed": _later(100 + n)}),
        Deed("add equipment", who, "/projects/6/equipment", "/projects/6/equipment",
             lambda _, n: {"model": f"净水器{n}", "installed-on": "2026-11-01"}),
        Deed("raise an issue", who, "/issues/new", "/issues", _issue),
        Deed("ask for a visit", who, "/work-orders/new?project=6", "/work-orders",
             lambda _, n: {"symptom": f"水槽漏水{n}", "department": "maintenance", "kind": "repair"}),
        Deed("ask to read", who, f"/access-requests/new?record=follow-up-{ground.sealed[2]}", "/access-requests",
             lambda _, n: {"reason": f"核对客户投诉里提到的工期{n}"}),
        Deed("make a link", who, "/projects/7/feedback", "/projects/7/feedback-links"),
        Deed("enter what was said", who, "/projects/8/feedback/new", "/projects/8/feedback",
             lambda _, n: {"channel": "phone", "overall": "4", "suggestions": f"第{n}次"}),
        Deed("answer an enquiry", who, "/enquiries/1", "/enquiries/1/steps/answer",
             lambda _, n: {"answer-text": f"回复{n}"}),
    ]
    for call in calls[:1]:
        path = f"/follow-ups/{call}"
        deeds += [
            Deed("record an attempt", who, path, f"{path}/attempts", button=("outcome", "no-answer")),
            Deed("ask to excuse", who, path, f"{path}/excuse-requests", lambda _, n: {"reason": f"客户已退单{n}"}),
            Deed("file a sheet", who, f"{path}/sheet", f"{path}/sheet", lambda form, n: answers(form, f"都好{n}")),
        ]
    if who == "agent":
        path = f"/follow-ups/{ground.unsealed}/correction"
        deeds.append(Deed("correct a sheet", who, path, path, lambda _, n: {"problem": f"改过{n}", "reason": "听错了"}))
    return deeds


def of_admin(ground, who="admin"):
    pending = ground.number("SELECT max(id) FROM access_request WHERE decided_at IS NULL")
    staff = ground.ids["finance"]
    path = f"/access-requests/{pending}"
    return [
        Deed("approve a request", who, path, f"{path}/approval"),
        Deed("refuse a request", who, path, f"{path}/refusal", {"reason": "理由不充分"}),
        Deed("revoke a grant", who, "/access-requests/1", "/access-grants/1/revocation", {"reason": "已核对完毕"}),
        Deed("add a member", who, "/staff/new", "/staff",
             lambda _, n: {"name": f"新人{n}", "username": f"newcomer{n}", "roles": "agent"}),
        Deed("correct a member", who, f"/staff/{staff}", f"/staff/{staff}", lambda _, n: {"name": f"改名{n}"}),
        Deed("lock a member", who, f"/staff/{staff}", f"/staff/{staff}/locking"),
        Deed("unlock a member", who, f"/staff/{staff}", f"/staff/{staff}/unlocking"),
        Deed("hand a call over", who, f"/follow-ups/{ground.call}", f"/follow-ups/{ground.call}/handover",
             lambda form, n: {"agent": form.fields["agent"].options[-1], "note": f"代为回访{n}"}),
        Deed("excuse a call", who, f"/follow-ups/{ground.call}", f"/follow-ups/{ground.call}/excuse",
             lambda _, n: {"reason": f"客户要求不再回访{n}"}),
        Deed("file a sheet early", who, f"/follow-ups/{ground.unsealed}", f"/follow-ups/{ground.unsealed}/filing"),
        Deed("rule on an issue", who, "/issues/9", "/issues/9/ruling",
             {"ruling-department": "quality", "ruling-text": "归质检部"}),
    ]


def of_manager(_, who="manager"):
    def visit(form, n):
        return {"goes": "technician", "technician": form.fields["technician"].options[-1],
                "starts.date": _later(1 + n), "starts.time": "09:00", "minutes": "60", "told": "yes"}
    return [
        Deed("approve an order", who, "/work-orders/2", "/work-orders/2/approval", lambda _, n: {"remark": f"同意{n}"}),
        Deed("refuse an order", who, "/work-orders/2", "/work-orders/2/refusal", {"reason": "不在保修范围"}),
        Deed("cancel an order", who, "/work-orders/4", "/work-orders/4/cancellation", {"because": "客户取消"}),
        Deed("dispatch somebody", who, "/work-orders/4/visits", "/work-orders/4/visits", visit),
        Deed("accept an issue", who, "/issues/3", "/issues/3/acceptance"),
        Deed("hand an issue back", who, "/issues/4", "/issues/4/handing-back", {"handing-back-text": "不归我们"}),
        Deed("withdraw a visit", who, "/visits/4/withdrawal", "/visits/4/withdrawal", {"because": "临时请假"}),
    ]


def of_technician(_, who="technician"):
    return [
        Deed("accept a visit", who, "/visits/1", "/visits/1/acceptance"),
        Deed("accept another", who, "/visits/3", "/visits/3/acceptance"),
        Deed("arrive", who, "/visits/2", "/visits/2/arrival"),
    ]


def of_executive(ground, who="executive"):
    return [
        Deed("ask to read", who, f"/access-requests/new?record=follow-up-{ground.sealed[3]}", "/access-requests",
             lambda _, n: {"reason": f"核对客户投诉里提到的工期{n}"}),
        Deed("raise an issue", who, "/issues/new", "/issues", _issue),
    ]


def deeds_of(ground, who):
    makers = {"agent2": of_agent, "admin2": of_admin}
    maker = makers.get(who) or globals().get(f"of_{who}")
    return maker(ground, who) if maker else []
