"""A disk that fails when it is told to: faults.c, compiled when it is needed, and the small file that steers it."""

import errno
import mmap
import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

WRITES, FLUSHES, TRUNCATES, READS = 1, 2, 4, 8
NAMES = {WRITES: "write", FLUSHES: "flush", TRUNCATES: "truncate", READS: "read"}
ALL = sum(NAMES)
PARTS = ("-wal", ".sqlite", "audit.head", "attachments", "")
SOURCE = Path(__file__).resolve().parent / "faults.c"

#: As `struct control` in faults.c has it.
LAYOUT = struct.Struct("=IIIIIIq512s64s")
FAILED = struct.Struct("=I")


@dataclass(frozen=True)
class Fault:
    kinds: int
    code: int
    part: str
    every: int = 1
    is_torn: bool = False

    def __str__(self):
        kinds = "+".join(name for bit, name in NAMES.items() if self.kinds & bit)
        often = "" if self.every == 1 else f", each {self.every}th"
        return f"{kinds} of {self.part or 'any file'}: {errno.errorcode[self.code]}{often}{', torn' * self.is_torn}"

    @property
    def stops_writing(self):
        """Whether no change at all can reach the disk meanwhile."""
        return self.part in ("-wal", "") and self.every == 1 and bool(self.kinds & (WRITES | FLUSHES))

    @staticmethod
    def drawn(choice, allowed):
        """Of the kinds that are allowed."""
        part = choice.choices(PARTS, (6, 3, 2, 2, 4))[0]
        all_kinds = (WRITES, WRITES, FLUSHES, WRITES | FLUSHES, READS, WRITES | FLUSHES | TRUNCATES | READS)
        kinds = choice.choice([kinds & allowed for kinds in all_kinds if kinds & allowed])
        code = errno.EIO if kinds & READS else choice.choice((errno.EIO, errno.ENOSPC))
        return Fault(kinds, code, part, choice.choice((1, 1, 1, 2, 3, 7)), choice.random() < 0.3)


class FaultyDisk:
    """`wrapper` runs a command on it."""

    def __init__(self, folder, work):
        compiler = shutil.which("cc") or shutil.which("gcc")
        if compiler is None:
            sys.exit("There is no C compiler. Install one: apt-get install gcc libc6-dev")
        library, self._file = Path(work) / "faults.so", Path(work) / "faults"
        subprocess.run(
            [compiler, "-O1", "-Wall", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"], check=True)
        self.folder = os.path.realpath(folder).encode() + b"/"
        self._file.write_bytes(bytes(LAYOUT.size))
        with open(self._file, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), LAYOUT.size)
        self.lift()
        self.wrapper = ["env", f"LD_PRELOAD={library}", f"HUIFANG_FAULTS={self._file}"]

    def _write(self, armed, fault, budget=-1):
        # Which kinds fail is taken away first and written last, so that no call sees half of it.
        code, every, torn, part = (fault.code, fault.every, fault.is_torn, fault.part) if fault else (0, 1, 0, "")
        self._map[0:4] = bytes(4)
        self._map[4:LAYOUT.size] = LAYOUT.pack(0, code, every, torn, 0, 0, budget, self.folder, part.encode())[4:]
        self._map[0:4] = struct.pack("=I", armed)

    def arm(self, fault):
        self._write(fault.kinds, fault)

    def limit(self, budget):
        """Lets files grow by that many bytes altogether."""
        self._write(0, None, budget)

    def lift(self):
        """The disk is sound again; returns how many calls failed."""
        failed = self.failed
        self._map[0:4] = bytes(4)
        self._map[24:32] = struct.pack("=q", -1)
        self._map[32:32 + len(self.folder) + 1] = self.folder + b"\0"
        return failed

    @property
    def failed(self):
        return FAILED.unpack_from(self._map, 20)[0]
