"""What a section, a passage and a sentence do, by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuedu.text.metadata import metadata
from yuedu.text.strands import HEADINGS, OPENINGS, SENTENCES, Strand, strand_of_sentence, strands

from .reading import FIXTURES, Case, cases, read_text, tree_of
from .test_never_lose import fuzz, texts

CASES = [pytest.param(case, id=case.title) for case in cases("strands.md", FIXTURES / "metadata")]


@pytest.mark.parametrize("case", CASES)
def test_a_document_does(case: Case) -> None:
    tree = tree_of(case.input)
    title = metadata(tree).title
    found = strands(tree, title.value if title else None)
    assert "\n".join(f"{path or '-'}: {p.strand} {p.words}".rstrip() for path, p in found.items()) == case.expected


@pytest.mark.parametrize("row", [*HEADINGS, *OPENINGS])
def test_every_row_has_its_example(row: tuple[Strand, object, str]) -> None:
    rows = HEADINGS if row in HEADINGS else OPENINGS
    assert next(strand for strand, pattern, _ in rows if pattern.search(row[2])) == row[0]


@pytest.mark.parametrize("row", SENTENCES)
def test_every_row_of_the_sentences_has_its_example(row: tuple[Strand, object, str]) -> None:
    found = strand_of_sentence(row[2], "context")
    assert found and found.strand == row[0] and found.words in row[2]


@pytest.mark.parametrize(
    ("zh", "default", "expected"),
    [
        ("省里将选择有条件的地市开展试点，各地要积极申报。", "asked", "planned"),
        ("各地要抓紧申报，省里将适时组织验收。", "planned", "asked"),
        ("要着力解决群众反映的存在问题。", "asked", "asked"),
        ("要清醒看到，我们还有差距。", "done", "gaps"),
        ("实现县域全覆盖。", "asked", None),
        ("实现县域全覆盖。", "done", "done"),
        ("这是重要的基础。", "asked", None),
        ("需要各方努力。", "asked", None),
        ("将数据纳入目录。", "asked", None),
        ("", "asked", None),
    ],
)
def test_a_sentence_does(zh: str, default: Strand, expected: Strand | None) -> None:
    found = strand_of_sentence(zh, default)
    assert (found.strand if found else None) == expected


@fuzz
@given(texts, st.sampled_from(["asked", "done", "planned", "gaps", "context", "occasion"]))
def test_any_text_has_strands_of_its_own_parts(text: str, default: Strand) -> None:
    tree = read_text(text).trees[0]
    title = metadata(tree).title
    known = {part.id.removeprefix("d.") for part in (*tree.sections, *tree.passages)} | {""}
    assert set(strands(tree, title.value if title else None)) <= known
    said = strand_of_sentence(text, default)
    assert said is None or said.words in text
