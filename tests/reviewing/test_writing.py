"""The one writer of `summaries/`: what is saved reads back, stands where it belongs, and nothing else moves a byte."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.editing.project import MINI, SUMMARIES, Project
from yuedu.errors import EditorError
from yuedu.sources.reviews import Dismissal
from yuedu.sources.summaries import FigureLabel, Omission, Segment, Summary, TranslatorNote
from yuedu.sources.synopses import FILE, Sentence, Synopsis, SynopsisFile
from yuedu.store.english import ChangedError, reading_order, save, save_synopses
from yuedu.store.sources import read_yaml

P1, P2, P3, P4 = (f"note-2031.1.p{n}" for n in (1, 2, 3, 4))

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(lambda t: t.strip())
SUMMARY = st.builds(
    Summary,
    source=st.text("0123456789abcdef", min_size=64, max_size=64),
    state=st.sampled_from(["draft", "reviewed"]),
    drafted_by=WORDS,
    reviewed_by=st.none() | WORDS,
    reviewer_kind=st.sampled_from([None, "model", "person"]),
    reviewed_on=st.sampled_from([None, "2031", "2031-03", "2031-03-02"]),
    approved=st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
    segments=st.lists(
        st.builds(Segment, text=WORDS, stands_on=st.lists(st.integers(1, 30), min_size=1, max_size=3)),
        min_size=1,
        max_size=4,
    ),
    omitted=st.lists(st.builds(Omission, sentence=st.integers(1, 9), reason=WORDS), max_size=2),
    notes=st.lists(st.builds(TranslatorNote, zh=st.text(max_size=9), en=WORDS), max_size=2),
    figures=st.dictionaries(st.sampled_from(["f1", "f20"]), st.builds(FigureLabel, zh=WORDS, en=WORDS), max_size=2),
    dismissed=st.lists(
        st.builds(
            Dismissal,
            rule=st.just("text.length"),
            found=st.text(max_size=9),
            reason=WORDS,
            of=st.text("0123456789abcdef", min_size=16, max_size=16),
        ),
        max_size=2,
    ),
)


def entries(root: Path, file: str = SUMMARIES) -> dict[str, Summary]:
    """The entries of a file that there is."""
    value = read_yaml(root / file, file).value or {}
    return {ident: Summary.model_validate(entry) for ident, entry in value.items()}


def draft(text: str, **more: Any) -> Summary:
    return Summary(source="0" * 64, state="draft", drafted_by="m", segments=[Segment(text=text, stands_on=[1])], **more)


def real_and_mini(root: Path) -> list[Path]:
    return [f for folder in (root, MINI) for f in sorted((folder / "summaries").glob("*.yml"))]


def test_loading_and_saving_changes_nothing(root: Path, tmp_path: Path) -> None:
    """Every file of the project, the miniature's too, with its quotation marks and comments as they are."""
    for n, source in enumerate((root, MINI)):
        project = tmp_path / str(n)
        shutil.copytree(source / "seeds", project / "seeds")
        shutil.copytree(source / "summaries", project / "summaries")
        shutil.copy(source / "topics.yml", project / "topics.yml")
        before = Project(project).bytes("summaries")
        assert before
        for file in before:
            if file == FILE:
                shaped = SynopsisFile.model_validate(read_yaml(project / file, file).value)
                named = {f"topics.{k}": v for k, v in shaped.topics.items()}
                named |= {f"documents.{k}": v for k, v in shaped.documents.items()}
                assert save_synopses(project, named | ({"front": shaped.front} if shaped.front else {})) == []
            else:
                assert save(project, entries(project, file)) == []
        assert Project(project).bytes("summaries") == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(new=st.dictionaries(st.sampled_from([P1, P2, P3, P4, "note-2031.2", "note-2031.p1"]), SUMMARY, min_size=1))
def test_what_is_saved_reads_back(tmp_path: Path, new: dict[str, Summary]) -> None:
    """Any English, new or in the place of another: it reads back as it was, the other entries keep every byte,
    and saving it again, or saving what had been there, brings back the file that was."""
    project = tmp_path / "project"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(MINI / "seeds", project / "seeds")
    (project / "summaries").mkdir()
    shutil.copy(MINI / SUMMARIES, project / SUMMARIES)
    order = reading_order(project)
    before, text = entries(project), (project / SUMMARIES).read_bytes()
    save(project, new, order=order)
    after = entries(project)
    assert after == {**before, **new}
    written = (project / SUMMARIES).read_text(encoding="utf-8")
    assert written.count("\n\n\n") == 0
    for block in text.decode().split("\n\n"):
        ident = next(line for line in block.split("\n") if not line.startswith("#")).rstrip(":")
        assert ident in new or block.rstrip("\n") in written.replace("\n\n", "\n")
    assert save(project, new, order=order) == []
    same = {ident: before[ident] for ident in new if ident in before}
    save(project, same, order=order)
    assert entries(project) == {**before, **{i: s for i, s in new.items() if i not in before}}


def test_a_new_record_is_laid_out_as_an_editor_does(sound: Project) -> None:
    summary = draft(
        "Second, mend: the rules.",
        omitted=[Omission(sentence=2, reason="a formula")],
        notes=[TranslatorNote(zh="注", en="A note")],
        figures={"f3": FigureLabel(zh="村", en="villages")},
        dismissed=[Dismissal(rule="text.length", found="0.4", reason="terse by design", of="0123456789abcdef")],
    )
    assert save(sound.root, {P2: summary}) == [SUMMARIES]
    assert f"""
note-2031.1.p2:
  source: '{"0" * 64}'
  state: draft
  drafted_by: m
  segments:
  - text: 'Second, mend: the rules.'
    from: [1]
  omitted:
  - sentence: 2
    reason: a formula
  figures:
    f3:
      zh: 村
      en: villages
  notes:
  - zh: 注
    en: A note
  dismissed:
  - rule: text.length
    found: '0.4'
    reason: terse by design
    of: 0123456789abcdef

note-2031.1.p4:
""" in sound.read(SUMMARIES)


def test_only_the_fields_that_change_change(sound: Project) -> None:
    """Quotation marks, comments and folded text of a record stay where what they say stays."""
    sound.edit(
        SUMMARIES,
        "  - text: Attend to three things above all.\n    from: [1]\n",
        "  # Read twice.\n  - text: >-\n      Attend to three things\n      above all.\n    from: [ 1 ]  # all of it\n",
    )
    sound.edit(SUMMARIES, f"{P1}:\n", f"{P1}:  # the lead\n")
    before = sound.read(SUMMARIES)
    there = entries(sound.root)[P1]
    new = there.model_copy(update={"state": "reviewed", "reviewed_by": "Li", "reviewed_on": "2031-03-04"})
    save(sound.root, {P1: new})
    after = sound.read(SUMMARIES)
    start = before.index(f"{P1}:")
    head = before[start : before.index("  segments:", start)]
    made = head.replace("state: draft", "state: reviewed") + "  reviewed_by: Li\n  reviewed_on: 2031-03-04\n"
    assert after == before.replace(head, made)
    save(sound.root, {P1: there})
    assert sound.read(SUMMARIES) == before


def test_a_changed_segment_leaves_its_neighbours_alone(sound: Project) -> None:
    there = entries(sound.root)["note-2031.p1"]
    segments = [there.segments[0], Segment(text="Other words.", stands_on=[1, 2]), there.segments[2]]
    before = sound.read(SUMMARIES)
    save(sound.root, {"note-2031.p1": there.model_copy(update={"segments": segments})})
    old = "While lending grew, Shumutong went live, covering 12 villages."
    assert sound.read(SUMMARIES) == before.replace(old, "Other words.")


def test_reading_order(sound: Project) -> None:
    """Headings, front matter and passages saved in any order stand in that of the document."""
    (sound.root / SUMMARIES).unlink()
    order = reading_order(sound.root)
    for ident in sorted(order, key=lambda i: i[::-1]):
        save(sound.root, {ident: draft(f"English of {ident}.")})
    assert [*entries(sound.root)] == order
    text = sound.read(SUMMARIES)
    assert text.count("\n\n") == len(order) - 1
    assert "\n\n\n" not in text


def test_english_in_another_file_stays_in_it(mini: Project) -> None:
    assert save(mini.root, {P2: draft("First, build it.")}) == ["summaries/stale.yml"]
    assert P2 not in mini.read(SUMMARIES)
    assert mini.read("summaries/stale.yml").startswith("# Made for words that have changed since")


def test_what_has_changed_since_it_was_read_is_kept(sound: Project) -> None:
    seen = entries(sound.root)[P1]
    save(sound.root, {P1: draft("Somebody else was faster.")})
    before = sound.bytes()
    with pytest.raises(ChangedError, match="has changed since it was read"):
        save(sound.root, {P1: draft("Mine."), P2: draft("Mine too.")}, seen={P1: seen, P2: None})
    assert sound.bytes() == before
    assert save(sound.root, {P2: draft("Mine too.")}, seen={P2: None}) == [SUMMARIES]


@pytest.mark.parametrize("text", ["{note-2031.1.p1: {state: draft}, x: {y: 1}}\n", "- a list\n", "only words\n"])
def test_a_file_that_is_not_laid_out_in_blocks_is_refused(sound: Project, text: str) -> None:
    sound.write(SUMMARIES, text)
    with pytest.raises(EditorError, match="not laid out one record a block"):
        save(sound.root, {P2: draft("Words.")})
    assert sound.read(SUMMARIES) == text


def test_synopses_stand_in_the_order_of_the_site(sound: Project) -> None:
    def synopsis(zh: str) -> Synopsis:
        sentences = [Sentence(zh=zh, en="Lending rose.", stands_on=["note-2031.p1.s1", P2])]
        return Synopsis(source="a" * 64, state="draft", drafted_by="m", sentences=sentences)

    (sound.root / FILE).unlink(missing_ok=True)
    for name in ("front", "topics.upkeep", "documents.note-2031", "topics.lending"):
        assert save_synopses(sound.root, {name: synopsis("借阅上升。")}) == [FILE]
    text = sound.read(FILE)
    assert [line for line in text.split("\n") if line.endswith(":") and "sentences" not in line] == [
        *("topics:", "  lending:", "  upkeep:", "documents:", "  note-2031:", "front:")
    ]
    assert text.count("\n\n") == 3
    assert "    - zh: 借阅上升。\n      en: Lending rose.\n      from: [note-2031.p1.s1, note-2031.1.p2]\n" in text
    assert save_synopses(sound.root, {"topics.lending": synopsis("借阅上升。")}) == []
    (sound.root / FILE).unlink()
    both = {
        name: synopsis("借阅上升。") for name in ("front", "topics.upkeep", "documents.note-2031", "topics.lending")
    }
    save_synopses(sound.root, both)
    assert sound.read(FILE).count("\n\n") == 3
    with pytest.raises(ChangedError):
        save_synopses(sound.root, {"front": synopsis("别的。")}, seen={"front": None})
