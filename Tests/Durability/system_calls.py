"""Reads what strace wrote: system calls with the moments, as line numbers, at which they began and returned."""

import re
from dataclasses import dataclass

CALLS = "fdatasync,fsync,rename,pwrite64,pwritev,write,writev,sendto,sendmsg,read,readv,recvfrom,recvmsg"
RECEIVING = {"read", "readv", "recvfrom", "recvmsg"}
SENDING = {"write", "writev", "sendto", "sendmsg"}
WRITING = {"write", "writev", "pwrite64", "pwritev"}
FLUSHING = {"fdatasync", "fsync"}

LINE = re.compile(r"^(\d+)\s+(.*)$")
RESUMED = re.compile(r"^<\.\.\. \w+ resumed>(.*)$")
CALL = re.compile(r"^(\w+)\(\d+<((?:->|[^<>])*)>(.*)$")
NAMING = re.compile(r'^(rename)\("([^"]*)", "([^"]*)"()')
RETURNED = re.compile(r"\)\s+= (-?\d+)")


@dataclass
class Call:
    name: str
    #: The path of the file, or both ends of the connection.
    of: str
    #: What it was called with besides; of a file that gets another name, that name.
    rest: str
    began: int
    ended: int
    result: int


def calls(lines):
    """Every traced call that returned, in the order of returning."""
    begun = {}
    for number, line in enumerate(lines):
        found = LINE.match(line)
        if not found:
            continue
        thread, text = found.groups()
        if text.endswith("<unfinished ...>"):
            begun[thread] = (text.removesuffix("<unfinished ...>"), number)
            continue
        began = number
        if resumed := RESUMED.match(text):
            start, began = begun.pop(thread, ("", number))
            text = start + resumed[1]
        call = CALL.match(text) or NAMING.match(text)
        returned = RETURNED.findall(text)
        if call and returned:
            yield Call(call[1], call[2], call[3], began, number, int(returned[-1]))
