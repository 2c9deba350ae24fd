"""A reader of a format in a process of its own, with limits: whatever a file does to it, the answer is a text or an error.

The child is given the bytes and gives back JSON. Time is limited everywhere, memory where the system can (POSIX).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import yuedu
from yuedu.errors import SourceError
from yuedu.intake.converted import Converted

SECONDS = 120
"""A PDF of a thousand pages takes less."""
MEMORY = 3 << 30
"""Bytes of address space, of which the libraries themselves reserve some hundred MB."""
REMEDY = "open it in the program that made it and save it anew, or copy its text into a .txt file"


def within_limits(reader: str, data: bytes, name: str, seconds: float = SECONDS, memory: int = MEMORY) -> Converted:
    """What `reader` (`module:function`) makes of the bytes; raises its `SourceError`, or one that says what it ran into."""
    command = [sys.executable, "-m", "yuedu.intake.child", reader, name, str(memory)]
    paths = [str(Path(yuedu.__path__[0]).parent), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, env=environment, check=False)
    except subprocess.TimeoutExpired:
        raise SourceError(
            name, None, f"not read after {seconds:.0f} seconds: it is damaged, or too large", REMEDY
        ) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        how = f"signal {-done.returncode}" if done.returncode < 0 else f"exit code {done.returncode}"
        raise SourceError(name, None, f"its reader came to a stop ({how}): it is damaged", REMEDY) from None
    if "text" in answer:
        return Converted(answer["text"], answer["converter"], tuple(answer["notes"]))
    raise SourceError(name, answer["line"], answer["message"], answer["remedy"] or REMEDY)
