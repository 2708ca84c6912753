"""What the sheet costs on a slow connection."""

from person import Person
from tasks import owe_every_call
from walk import PHONE, job

MOST_BYTES = 60_000
MOST_REQUESTS = 3


@job("a first visit of any sheet loads at most 60 KB, with at most 3 requests after the page", width=PHONE)
def sheets(walk):
    agent = Person(walk).sign_in("agent")
    visits = [first_visit(walk, agent, call) for call in owe_every_call(agent) if has_opened(walk, agent, call)]
    assert len(visits) > 4, f"only {len(visits)} sheets can be filled by now"
    size, requests, page = max(visits)
    walk.figures.append(f"the heaviest sheet of {len(visits)} is {page}, {size:.0f} bytes, {requests} requests after it")
    assert requests <= MOST_REQUESTS, f"{requests} requests after {page}"
    assert size <= MOST_BYTES, f"{size:.0f} bytes for {page}"


def has_opened(walk, agent, follow_up):
    """Whether its sheet can be filled by now: the window of a call that is still to come has not opened."""
    return agent.page.request.get(f"{walk.company.address}{follow_up}/sheet", max_redirects=0).status == 200


def first_visit(walk, agent, follow_up):
    """Bytes as they come over the line, headers among them; requests after the page, the icon among them; the page."""
    newcomer = Person(walk)
    newcomer.context.add_cookies(agent.context.cookies())
    size, requests, _ = visited(newcomer, f"{follow_up}/sheet")
    stage = newcomer.page.locator(".page-header a").inner_text()
    newcomer.context.close()
    return size, requests, stage


def visited(newcomer, path):
    """Bytes over the line, requests after the page, and what it takes until the page can be used."""
    network = newcomer.context.new_cdp_session(newcomer.page)
    network.send("Network.enable")
    sizes, needed = {}, Needed()
    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    network.on("Network.requestWillBeSent", needed.note)
    addresses = []
    newcomer.page.on("requestfinished", lambda request: addresses.append(request.url))
    newcomer.page.goto(path)
    newcomer.page.wait_for_load_state("networkidle")
    # A browser without a window shows no icon and leaves it out; with one it is a request, too.
    if not any(address.endswith(".svg") for address in addresses):
        newcomer.page.evaluate("fetch(document.querySelector('link[rel=icon]').href).then((answer) => answer.text())")
        newcomer.page.wait_for_load_state("networkidle")
    answers = [size for size in sizes.values() if size > 0]
    return sum(answers), len(answers) - 1, needed.on_a_slow_line(sizes)


class Needed:
    """What must be there before a page can be used: all but what a script asks for as it runs."""

    def __init__(self):
        self.trips = {}
        self.requests = set()

    def note(self, event):
        """One round trip later than a page comes what it names, and one more later what that names in turn."""
        initiator = event["initiator"]
        if "stack" not in initiator:
            self.trips[event["request"]["url"]] = 1 + self.trips.get(initiator.get("url"), 0)
            self.requests.add(event["requestId"])

    def on_a_slow_line(self, sizes):
        """Seconds on a line of 400 kbit/s on which an answer takes 400 ms.

        Reckoned, not timed: what else a machine does while the tests run is no property of the page.
        """
        return max(self.trips.values()) * 0.4 + sum(sizes[request] for request in self.requests) * 8 / 400_000
