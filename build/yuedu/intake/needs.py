"""The libraries that only intake needs: imported when a file asks for them, and named when they are not there."""

from __future__ import annotations

import importlib
from importlib.metadata import version
from types import ModuleType

from yuedu.errors import SourceError

INSTALL = "pip install -e '.[intake]' where this project's own code lies, else pip install 'yuedu[intake]'"
DISTRIBUTIONS = {"docx": "python-docx", "markdown_it": "markdown-it-py"}
"""Modules whose distribution has another name."""


def library(module: str, name: str, kind: str) -> ModuleType:
    """A library that reads a kind of file (`.docx`); `SourceError` on the file `name` where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise SourceError(name, None, f"reading a {kind} needs {_distribution(module)}", INSTALL) from error


def maker(module: str) -> str:
    """The name and installed version of a library, as `Converted.converter` has them: `python-docx 1.2.0`."""
    return f"{_distribution(module)} {version(_distribution(module))}"


def _distribution(module: str) -> str:
    top = module.partition(".")[0]
    return DISTRIBUTIONS.get(top, top)
