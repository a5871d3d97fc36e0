"""The real program in a real pseudo-terminal, driven by keys and read as a person would."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyte

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pgdn": "\x1b[6~",
    "space": " ",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f12": "\x1b[24~",
}
PATIENCE = 120.0
"""Seconds to wait for a text: far more than a slow machine needs, so that only a fault runs into it."""
QUIET = 0.15
"""Seconds without output after which a screen counts as drawn."""

ACTIVE = frozenset("RD")
"""States of a Linux thread that has work: running or ready to, and waiting for a disk."""


class Terminal:
    """A program of 120x40 (or another size) in a pty. Close it when done: it must not outlive the test."""

    def __init__(
        self, command: Sequence[str | Path], home: Path, *, columns: int = 120, rows: int = 40, **extra: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._master = master
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=home,
            env=omgeving(home, extra),
            start_new_session=True,
        )
        os.close(slave)

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, pattern: str, patience: float = PATIENCE) -> str:
        """Wait until this (a regular expression) stands on the screen; answers the screen."""
        end = time.monotonic() + patience
        while not re.search(pattern, self.text):
            if time.monotonic() > end or not self._read(0.1):
                raise AssertionError(f"waited for {pattern!r}; the screen says:\n{self.text}")
        return self._finish_frame()

    def _finish_frame(self) -> str:
        """Take in the rest of a picture of which a part is there."""
        end = time.monotonic() + PATIENCE
        before = -1
        while len(self.raw) != before and time.monotonic() < end:
            before = len(self.raw)
            self._read(QUIET / 3)
        return self.text

    def settle(self) -> str:
        """Wait until nothing is drawn any more and the program rests; answers the screen."""
        end = time.monotonic() + PATIENCE
        last = time.monotonic()
        while time.monotonic() - last < QUIET and time.monotonic() < end:
            before = len(self.raw)
            if not self._read(QUIET / 3):
                break
            if len(self.raw) != before or self._works():
                last = time.monotonic()
        return self.text

    def _works(self) -> bool:
        """A thread of the program runs or waits for a processor: on a busy machine silence says nothing.

        False where the system does not tell.
        """
        return any(_state(thread) in ACTIVE for thread in _threads(self.process.pid))

    def press(self, *keys: str) -> str:
        """Press keys by name (`f2`, `ctrl+l`, `enter`) or type a text; waits for a drawn screen each time."""
        for key in keys:
            os.write(self._master, _bytes(key))
            self.settle()
        return self.text

    def finish_work(self) -> None:
        """Wait while the program has work: on a busy machine what is due may not have had its turn yet.

        A timer that is not due is no work: what the program means to do later, it has not done after this.
        """
        end = time.monotonic() + PATIENCE
        while self._works() and time.monotonic() < end:
            self._read(QUIET / 30)

    def kill(self) -> None:
        """Pull the plug: SIGKILL, as when the battery dies."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def wait_for_exit(self, patience: float = PATIENCE) -> int:
        """Wait until the program ends by itself; answers its exit status."""
        end = time.monotonic() + patience
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        assert self.process.returncode is not None, f"still running:\n{self.text}"
        return self.process.returncode

    def close(self) -> None:
        """End the program if it still runs, and let go of the terminal."""
        if self.process.poll() is None:
            self.kill()
        os.close(self._master)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, patience: float) -> bool:
        """Take in what was drawn; False when the program is gone."""
        ready, _, _ = select.select([self._master], [], [], patience)
        if not ready:
            return self.process.poll() is None
        try:
            data = os.read(self._master, 65_536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)


def _bytes(key: str) -> bytes:
    if key in KEYS:
        return KEYS[key].encode()
    if re.fullmatch(r"ctrl\+[a-z]", key):
        return bytes([ord(key[-1]) - ord("a") + 1])
    return key.encode()


def omgeving(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Nothing of this machine but where its programs stand."""
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "TMPDIR": str(home / "tmp"),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **(extra or {}),
    }


def _threads(pid: int) -> Iterator[Path]:
    """The threads of a process and of the processes that it started."""
    for thread in Path(f"/proc/{pid}/task").glob("*"):
        yield thread
        with suppress(OSError):
            for child in (thread / "children").read_text().split():
                yield from _threads(int(child))


def _state(thread: Path) -> str:
    """One letter; empty when the thread is gone."""
    with suppress(OSError):
        return (thread / "stat").read_text().rpartition(")")[2].split()[0]
    return ""
