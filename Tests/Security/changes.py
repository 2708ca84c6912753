"""What can happen to somebody while their form is under way, and how it is made good again for the next one."""

import re

from hand import fresh_id

PASSWORD = re.compile(r"\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b")


class Victims:
    """People to whom things happen."""

    def __init__(self, ground):
        self.ground = ground

    def signed_in(self, who):
        return self.ground.fresh(who)

    def staff(self, who, step="", typed=()):
        """An administrator's form about somebody; returns what it was filled with at first, and the answer."""
        path = f"/staff/{self.ground.ids[who]}"
        admin = self.ground.hand("admin")
        form = admin.page(path).form(path + step)
        answer = admin.submit(form, dict(typed))
        if answer.status not in (200, 303):
            raise SystemExit(f"{path}{step} is answered with {answer.status}: nothing was changed, nothing is proven.")
        return form, answer


class Change:
    def __init__(self, victims, who, hand):
        self.victims, self.who, self.hand = victims, who, hand
        # Their other sessions may be ended too.
        victims.ground.forget(who)

    def undo(self):
        pass


class RoleTaken(Change):
    def happen(self):
        form, _ = self.victims.staff(self.who, typed={"roles": ["finance"]})
        self.before = form.fields["roles"].values

    def undo(self):
        self.victims.staff(self.who, typed={"roles": self.before})


class Locked(Change):
    def happen(self):
        self.victims.staff(self.who, "/locking")

    def undo(self):
        self.victims.staff(self.who, "/unlocking")


class SignedOut(Change):
    def happen(self):
        other = self.victims.ground.stranger()
        other.cookies = dict(self.hand.cookies)
        other.post("/sign-out", [])


class SignedOutEverywhere(Change):
    def happen(self):
        other = self.victims.signed_in(self.who)
        other.submit(other.page("/sessions").form("/sessions/ending"), {})


class PasswordReset(Change):
    def happen(self):
        _, answer = self.victims.staff(self.who, "/password")
        self.once = PASSWORD.search(answer.text).group()

    def undo(self):
        """Signs in with what works once, and chooses a password of one's own."""
        ground = self.victims.ground
        hand = ground.fresh(self.who, self.once)
        new = f"a long one, {fresh_id()}, for {self.who}"
        form = hand.page("/password").form("/password")
        answer = hand.submit(form, {"current": self.once, "password": new, "repeated": new})
        if answer.status != 303:
            raise SystemExit(f"{self.who} cannot choose a password: {answer.status}")
        ground.passwords[self.who] = new


CHANGES = {
    "their role taken": RoleTaken, "locked": Locked, "signed out": SignedOut,
    "signed out everywhere": SignedOutEverywhere, "their password reset": PasswordReset}
