"""`yuedu terms`: the list, and a candidate taken into the glossary or ruled out; the build takes what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.editing.project import Project
from yuedu.errors import EditorError
from yuedu.glossary.additions import drop, slug_for, take
from yuedu.glossary.candidates import Candidate, Definition
from yuedu.glossary.load import load_begun, load_glossary, load_not_terms
from yuedu.sources.yamlfile import parse_yaml

TERM = """\
- slug: guanyuan
  zh: 馆员
  kind: concept
  en: {preferred: librarians, provenance: ours}
  definition: {zh: 图书馆的工作人员。, en: The staff of a library.}
  basis: text
"""


def candidate(text: str, says: str | None = None) -> Candidate:
    return Candidate(text, "coinage", 1, 1.0, Definition(says, "note-2031.p9") if says else None, ())


LAYOUTS = {
    "terms": f"# ours\nterms:\n# people\n{TERM}",
    "no term": "terms: []\n",
    "set in": "terms:\n" + "".join(f"  {line}\n" for line in TERM.splitlines()),
    "in brackets": f"terms:\n{TERM}\nnot_terms:\n  ordinary: [建设, 数据]  # words\n  place: []\n",
    "in lines": f"terms:\n{TERM}\nnot_terms:\n  # words\n  ordinary: [\n    建设, 数据,\n  ]\n",
    "in items": f"terms:\n{TERM}\nnot_terms:\n  ordinary:\n  - 建设\n  # last\n  - 数据\n  place:\n  - 本县\n",
    "in braces": f"terms:\n{TERM}\nnot_terms: {{ordinary: [建设]}}\n",
    "before the terms": f"not_terms:\n  ordinary: [建设]\n\nterms:\n{TERM}",
    "nothing yet": f"terms:\n{TERM}\nnot_terms: {{}}\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_record_begun_is_written_into_any_layout_and_every_other_line_stays(layout: str) -> None:
    before = LAYOUTS[layout]
    after = take(before, "glossary.yml", candidate("书香驿站", "指设在车站的书架。"))
    file = parse_yaml(after, "glossary.yml")
    (begun,) = load_begun(file)
    assert (begun.slug, begun.zh, begun.en) == ("shuxiangyizhan", "书香驿站", None)
    assert begun.definition is not None
    assert begun.definition.zh == "指设在车站的书架。"
    assert "书香驿站" not in [t.zh for t in load_glossary(file)]
    if layout != "no term":
        assert [line for line in before.splitlines() if line not in after.splitlines()] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("reason", ["ordinary", "place"])
@pytest.mark.parametrize("string", ["移动书库", "阅读、借阅", "12345", "a, b", "是"])
def test_a_string_is_ruled_out_in_any_layout(layout: str, reason: str, string: str) -> None:
    before = load_not_terms(parse_yaml(LAYOUTS[layout], "glossary.yml"))
    after = drop(LAYOUTS[layout], "glossary.yml", string, reason)
    assert load_not_terms(parse_yaml(after, "glossary.yml")) == {**before, string: reason}
    assert [c for c in ("# ours", "# people", "# words", "# last") if c in LAYOUTS[layout] and c not in after] == []


def test_records_stand_in_the_order_of_their_slugs() -> None:
    text = LAYOUTS["terms"]
    for zh in ("书香驿站", "爱阅读", "林知远"):
        text = take(text, "glossary.yml", candidate(zh))
    slugs = [r["slug"] for r in parse_yaml(text, "glossary.yml").value["terms"]]
    assert slugs == ["aiyuedu", "guanyuan", "linzhiyuan", "shuxiangyizhan"]
    assert "\n# people\n- slug: guanyuan" in text


def test_a_number_is_added_where_two_slugs_would_meet() -> None:
    assert slug_for("粤基座", set()) == "yuejizuo"
    assert slug_for("越基座", {"yuejizuo"}) == "yuejizuo2"
    assert slug_for("12345+N体系", {"12345ntixi", "12345ntixi2"}) == "12345ntixi3"


@pytest.mark.parametrize("change", ["take", "drop"])
@pytest.mark.parametrize(("string", "says"), [("馆员", "a form of the term guanyuan"), ("建设", "is on not_terms")])
def test_what_is_decided_is_refused_with_its_place(change: str, string: str, says: str) -> None:
    text = LAYOUTS["in brackets"]
    with pytest.raises(EditorError, match=says) as refused:
        take(text, "glossary.yml", candidate(string)) if change == "take" else drop(
            text, "glossary.yml", string, "place"
        )
    assert refused.value.place.startswith("glossary.yml:")


def test_a_record_without_english_has_to_say_so() -> None:
    text = LAYOUTS["terms"].replace("  en: {preferred: librarians, provenance: ours}\n", "")
    with pytest.raises(EditorError, match="'en' is missing"):
        load_glossary(parse_yaml(text, "glossary.yml"))
    assert load_glossary(parse_yaml(f"{text}  to_complete: true\n", "glossary.yml")) == ()


def test_the_list_of_one_document(sound: Project) -> None:
    sound.edit_source("（一）配强馆员。", "（一）办好“书香驿站”。")
    listed = sound.run("terms", "note-2031", "--json")
    *found, last = map(json.loads, listed.output.splitlines())
    assert listed.exit_code == 0
    assert "书香驿站" in [c["text"] for c in found]
    assert last["summary"]["shown"] == len(found)
    (one,) = json.loads(f"[{sound.run('terms', 'note-2031', '--limit', '1', '--json').output.splitlines()[0]}]")
    assert one == found[0]
    assert sound.run("terms").exit_code == 1


def test_take_then_build_then_drop_then_build(sound: Project) -> None:
    sound.edit_source("各馆要配强馆员，", "各馆要办好“书香驿站”，用好“一窗通取”，")
    taken = sound.run("terms", "note-2031", "--take", "书香驿站")
    assert taken.exit_code == 0, taken.output
    assert "  to_complete: true\n" in sound.read("glossary.yml")
    assert "glossary.yml: 1 term to complete" in sound.run("check", "--waiting").output
    dropped = sound.run("terms", "--drop", "一窗通取", "--reason", "formula")
    assert dropped.exit_code == 0, dropped.output
    assert sound.run("build").exit_code in (0, 1)  # the English of the passage is stale now
    assert not (sound.root / "docs" / "glossary" / "shuxiangyizhan").exists()
    listed = sound.run("terms", "note-2031").output
    assert "书香驿站\t" not in listed
    assert "一窗通取\t" not in listed
    again = sound.run("terms", "--take", "书香驿站")
    assert again.exit_code == 2
    assert "is a form of the term shuxiangyizhan" in again.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("note-2099",), "no such document"),
        (("--drop", "安全"), "--drop and --reason belong together"),
        (("--reason", "place"), "--drop and --reason belong together"),
        (("--take", "安全", "--drop", "安全", "--reason", "place"), "use one of the two"),
        (("--drop", "安全", "--reason", "dull"), "'dull' is not one of"),
    ],
)
def test_wrong_use_changes_nothing(sound: Project, arguments: tuple[str, ...], says: str) -> None:
    before = sound.read("glossary.yml")
    result = sound.run("terms", *arguments)
    assert result.exit_code == 2
    assert says in result.output
    assert sound.read("glossary.yml") == before


def test_the_real_glossary_keeps_its_bytes_but_for_what_is_added(root: Path) -> None:
    before = (root / "glossary.yml").read_text(encoding="utf-8")
    after = drop(take(before, "glossary.yml", candidate("书香驿站")), "glossary.yml", "移动书库", "ordinary")
    lines = before.splitlines()
    kept = [line for line in lines if line in set(after.splitlines())]
    assert len(lines) - len(kept) <= 1  # the last line of the list
