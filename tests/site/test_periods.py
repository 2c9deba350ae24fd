"""What a table says of a figure's period is no more than what was read."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize("system", ["yueshengshi", "yuezhengyi"])
def test_a_period_that_was_not_read_is_not_said_to_be_unstated(root: Path, system: str) -> None:
    """疫情期间达到5亿次: the sentence states a period, and the rule reads none."""
    page = (root / "docs" / "systems" / system / "index.md").read_text(encoding="utf-8")
    assert "no period read; see the sentence" in page
    assert "not in the sentence" not in page and "本句未载" not in page
