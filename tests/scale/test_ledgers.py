"""The ledger of a document: written short, read back whole; what it names cannot vanish."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.editing.project import Project
from tests.scale.library import build, document, good, source
from yuedu.store.ledger import packed, unpacked

_number = st.integers(1, 40).map(str)
_section = st.lists(st.one_of(_number, _number.map(lambda n: f"a{n}")), min_size=1, max_size=3).map(".".join)
_passage = st.one_of(_number.map(lambda n: f"p{n}"), st.tuples(_section, _number).map(lambda x: f"{x[0]}.p{x[1]}"))
_inside = st.tuples(_passage, st.sampled_from("sf"), st.integers(0, 400)).map(lambda x: f"{x[0]}.{x[1]}{x[2]}")
_line = st.sampled_from(["title", "date", "byline", "salutation", "signature", "footnote-2", "furniture-11"])
parts = st.sets(st.one_of(_section, _passage, _inside, _line), max_size=60)


@given(parts)
def test_what_is_packed_is_unpacked(found: set[str]) -> None:
    text = packed(found)
    assert unpacked(text) == found
    assert packed(unpacked(f"# A head.\n{text}")) == text


@given(parts, parts)
def test_it_does_not_depend_on_the_order(one: set[str], other: set[str]) -> None:
    assert packed([*sorted(one | other)]) == packed([*sorted(one | other, reverse=True)])


def test_a_document_has_a_ledger_of_its_own(built: Project) -> None:
    text = built.read("seeds/ledger/paper-2.txt")
    assert text.startswith("# What paper-2 has published, a part a line.")
    assert {"1", "2", "1.p1", "1.p1.s1", "1.p1.s2", "1.p4.s2", "2.p1", "2.p1.f6"} <= unpacked(text)
    assert "1.p1 s1-2" in text
    everything = built.read("seeds/ledger.txt")
    assert "paper-2.1" not in everything
    assert "/speeches/paper-2/\n" in everything


def test_it_only_grows(built: Project) -> None:
    before = unpacked(built.read("seeds/ledger/paper-2.txt"))
    source(
        built,
        "seeds/paper-02",
        lambda text: text.replace("要办好第2批第4项借阅服务。", "要办好第2批第4项借阅服务。请记住。"),
    )
    result = build(built)
    if result.exit_code == 2:  # a figure has moved, and with it the address that its offset gives it
        assert "/figures/paper-2/#paper-2.1.p4.f" in result.output
    else:
        assert before < unpacked(built.read("seeds/ledger/paper-2.txt"))


def test_what_was_published_cannot_vanish(built: Project) -> None:
    before = built.bytes()
    last = "今年培训馆员20名。馆舍将改造2处。"
    source(built, "seeds/paper-02", lambda text: text.replace(last, last.partition("。")[0] + "。"))
    result = build(built)
    assert result.exit_code == 2
    assert "seeds/ledger.txt: " in result.output and "would vanish" in result.output
    assert "/speeches/paper-2/#paper-2.2.p1.s2" in result.output
    assert "seeds/redirects.yml" in result.output
    after = built.bytes()
    assert [p for p in before if not p.startswith("seeds/paper-02/") and after.get(p) != before[p]] == []


def test_with_a_redirect_it_may_go(built: Project) -> None:
    last = "今年培训馆员20名。馆舍将改造2处。"
    source(built, "seeds/paper-02", lambda text: text.replace(last, last.partition("。")[0] + "。"))
    redirects = '"/speeches/paper-2/#paper-2.2.p1.s2": "/speeches/paper-2/#paper-2.2.p1"\n'
    figure = [a for a in unpacked(built.read("seeds/ledger/paper-2.txt")) if a.startswith("2.p1.f") and a != "2.p1.f6"]
    redirects += "".join(f'"/figures/paper-2/#paper-2.{a}": "/figures/paper-2/"\n' for a in figure)
    built.write("seeds/redirects.yml", redirects)
    good(built)
    assert "2.p1 s1-2" in built.read("seeds/ledger/paper-2.txt")


def test_a_whole_document_cannot_vanish(built: Project) -> None:
    import shutil

    shutil.rmtree(built.root / "seeds/paper-06")
    result = build(built)
    assert result.exit_code == 2
    assert "/figures/paper-6/" in result.output or "/speeches/paper-6/" in result.output


def test_another_date_or_topic_lets_nothing_vanish(built: Project) -> None:
    document(built, 2, date="2034-01-01", topics={"1": "upkeep", "2": "lending"})
    good(built)


def test_a_fragment_of_a_year_s_page_that_is_needed_no_more_may_be_redirected(built: Project) -> None:
    """Such a page stays as little as one that an editor has redirected: its own heading may lead on elsewhere."""
    assert "/topics/lending/2034/#page\n" in built.read("seeds/ledger.txt")
    document(built, 6, date="2033-05-01")
    built.write("seeds/redirects.yml", '"/topics/lending/2034/#page": "/topics/lending/2033/#page"\n')
    good(built)
    assert 'url=../../../topics/lending/"' in built.read("docs/topics/lending/2034/index.md")
