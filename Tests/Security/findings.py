"""The figures of an attack: ways in, of which there must be none, and proofs that one would have been counted."""

from harness.figures import Figures


class Findings(Figures):
    def proof(self, what, is_counted):
        """Something that is no way in but looks like one, judged by the same rule as all that was tried."""
        self.bound(f"would count: {what}", "yes" if is_counted else "no", is_counted, "yes, or nothing was proven")

    def tried(self, what, count, least=1):
        """How often something was tried, as what is never tried never fails."""
        self.bound(what, str(count), count >= least, f"{least} at least, or nothing was tried")

    def ways_in(self, by, found):
        self.none(f"ways in {by}", found)
