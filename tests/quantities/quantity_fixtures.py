"""Reads the Markdown fixtures: title, context, text, expected quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, cast

from yuedu.quantities.model import Context, Quantity

FOLDER = Path(__file__).parents[1] / "fixtures" / "quantities"


class Case(NamedTuple):
    title: str
    context: Context
    text: str
    names: tuple[tuple[int, int], ...]
    expected: tuple[str, ...]


def cases(name: str) -> Iterator[Case]:
    """The cases of a fixture; ⟦…⟧ in a text marks a name and is taken out."""
    for block in re.split(r"^## ", (FOLDER / name).read_text(encoding="utf-8"), flags=re.M)[1:]:
        lines = block.strip().split("\n")
        year, status = lines[1].split()
        context = Context(None if year == "-" else int(year), cast(Literal["actual", "plan"], status))
        marked = "\n".join(line.removeprefix("> ") for line in lines[2:] if line.startswith(">"))
        text, names = marked, []
        while match := re.search("⟦([^⟧]*)⟧", text):
            text = text[: match.start()] + match[1] + text[match.end() :]
            names.append((match.start(), match.start() + len(match[1])))
        expected = tuple(_normal(line.removeprefix("- ")) for line in lines[2:] if line.startswith("- "))
        assert all(len(line.split(" | ")) == 7 for line in expected), lines[0]
        yield Case(lines[0], context, text, tuple(names), expected)


def _normal(row: str) -> str:
    return " | ".join(cell.strip() for cell in row.split("|"))


def row(quantity: Quantity) -> str:
    """A quantity as a fixture writes it."""
    value = quantity.value if quantity.value_max is None else f"{quantity.value}..{quantity.value_max}"
    cells = (
        quantity.zh, quantity.type, value, quantity.unit_zh, quantity.bound, quantity.status, quantity.period or "-"
    )  # fmt: skip
    return " | ".join(cells)
