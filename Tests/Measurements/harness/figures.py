"""Prints figures with the bounds that they must keep, and ends the program accordingly."""

import sys


class Figures:
    def __init__(self, title):
        self.broken = 0
        print(title)

    def note(self, name, value):
        print(f"  {name:<52} {value}", flush=True)

    def bound(self, name, value, holds, bound):
        """A figure that must keep a bound, which is given in words."""
        self.broken += not holds
        print(f"  {name:<52} {value:<14} must be {bound}{'' if holds else '   BROKEN'}", flush=True)

    def none(self, name, found):
        """Things that must not be; the first few are shown."""
        self.bound(name, str(len(found)), not found, "0")
        for one in found[:10]:
            print(f"    {one}")

    def end(self):
        print(f"{self.broken} bounds broken." if self.broken else "Every bound holds.")
        sys.exit(1 if self.broken else 0)
