"""Input methods: Enter picks a word there and must not send the form."""

from person import Person
from tasks import owe_a_call
from walk import job


def compose(page, letters):
    """Begins a word in an input method and presses Enter while it is not picked yet."""
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
    method.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": "\r", **enter})
    method.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    return method


@job("Enter in an input method sends nothing, and Enter after it does")
def form(walk):
    agent = Person(walk).sign_in("agent")
    agent.visit("/customers/new")
    name = agent.field("customer.name")
    name.focus()
    method = compose(agent.page, "wang")
    method.send("Input.insertText", {"text": "王小明"})
    assert name.input_value() == "王小明"
    assert agent.page.locator(".errors").count() == 0, "the form was sent"
    with agent.arriving(status=422):
        agent.page.keyboard.press("Enter")


@job("Enter in an input method does not leave a field of the sheet")
def sheet(walk):
    agent = Person(walk).sign_in("agent")
    agent.visit(f"{owe_a_call(agent)}/sheet")
    number = agent.main.locator("input[type=text][name^='q.']").first
    number.focus()
    compose(agent.page, "san").send("Input.insertText", {"text": "3"})
    assert agent.focused.get_attribute("name") == number.get_attribute("name"), "the focus went on"
    agent.page.keyboard.press("Enter")
    assert agent.focused.get_attribute("name") != number.get_attribute("name"), "Enter does not lead on"
