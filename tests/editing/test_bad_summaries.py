"""`summaries/*.yml`: English that cannot be placed stops a build; English that does not hold is withheld and said so."""

from __future__ import annotations

import json

import pytest

from tests.editing.project import STALE, SUMMARIES, Project, block
from tests.editing.refusal import assert_refused

P4 = "note-2031.1.p4"
REVIEWED = ("note-2031.p1", "note-2031.p2")
REVIEW = "  reviewed_by: an editor\n  reviewer_kind: person\n  reviewed_on: 2031-03-02\n"


def entry(project: Project, ident: str) -> str:
    """The entry of one id, as it stands in the file."""
    text = project.read(SUMMARIES)
    start = text.index(f"\n{ident}:\n") + 1
    end = text.find("\n\n", start)
    return text[start : end + 1] if end >= 0 else text[start:]


def test_the_same_id_twice(sound: Project) -> None:
    sound.write(STALE, "\n" + entry(sound, P4).replace(f"{P4}:", f"{P4}:  # here"))
    line = sound.read(SUMMARIES).split("\n").index(f"{P4}:") + 1
    assert_refused(sound, STALE, [f"'{P4}' has English twice", f"first at {SUMMARIES}:{line}"], "keep one of the two")


def test_the_same_id_twice_in_one_file(sound: Project) -> None:
    again = entry(sound, P4).replace(f"{P4}:", f"{P4}:  # here")
    sound.write(SUMMARIES, sound.read(SUMMARIES) + "\n" + again)
    assert_refused(sound, SUMMARIES, [f"'{P4}' stands twice"], "keep one of the two")


@pytest.mark.parametrize(
    ("old", "new", "rule", "message", "found"),
    [
        pytest.param(
            f"{P4}:\n",
            "note-2031.1.p9:\n",
            "link.summary",
            "note-2031.1.p9, which is no heading, front matter or passage",
            "note-2031.1.p9",
            id="English for an id that does not exist",
        ),
        pytest.param(
            "    from: [2, 3]\n",
            "    from: [2, 3, 4]\n",
            "text.grounding",
            "there are 3 Chinese sentences",
            "4",
            id="a sentence number that does not exist",
        ),
        pytest.param(
            "    from: [2, 3]\n",
            "    from: [2]\n",
            "text.grounding",
            "no segment stands on these Chinese sentences",
            "3",
            id="a Chinese sentence no segment stands on",
        ),
        pytest.param(
            "  - sentence: 2\n",
            "  - sentence: 3\n",
            "text.grounding",
            "there are 2 Chinese sentences",
            "3",
            id="an omission of a sentence that does not exist",
        ),
    ],
)
def test_english_that_does_not_hold_is_withheld(
    sound: Project, old: str, new: str, rule: str, message: str, found: str
) -> None:
    """The tree is written, the finding blocks, and no word of that English is on a page or in the data."""
    sound.edit(SUMMARIES, old, new)
    for ident in REVIEWED:
        sound.approve(ident)
    result = sound.run("build", "--json")
    assert result.exit_code == 1
    finding, summary = map(json.loads, result.stdout.splitlines())
    assert (finding["severity"], finding["rule"], finding["found"]) == ("error", rule, found)
    assert message in finding["message"]
    path, _, line = finding["place"].partition(":")
    assert path == SUMMARIES
    assert sound.read(path).split("\n")[int(line) - 1] == f"{finding['passage']}:"
    assert summary["summary"]["errors"] == 1
    withheld = finding["passage"]
    shown = {p["id"]: p["en"] for p in sound.digest()["passages"]}
    assert shown.get(withheld) is None
    assert shown["note-2031.2.2.p1"] is not None, "the rest stays"
    if withheld in shown:
        page = block(sound.read("docs/speeches/note-2031/index.md"), withheld)
        assert "English withheld" in page
        assert message in page
        assert 'class="yd-en"' not in page


@pytest.mark.parametrize("field", ["reviewed_by", "reviewer_kind", "reviewed_on", "approved"])
def test_reviewed_without_a_review(sound: Project, field: str) -> None:
    """Reviewed needs who, what kind, when, and what was read."""
    before = entry(sound, P4)
    lacking = "".join(line for line in before.splitlines(True) if not line.startswith(f"  {field}:"))
    sound.edit(SUMMARIES, before, lacking)
    result = sound.run("build")
    assert result.exit_code == 1
    assert (
        "error: state.review: reviewed English needs reviewed_by, reviewer_kind, reviewed_on and approved"
        in result.stdout
    )
    assert sound.passage(P4)["en"] is None
    assert "RMB 240 million" not in sound.read("docs/speeches/note-2031/index.md")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("reviewer_kind: person", "reviewer_kind: committee  # here", ["reviewer_kind", "'committee'"]),
        ("reviewed_on: 2031-03-02", "reviewed_on: yesterday  # here", ["reviewed_on", "'yesterday'"]),
        ("state: reviewed", "state: final  # here", ["state", "'final'"]),
    ],
)
def test_a_review_that_is_not_well_formed(sound: Project, old: str, new: str, says: list[str]) -> None:
    before = entry(sound, P4)
    sound.edit(SUMMARIES, before, before.replace(old, new))
    assert_refused(sound, SUMMARIES, says, "")
