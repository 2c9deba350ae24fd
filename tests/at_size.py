"""The real project with a few more documents, built as if a page held little: everything that can be divided is.

What one page holds is made small instead of the text large; the addresses are those of a large project.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from yuedu.cli import main
from yuedu.pages import budget

SMALL = {
    "LINES": 8,
    "FIGURES_OF_LINES": 5,
    "ROWS": 30,
    "NEWEST_ROWS": 20,
    "DATES": 6,
    "TERMS": 100,
    "PLACES": 100,
    "TERMS_OF_A_LETTER": 15,
    "USES": 20,
    "CARDS": 10,
    "DOCUMENTS": 4,
    "TEXTS": 3,
}
DOCUMENTS = 5
"""Beside the real ones; of five years."""


def project_at_size(target: Path) -> None:
    """Make the project and build its docs/."""
    bench = ROOT / "bench" / "recombined.py"
    spec = importlib.util.spec_from_file_location("recombined", bench)
    assert spec and spec.loader
    recombined = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(recombined)
    recombined.make(target, DOCUMENTS, size=recombined.SHORT)
    (target / "seeds/ledger.txt").unlink()  # no page of it was ever whole
    before = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in SMALL.items():
            patch.setattr(budget, name, value)
        os.chdir(target)
        try:
            result = CliRunner().invoke(main, ["build"], prog_name="yuedu", catch_exceptions=False)
        finally:
            os.chdir(before)
    assert result.exit_code == 0, result.output
