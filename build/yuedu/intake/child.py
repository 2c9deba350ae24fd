"""The child process of `limits`: `python -m yuedu.intake.child MODULE:FUNCTION NAME MEMORY`, bytes in, JSON out."""

from __future__ import annotations

import importlib
import io
import json
import sys
import warnings

from yuedu.errors import SourceError
from yuedu.intake.limits import REMEDY


def main(reader: str, name: str, memory: str) -> None:
    """Read standard input and print a text with its notes, or an error; nothing else may reach standard output."""
    out, sys.stdout = sys.stdout, io.StringIO()
    _limit(int(memory))
    warnings.simplefilter("ignore")
    module, _, function = reader.partition(":")
    try:
        converted = getattr(importlib.import_module(module), function)(sys.stdin.buffer.read(), name)
        answer = {"text": converted.text, "converter": converted.converter, "notes": converted.notes}
    except SourceError as error:
        answer = {"line": error.line, "message": error.message, "remedy": error.remedy}
    except MemoryError:
        answer = {"line": None, "message": "it unpacks to more than memory allows", "remedy": REMEDY}
    except RecursionError:
        answer = {"line": None, "message": "it is nested too deep", "remedy": REMEDY}
    except Exception as error:  # the one border at which a library's own exceptions end
        answer = {"line": None, "message": f"cannot be read: {type(error).__name__}: {error}"[:300], "remedy": REMEDY}
    out.buffer.write(json.dumps(answer).encode())  # escaped, so that a lone surrogate does no harm
    out.buffer.flush()


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not POSIX
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(*sys.argv[1:])
