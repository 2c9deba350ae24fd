"""A person's terminal for the tests: single keys, and Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest


class Terminal:
    """A command of `yuedu` in a pseudo-terminal of 110 columns."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-c", "from yuedu.cli import main; main()", *arguments]
        env = {**os.environ, "COLUMNS": "110", "LINES": "40", "TERM": "xterm"}
        self.process = subprocess.Popen(
            command,
            cwd=root,
            env=env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C reaches it
        )
        os.close(theirs)
        self.seen = ""

    def until(self, words: str, seconds: float = 20) -> bool:
        """Read until the words come; False where they do not in time."""
        self.seen = ""
        end = time.monotonic() + seconds
        while words not in self.seen:
            if time.monotonic() > end:
                return False
            if select.select([self.ours], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.ours, 65536).decode(errors="replace")
                except OSError:
                    pytest.fail(f"ended before {words!r}: {self.seen}")
        return True

    def press(self, key: str, words: str) -> None:
        """Press a key until it is answered: a terminal that turns to single keys forgets what was typed before."""
        for _ in range(8):
            os.write(self.ours, key.encode())
            if self.until(words, 2.5):
                return
        pytest.fail(f"{key!r} is not answered by {words!r}: {self.seen}")

    def close(self) -> int:
        code = self.process.wait(60)
        os.close(self.ours)
        return code
