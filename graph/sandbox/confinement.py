"""What a child process may open once it is shut in: no connection, and of files none but the rest of its store's."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
from collections.abc import Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path

_AT_ONCE = 4096
"""Files that the engine may hold open, where the system grants as many: with fewer it would close some and open them again."""
_DESCRIPTORS = Path("/dev/fd")

_NO_NEW_PRIVILEGES, _SET_FILTER, _BY_PROGRAM = 38, 22, 2
"""Of prctl(2): PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP and SECCOMP_MODE_FILTER."""
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
"""Of classic BPF: a word of the call's data, two comparisons with it, the verdict."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_NUMBER, _MACHINE = 0, 4
"""Offsets in the call's data (struct seccomp_data)."""
_OTHER_TABLE = 0x40000000
"""From here on the same calls have numbers of a second table (x32)."""
_SOCKET_OF = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Machine to its name for the kernel (AUDIT_ARCH) and the number of socket(2)."""
_RING = 425
"""io_uring_setup(2), by which a connection can be had without socket(2)."""


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("then", ctypes.c_ubyte),
        ("otherwise", ctypes.c_ubyte),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("first", ctypes.POINTER(_Instruction)))


def make_room_for_files() -> None:
    """Let this process hold as many files open as the engine may need, before it opens a store."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _AT_ONCE if hard == resource.RLIM_INFINITY else min(hard, _AT_ONCE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def refuse_files(folder: Path) -> None:
    """Let this process open no further file but those of its store that are not open yet.

    Arguments: folder, of a store that this process has open. The engine opens 16 data files of a store with it and each
    other one where it is first searched; where all are open, nothing can be opened any more.
    Raises OSError where the store has more files than this process may open.
    """
    missing = _data_files(folder) - set(_open_files())
    free = (number for number in count() if not _is_open(number))
    limit = max(islice(free, len(missing)), default=-1) + 1
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    except ValueError as error:
        reason = f"it has {len(missing)} more files than this process may open: raise ulimit -n"
        raise OSError(errno.EMFILE, reason) from error


def refuse_connections() -> bool:
    """Let the kernel refuse every new socket to this thread and to those it starts; return whether it can.

    Only Linux can, on the usual machines. Elsewhere it is `graph.sandbox.guard` alone that refuses what would connect, and only
    while files of the store are left to be opened.
    """
    machine, socket = _SOCKET_OF.get(platform.machine(), (0, 0))
    if platform.system() != "Linux" or not socket:
        return False
    steps = (
        (_LOAD, 0, 0, _MACHINE),
        (_IF_EQUAL, 0, 5, machine),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_AT_LEAST, 3, 0, _OTHER_TABLE),
        (_IF_EQUAL, 2, 0, socket),
        (_IF_EQUAL, 1, 0, _RING),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    )
    program = _Program(len(steps), (_Instruction * len(steps))(*(_Instruction(*step) for step in steps)))
    prctl = ctypes.CDLL(None).prctl
    zero = ctypes.c_ulong(0)
    if prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero) != 0:
        return False
    filtered: int = prctl(_SET_FILTER, ctypes.c_ulong(_BY_PROGRAM), ctypes.byref(program), zero, zero)
    return filtered == 0


def _data_files(folder: Path) -> set[tuple[int, int]]:
    """Return the data files of a store, each by what the system knows it by."""
    stats = (file.stat() for file in folder.glob("*.sst"))
    return {(stat.st_dev, stat.st_ino) for stat in stats}


def _open_files() -> Iterator[tuple[int, int]]:
    for name in os.listdir(_DESCRIPTORS):
        with suppress(OSError):  # that of the listing itself is closed by now
            stat = os.fstat(int(name))
            yield stat.st_dev, stat.st_ino


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
