"""What a server changes on its disk and what it flushes, in order: disk_log.c, compiled when it is needed, the small file
that tells it at which change the power is cut, and the journal that it writes.
"""

import enum
import mmap
import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "disk_log.c"
#: As `struct head` and `struct control` in disk_log.c have them.
HEAD = struct.Struct("=IIIIQq")
CONTROL = struct.Struct("=Ii")


class Kind(enum.IntEnum):
    WRITE, SIZE, ROOM, CREATE, FOLDER, RENAME, LINK, UNLINK, FLUSH, FLUSHED, IS, CAME_TO = range(1, 13)


#: At which changes the power can be cut, and within how many of them after the clients began.
AIMS = {"any change": (1, 1500), "a flush": (2, 60), "a name": (4, 40), "the database": (8, 60)}


@dataclass(frozen=True)
class Record:
    """One change, or the beginning or the end of a flush, which `place` then numbers."""
    number: int
    kind: Kind
    inode: int
    place: int
    first: str
    second: str
    bytes: bytes


class DiskLog:
    """`wrapper` runs a command on the disk that is watched; the journal lies outside the folder."""

    def __init__(self, folder, work):
        compiler = shutil.which("cc") or shutil.which("gcc")
        if compiler is None:
            sys.exit("There is no C compiler. Install one: apt-get install gcc libc6-dev")
        library, cut, self._journal = Path(work) / "disk_log.so", Path(work) / "cut", Path(work) / "journal"
        subprocess.run(
            [compiler, "-O1", "-Wall", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"], check=True)
        cut.write_bytes(bytes(CONTROL.size))
        with open(cut, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), CONTROL.size)
        self._folder = os.path.realpath(folder) + "/"
        self.wrapper = [
            "env", f"LD_PRELOAD={library}", f"HUIFANG_LOGGED={folder}", f"HUIFANG_JOURNAL={self._journal}",
            f"HUIFANG_CUT={cut}"]

    def begin(self):
        """An empty journal, and no cut; before the server starts."""
        self._map[:] = bytes(CONTROL.size)
        self._journal.write_bytes(b"")

    def cut(self, aim, count):
        """The power is to be cut at the change that is so many away."""
        self._map[4:8] = struct.pack("=i", count)
        self._map[0:4] = struct.pack("=I", aim)

    def records(self):
        """What was made, in the order in which it was; the last may not have been."""
        journal, at, found = self._journal.read_bytes(), 0, []
        while at + HEAD.size <= len(journal):
            kind, first, second, size, inode, place = HEAD.unpack_from(journal, at)
            at += HEAD.size
            if at + first + second + size > len(journal):
                break
            paths = [journal[at:at + first].decode(), journal[at + first:at + first + second].decode()]
            at += first + second + size
            self._add(found, Kind(kind), inode, place, paths, journal[at - size:at])
        return found

    def _add(self, found, kind, inode, place, paths, bytes):
        if kind is Kind.IS:
            found[-1] = replace(found[-1], inode=inode)
        elif kind is Kind.CAME_TO and place and found[-1].kind is Kind.WRITE:
            found[-1] = replace(found[-1], bytes=found[-1].bytes[:place])
        elif kind is Kind.CAME_TO:
            found.pop()
        else:
            first, second = (path.removeprefix(self._folder) if path != self._folder[:-1] else "" for path in paths)
            found.append(Record(len(found), kind, inode, place, first, second, bytes))


def left_out_by_normal(records):
    """Flushes of the write-ahead log that PRAGMA synchronous = NORMAL would not make: after a commit, not before a
    checkpoint nor after the log's own first bytes."""
    left_out, latest, is_head = set(), None, False
    for one in records:
        if one.first.endswith("-wal") and one.kind is Kind.WRITE:
            is_head, latest = one.place == 0, None
        elif one.first.endswith("-wal") and one.kind is Kind.FLUSH and not is_head:
            left_out.add(one.place)
            latest = one.place
        elif one.first.endswith(".sqlite") and one.kind is Kind.WRITE:
            left_out.discard(latest)
    return left_out
