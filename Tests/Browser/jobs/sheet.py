"""The phone follow-up sheet."""

import re

from person import Person
from tasks import owe_a_call
from walk import job


def tab_to(agent, is_there):
    """Presses Tab until the focus is where it should be."""
    for _ in range(200):
        agent.page.keyboard.press("Tab")
        if is_there(agent.focused):
            return
    raise AssertionError("Tab never leads there")


def describe(element):
    return element.evaluate("part => ({tag: part.tagName, type: part.type, name: part.name ?? '',"
                            " keys: [...(part.closest('[role=radiogroup]')?.querySelectorAll('[data-key]') ?? [])]"
                            ".map((option) => option.dataset.key)})")


def answer(agent, place, negatives):
    """Answers whatever has the focus and moves on by keyboard; the first of the yes-or-no questions is answered no."""
    keyboard = agent.page.keyboard
    if place["type"] == "radio":
        if "y" in place["keys"]:
            keyboard.press("y" if negatives else "n")
            negatives.append(place["name"])
        else:
            keyboard.press("4")
    elif place["tag"] == "TEXTAREA":
        keyboard.type("客户说：师傅来过三次")
        keyboard.press("Alt+Enter")
    else:
        if place["type"] == "text":
            keyboard.type("3")
        keyboard.press("Enter")


def fill_by_keyboard(agent, until):
    """Goes from field to field until `until` says stop, or the button is reached."""
    answered, negatives = [], []
    for _ in range(100):
        place = describe(agent.focused)
        if place["tag"] == "BUTTON" or until(answered):
            return answered
        answer(agent, place, negatives)
        answered.append(place["name"])
    raise AssertionError(f"the keys lead round and round: {answered}")


@job("the sheet is filled from today's list with the keyboard alone, kept as one types, taken up again and sent")
def keyboard_only(walk):
    agent = Person(walk).sign_in("agent")
    follow_up = owe_a_call(agent)
    agent.visit("/today")
    tab_to(agent, lambda element: element.get_attribute("href") == f"{follow_up}/sheet")
    with agent.arriving():
        agent.page.keyboard.press("Enter")
    tab_to(agent, lambda element: (element.get_attribute("name") or "").startswith("q."))
    first_half = fill_by_keyboard(agent, until=lambda answered: len(answered) == 6)
    assert f"{first_half[0]}.remark" in first_half, "a no asks for no remark"
    agent.page.locator("[data-save-status][data-kind=saved]").wait_for()

    with agent.arriving():
        agent.page.reload()
    agent.sees(re.compile(re.escape(walk.words("sheet.draft-restored")).replace(r"\{time\}", ".+")))
    assert agent.page.locator("textarea:visible").first.input_value() == "客户说：师傅来过三次"
    tab_to(agent, lambda element: (element.get_attribute("name") or "").startswith("q."))
    fill_by_keyboard(agent, until=lambda answered: False)
    assert agent.page.locator("input[name=overall]:checked").input_value() == "4"
    with agent.arriving():
        agent.page.keyboard.press("Enter")
    agent.sees_words("notice.sheet-submitted")

    agent.follow("record.read")
    agent.sees("客户说：师傅来过三次")
    agent.follow("record.correct")
    agent.main.locator("textarea[name=customerWords]").fill("更正后的原话")
    agent.press("correction.submit", status=422)
    agent.field("correction.reason").fill("听错了一句")
    agent.press("correction.submit")
    agent.sees_words("notice.sheet-corrected")


@job("the sheet works without scripts, and says all that is wrong at once (UX-1)")
def without_scripts(walk):
    agent = Person(walk, scripts=False).sign_in("agent")
    follow_up = owe_a_call(agent)
    agent.visit(f"{follow_up}/sheet")
    agent.press("sheet.submit", status=422)
    no = agent.main.locator("input[type=radio][value=no]")
    no.nth(0).check()
    no.nth(1).check()
    agent.main.locator("textarea[name=customerWords]").fill("没有脚本也能填")
    agent.press("sheet.submit", status=422)
    errors = agent.main.locator(".errors a")
    assert errors.count() == 2, "not both missing remarks are named"
    for number in range(2):
        agent.main.locator(errors.nth(number).get_attribute("href")).fill("师傅没有来")
    assert agent.main.locator("textarea[name=customerWords]").input_value() == "没有脚本也能填"
    agent.press("sheet.submit")
    agent.sees_words("notice.sheet-submitted")
