"""The table of addresses as the source has it."""

import re

from harness.company import REPOSITORY

PATTERN = re.compile(r'static let (\w+) = (?:\w+<[^>]*>\()?"([^"]+)"')


def patterns():
    """Each URL pattern by its name in Paths, `/customers/:id` for `customer`."""
    found = {}
    for name, path in PATTERN.findall((REPOSITORY / "Sources/App/Paths.swift").read_text()):
        path = re.sub(r"\\\((\w+)\)", lambda inner: found[inner[1]], path)
        found[name] = re.sub(r"\{(\w+)\}", r":\1", path)
    return found


def route_tables():
    """The files of the route table with the addresses, quoted, in place of their names; too few are an error, as every
    test that goes over none of them would pass."""
    known = patterns()
    tables = [
        re.sub(r"\bPaths\.(\w+)(?=, use:)", lambda name: f'"{known[name[1]]}"', file.read_text())
        for file in sorted((REPOSITORY / "Sources/App/Routes").glob("*.swift"))]
    found = sum(len(re.findall(r'"/[^"]*", use:', table)) for table in tables)
    if found < 150:
        raise SystemExit(f"Only {found} routes were found in Sources/App/Routes; has its form changed?")
    return tables
