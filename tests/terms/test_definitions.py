"""What a document says of its own terms: entries of a list of them, on one line or two, and notes of the same form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terms.test_candidates import found
from yuedu.glossary.definitions import Defined, definitions

FIXTURE = Path(__file__).parents[1] / "fixtures" / "terms" / "definitions.md"
CASES = re.findall(r"^## (.+?)\n\n(.*?)\n\n→\n\n(.*?)\n*(?=^## |\Z)", FIXTURE.read_text(encoding="utf-8"), re.M | re.S)


def defined(text: str) -> list[Defined]:
    return definitions({f"note-2031.p{n}": line for n, line in enumerate(text.split("\n"), 1)})


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=title) for title, t, e in CASES])
def test_definitions(text: str, expected: str) -> None:
    lines = [f"{d.text} = {d.definition} ({d.part})" for d in defined(text)]
    assert ("\n".join(lines) or "nothing") == expected


def test_what_the_document_defines_comes_first_in_its_order() -> None:
    texts = (
        "推行“一卡通借”，建设“书香驿站”，办好“一窗通取”。",
        "用好“一卡通借”。",
        "名词解释",
        "1.“书香驿站”：指设在车站的书架。",
        "2.“一窗通取”：指在一个窗口取书。",
    )
    first, second, *rest = found(*texts).values()
    assert (first.text, first.count) == ("书香驿站", 2)
    assert first.definition is not None
    assert (first.definition.zh, first.definition.part) == ("指设在车站的书架。", "note-2031.p4")
    assert second.text == "一窗通取"
    assert {c.text for c in rest} >= {"一卡通借"}
    assert all(c.definition is None for c in rest)
