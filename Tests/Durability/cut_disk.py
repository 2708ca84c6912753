"""What a disk may hold after a power cut: what was flushed, and of all else whatever chance leaves.

A file that is flushed has its bytes, and not yet its name: that takes a flush of the folder. Of what was not flushed each
write is there, is not, or has its first sectors there; each size and each name is there or not. What a name depends on is
there when it is: no later change of a name survives an earlier one.
"""

import os
import shutil
import stat
from dataclasses import dataclass, field
from pathlib import Path

from disk_log import Kind

SECTOR = 512
NAMING = {Kind.CREATE, Kind.FOLDER, Kind.RENAME, Kind.LINK, Kind.UNLINK}
CHANGING = {Kind.WRITE, Kind.SIZE, Kind.ROOM}
#: How likely a change that was not flushed is there, by how often a file is so lucky.
LUCK = (0, 0, 0.3, 0.3, 0.7, 0.9, 0.97)


def resized(content, size):
    del content[size:]
    content.extend(bytes(size - len(content)))


def made(content, change, sectors=None, whole=None):
    """Makes a change; of a write, when it is said, so many sectors, as they are in the whole file."""
    if change.kind is not Kind.WRITE:
        # Room that is asked for makes no file shorter.
        resized(content, change.place if change.kind is Kind.SIZE else max(change.place, len(content)))
        return
    begin, end = change.place, change.place + len(change.bytes)
    if whole is not None:
        begin = begin // SECTOR * SECTOR
        end = min(begin + sectors * SECTOR, len(whole))
    if end > len(content):
        resized(content, end)
    content[begin:end] = change.bytes if whole is None else whole[begin:end]


@dataclass(eq=False)
class File:
    flushed: bytearray = field(default_factory=bytearray)
    #: Since the last flush.
    changes: list = field(default_factory=list)

    def flush(self, before):
        while self.changes and self.changes[0].number < before:
            made(self.flushed, self.changes.pop(0))

    def whole(self):
        content = bytearray(self.flushed)
        for change in self.changes:
            made(content, change)
        return content

    def left(self, chance):
        """What is there after the cut. A sector that is there holds all that was written to it until then."""
        whole, content, luck = bytearray(self.flushed), bytearray(self.flushed), chance.choice(LUCK)
        for change in self.changes:
            made(whole, change)
            draw = chance.random()
            sectors = -(-(change.place % SECTOR + len(change.bytes)) // SECTOR)
            if draw >= luck:
                # A third of what is unlucky is torn.
                sectors = chance.randrange(sectors) if change.kind is Kind.WRITE and draw > (2 + luck) / 3 else 0
            if sectors or draw < luck:
                made(content, change, sectors, whole)
        return content


@dataclass(eq=False)
class Naming:
    record: object
    #: The file that is made; None for a folder, and for what has one already.
    file: File | None
    is_flushed: bool = False

    @property
    def paths(self):
        return {path for path in (self.record.first, self.record.second) if path}

    def carry_out(self, names):
        kind, first, second = self.record.kind, self.record.first, self.record.second
        if kind in (Kind.CREATE, Kind.FOLDER):
            names[first] = self.file
        elif kind is Kind.UNLINK:
            names.pop(first, None)
        elif first in names:
            names[second] = names.pop(first) if kind is Kind.RENAME else names[first]


class Disk:
    """A folder as it is before a server starts; `log` is what that one then does to it."""

    def __init__(self, folder):
        self.folder, self.names, self.namings = Path(folder), {}, []
        self.inodes = {}
        for path in sorted(self.folder.rglob("*")):
            facts, name = path.lstat(), str(path.relative_to(self.folder))
            if stat.S_ISDIR(facts.st_mode):
                self.names[name] = None
            elif stat.S_ISREG(facts.st_mode) and not name.endswith("-shm"):
                self.names[name] = self.inodes.setdefault(facts.st_ino, File(bytearray(path.read_bytes())))

    def log(self, records, ignored=frozenset()):
        """Takes a journal, passing over the flushes that are ignored."""
        begun = {}
        for one in records:
            if one.kind in NAMING:
                file = File() if one.kind is Kind.CREATE else None
                if one.kind in (Kind.CREATE, Kind.FOLDER):
                    # A number is given again when what had it is gone.
                    self.inodes[one.inode] = file
                self.namings.append(Naming(one, file))
            elif one.kind in CHANGING:
                self._file(one.inode).changes.append(one)
            elif one.kind is Kind.FLUSH:
                begun[one.place] = one
            elif one.place not in ignored:
                self._flush(begun[one.place])
        wanted = set()
        for naming in reversed(self.namings):
            naming.is_flushed |= bool(naming.paths & wanted)
            wanted |= naming.paths if naming.is_flushed else set()
        return self

    def _file(self, inode):
        """One that no journal told the making of differs from what is there, which is found out in the end."""
        self.inodes[inode] = self.inodes.get(inode) or File()
        return self.inodes[inode]

    def _flush(self, begun):
        if file := self.inodes.get(begun.inode):
            file.flush(begun.number)
        for naming in self.namings:
            folders = {os.path.dirname(path) for path in naming.paths}
            naming.is_flushed |= naming.record.number < begun.number and begun.first in folders and not file

    def unflushed(self):
        """Changes that the cut puts in doubt."""
        files = dict.fromkeys(file for file in self.inodes.values() if file)
        return [change for file in files for change in file.changes] + [
            naming.record for naming in self.namings if not naming.is_flushed]

    def whole(self):
        """Every file as it was at the cut, as if all had been flushed."""
        names = dict(self.names)
        for naming in self.namings:
            naming.carry_out(names)
        return {name: file and bytes(file.whole()) for name, file in names.items()}

    def left(self, chance):
        """Every file as chance leaves it; a folder is None."""
        names, lost, luck = dict(self.names), set(), chance.choice(LUCK)
        for naming in self.namings:
            if naming.is_flushed or chance.random() < luck and not naming.paths & lost:
                naming.carry_out(names)
            else:
                lost |= naming.paths
        contents = {file: file.left(chance) for file in dict.fromkeys(names.values()) if file}
        reached = {"": True}
        for name in sorted(names):
            reached[name] = os.path.dirname(name) in reached and reached[os.path.dirname(name)]
        return {name: file and contents[file] for name, file in sorted(names.items()) if reached[name]}


def group(record):
    """What a change is counted under."""
    if record.kind in NAMING:
        return "names"
    name = os.path.basename(record.first)
    return name if name.startswith(("huifang.sqlite", "audit.head")) else "other files"


def as_it_is(folder):
    """Every file of a folder, as `whole` has them."""
    return Disk(folder).whole()


def lay_out(contents, folder):
    """Makes a folder hold just these files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(0o700)
    for name, content in contents.items():
        if content is None:
            (folder / name).mkdir(0o700)
        else:
            (folder / name).write_bytes(content)
            (folder / name).chmod(0o600)
