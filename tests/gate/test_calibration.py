"""Both measures of the number rules on official pairs, from the folder named by YUEDU_CALIBRATION."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from yuedu.checks.gate import gate

ROOT = Path(__file__).parents[2]
FOLDER = os.environ.get("YUEDU_CALIBRATION", "")
FILES = sorted(Path(FOLDER).glob("*.tsv")) if FOLDER else []

pytestmark = pytest.mark.skipif(
    not FILES, reason="no official pairs: set YUEDU_CALIBRATION to a folder of *.tsv (Chinese and English last)"
)


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """bench/calibration.py, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("calibration", ROOT / "bench" / "calibration.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_at_most_one_in_two_hundred_figures_is_alarmed_wrongly(bench: ModuleType) -> None:
    pairs = [pair for file in FILES for pair in bench._pairs(file)]
    measured = sum(q.measured for pair in pairs for q in pair.quantities)
    alarms = [f for pair in pairs for f in gate(pair, bench.RULES)]
    wrong = [f for f in alarms if not bench.JUDGED.get(f.message, "").startswith("true")]
    assert measured > 100
    assert len(wrong) <= measured / 200, wrong


def test_breaks_are_caught(bench: ModuleType) -> None:
    pairs = [pair for file in FILES for pair in bench._pairs(file)]
    silent = [pair for pair in pairs if not gate(pair, bench.RULES)]
    tried, caught, missed = bench._catches(silent)
    kinds = [kind for kind in bench.RIGHT if kind != "two figures exchanged"]
    assert all(tried[kind] >= 100 for kind in kinds)
    assert sum(tried[kind] for kind in kinds) >= 2000
    assert all(caught[kind] >= 0.97 * tried[kind] for kind in kinds), missed
    assert sum(caught[kind] for kind in kinds) >= 0.99 * sum(tried[kind] for kind in kinds), missed
