"""Reports of visits, filled in and filed by their technician step by step, one of each kind."""

from datetime import timedelta

from .visits import visit

FIXED = {
    "arrival": {"met": "present", "badge": "A-0107"},
    "finding": {"finding": "接头松动，渗水到柜底。\n墙面受潮。", "done": "换接头，重新打胶，试水两小时。"},
    "replacements": {
        "replacements.0.what": "part", "replacements.0.name": "角阀", "replacements.0.old-serial": "",
        "replacements.0.new-serial": "", "replacements.0.returned": "yes"},
    "charges": {
        "warranty": "outside", "because": "客户自己改过水管。", "fees.0.fee": "visit", "fees.0.quantity": "1",
        "parts.0.name": "角阀", "parts.0.quantity": "2", "parts.0.price": "35.50", "receipt": "S-001", "invoice": "F-002"},
    "site": {"put-back": "yes", "cleaned": "no", "damage": "柜门划了一道。", "compensation": "120"},
    "outcome": {"outcome": "fixed"},
}
KINDS = {
    "fixed": FIXED,
    "plain": FIXED | {
        "replacements": {}, "charges": {"warranty": "outside", "because": "合同已过期。"}, "site": {"put-back": "yes", "cleaned": "yes"}},
    "not-fixed": FIXED | {
        "replacements": {}, "charges": {"warranty": "inside", "because": "经理同意。"},
        "outcome": {
            "outcome": "not-fixed", "because": "缺一个配件。", "explained": "yes", "next-visit": "周六上午",
            }},
    "declined": FIXED | {
        "charges": {"warranty": "outside", "because": "过保。"},
        "outcome": {
            "outcome": "declined", "because": "嫌贵。", "declined-wishes": "免掉上门费。"}},
    "absent": {"arrival": {"met": "absent"}, "outcome": {"because": "敲门没人，电话不接。"}},
}

SIGNED = {"manner": "typed", "name": "王建国", "relation": "family", "rating": "4", "remark": "师傅很细心。"}
UNSIGNED = {"manner": "none", "reason": "客户赶着上班。"}


def begin(company):
    """Visits that are under way, one of each kind of report, as (kind, visit); for a company that nobody serves."""
    return [(kind, visit(company, "technician", f"W-R-{kind}")) for kind in KINDS]


def file(technician, kind, visit, now):
    """Fills a report in and files it.
    - technician: the browser of whoever was sent.
    - now: by the company's clocks; they were there for two hours, until a moment ago."""
    home = f"/visits/{visit}/report"
    for step, typed in KINDS[kind].items():
        form = technician.page(f"{home}/{step}").form(f"{home}/{step}")
        typed = typed | _times(step, now)
        _must_go_on(technician.submit(form, typed), f"{kind}: {step}")
    if kind != "absent":
        form = technician.page(f"/visits/{visit}/confirmation").form(f"/visits/{visit}/confirmation")
        _must_go_on(technician.submit(form, UNSIGNED if kind == "plain" else SIGNED), f"{kind}: confirmation")
    form = technician.page(home).form(f"/visits/{visit}/filing")
    _must_go_on(technician.submit(form, {}), f"{kind}: filing")


def _times(step, now):
    name, at = {
        "arrival": ("arrived", now - timedelta(minutes=125)), "outcome": ("departed", now - timedelta(minutes=5)),
    }.get(step, (None, now))
    return {f"{name}.date": f"{at:%Y-%m-%d}", f"{name}.time": f"{at:%H:%M}"} if name else {}


def _must_go_on(answer, what):
    if answer.status != 303:
        raise RuntimeError(f"{what} was answered with {answer.status}")
