"""What somebody at work would look for and open, drawn by lot from a company's own data."""

SAMPLE = 25


def searches(database, choice):
    """Words to find customers by, of each kind that people type."""
    people = _lot(database, choice, "SELECT name, address FROM customer")
    phones = [row["digits"] for row in _lot(database, choice, "SELECT digits FROM customer_phone")]
    numbers = [row["number"] for row in _lot(database, choice, "SELECT number FROM project")]
    names = [row["name"] for row in people]
    addresses = [row["address"] for row in people]
    return {
        "two characters of a name": [name[-2:] for name in names],
        "one character": [name[0] for name in names],
        "a character that everybody has": ["号", "室", "1"],
        "a whole name": names,
        "four digits of a phone": [phone[4:8] for phone in phones],
        "seven digits of a phone": [phone[2:9] for phone in phones],
        "a whole phone": phones,
        "part of a project's number": [number[:7] for number in numbers],
        "a whole number of a project": numbers,
        "two characters of an address": [address[6:8] for address in addresses],
        "half an address": [address[: len(address) // 2] for address in addresses],
        "the end of an address": [address[-8:] for address in addresses],
        "name and address": [f"{name} {address[3:8]}" for name, address in zip(names, addresses)],
        "nobody, two characters": ["龘靐", "齉爩"],
        "nobody, one character": ["龘", "靐"],
        "nobody, from parts that many have": ["王号室", "路路路路", "1381381381", "号园路区单元号幢"],
        "nobody, two that many have": ["王 龘", "号 靐"],
    }


def things(database, choice):
    """Pages of single things, and lists without a filter."""
    def ids(sql):
        return [row["id"] for row in _lot(database, choice, sql)]

    mine = "FROM follow_up f JOIN member m ON m.id = f.agent_id WHERE m.username = 'agent' AND f.state"
    return {
        "customers, no filter": ["/customers"],
        "customers, grade A and key": ["/customers?grade=A&key=yes"],
        "customers, last page": ["/customers?page=2000"],
        "customer": [f"/customers/{id}" for id in ids("SELECT id FROM customer")],
        "project": [f"/projects/{id}" for id in ids("SELECT id FROM project")],
        "project, form": [f"/projects/{id}/edit" for id in ids("SELECT id FROM project")],
        "follow-up": [f"/follow-ups/{id}" for id in ids(f"SELECT f.id {mine} = 'done'")],
        "sheet": [f"/follow-ups/{id}/sheet" for id in ids(f"SELECT f.id {mine} = 'owed' AND f.is_tentative = 0")],
    }


def _lot(database, choice, sql):
    rows = database.execute(sql).fetchall()
    return choice.sample(rows, min(SAMPLE, len(rows)))
