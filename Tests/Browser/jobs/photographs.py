"""What a technician does with the photographs of a visit."""

from harness.camera import png
from person import Person
from walk import PHONE, job


def files(*shades):
    return [{"name": f"IMG_{shade}.png", "mimeType": "image/png", "buffer": png(shade)} for shade in shades]


@job("a technician photographs before and after the work: each is sent at once, shown, removed, put back", width=PHONE)
def with_script(walk):
    technician = Person(walk).sign_in("technician")
    technician.visit(f"/visits/{walk.company.visit}/photographs")
    input = technician.main.locator("input[type=file]")
    technician.choice("photograph.moment", technician.words("photograph.moment.before")).check()
    input.set_input_files(files(10, 20))
    technician.sees_words("photographs.state.all-kept")
    technician.choice("photograph.moment", technician.words("photograph.moment.after")).check()
    input.set_input_files([{"name": "page.jpg", "mimeType": "image/jpeg", "buffer": b"<html>"}])
    technician.sees_words("photographs.problem.not-a-photograph")
    technician.main.get_by_role("button", name=technician.words("photographs.leave-out"), exact=True).click()
    input.set_input_files(files(30))
    technician.sees_words("photographs.state.all-kept")
    pictures = technician.main.locator(".photographs img")
    pictures.nth(2).wait_for()
    assert pictures.last.evaluate("image => image.decode().then(() => image.naturalWidth)") == 64
    technician.visit(f"/visits/{walk.company.visit}/photographs")
    for notice, last in (("notice.photograph-removed", False), ("notice.photograph-put-back", True)):
        buttons = technician.main.locator(".photographs form button")
        with technician.arriving():
            (buttons.last if last else buttons.first).click()
        technician.sees_words(notice)


@job("a technician without scripts sends photographs with the form, and is told what is none", width=PHONE)
def without_script(walk):
    technician = Person(walk, scripts=False).sign_in("technician")
    technician.visit(f"/visits/{walk.company.visit}/photographs")
    technician.choice("photograph.moment", technician.words("photograph.moment.damage")).check()
    technician.press("photographs.send", status=422)
    technician.sees_words("photographs.no-file")
    technician.main.locator("input[type=file]").set_input_files(files(40, 50))
    technician.press("photographs.send")
    technician.sees_words("notice.photographs-kept")


@job("an agent sees the photographs and is told who may change them")
def seen(walk):
    agent = Person(walk).sign_in("agent")
    agent.visit(f"/visits/{walk.company.visit}/photographs")
    agent.sees_words("photographs.not-yours")
