"""What the sheet costs on a slow connection."""

from person import Person
from tasks import owe_a_call
from walk import job

MOST_BYTES = 60_000
MOST_REQUESTS = 3


@job("a first visit of the sheet loads at most 60 KB, with at most 3 requests after the page")
def sheet(walk):
    agent = Person(walk).sign_in("agent")
    follow_up = owe_a_call(agent)
    newcomer = Person(walk)
    newcomer.context.add_cookies(agent.context.cookies())
    network = newcomer.context.new_cdp_session(newcomer.page)
    network.send("Network.enable")
    sizes = []
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    newcomer.page.goto(f"{follow_up}/sheet", wait_until="networkidle")
    # The icon is asked for by a window and not by a headless browser: count it all the same.
    icon = newcomer.page.locator("link[rel=icon]").get_attribute("href")
    answer = newcomer.context.request.get(icon)
    total = sum(sizes) + len(answer.body()) + sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
    requests = len(sizes)
    assert requests <= MOST_REQUESTS, f"{requests} requests after the page"
    assert total <= MOST_BYTES, f"{total:.0f} bytes in {requests + 1} answers"
    walk.figures.append(f"the sheet's first visit: {total:.0f} bytes, {requests} requests after the page")
