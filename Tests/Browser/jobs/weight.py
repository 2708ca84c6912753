"""What the sheet costs on a slow connection."""

from person import Person
from tasks import owe_every_call
from walk import job

MOST_BYTES = 60_000
MOST_REQUESTS = 3


@job("a first visit of any sheet loads at most 60 KB, with at most 3 requests after the page", widths=[360])
def sheets(walk):
    agent = Person(walk).sign_in("agent")
    visits = [first_visit(walk, agent, follow_up) for follow_up in owe_every_call(agent)]
    size, requests, page = max(visits)
    walk.figures.append(f"{walk.name}: the heaviest sheet of {len(visits)} is {page}, {size:.0f} bytes, {requests} requests after it")
    assert requests <= MOST_REQUESTS, f"{requests} requests after {page}"
    assert size <= MOST_BYTES, f"{size:.0f} bytes for {page}"


def first_visit(walk, agent, follow_up):
    """Bytes as they come over the line, headers among them; requests after the page, the icon among them; the page."""
    newcomer = Person(walk)
    newcomer.context.add_cookies(agent.context.cookies())
    network = newcomer.context.new_cdp_session(newcomer.page)
    network.send("Network.enable")
    sizes = {}
    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    addresses = []
    newcomer.page.on("requestfinished", lambda request: addresses.append(request.url))
    newcomer.page.goto(f"{follow_up}/sheet")
    newcomer.page.wait_for_load_state("networkidle")
    # A browser without a window shows no icon and leaves it out; with one it is a request, too.
    if not any(address.endswith(".svg") for address in addresses):
        newcomer.page.evaluate("fetch(document.querySelector('link[rel=icon]').href).then((answer) => answer.text())")
        newcomer.page.wait_for_load_state("networkidle")
    answers = [size for size in sizes.values() if size > 0]
    stage = newcomer.page.locator(".page-header a").inner_text()
    newcomer.context.close()
    return sum(answers), len(answers) - 1, stage
