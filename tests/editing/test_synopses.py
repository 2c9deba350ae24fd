"""`summaries/synopses.yml`: the short of it, in both languages, sentence by sentence on what it stands on."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest
import yaml

from tests.editing.project import SUMMARIES, SYNOPSES, Project
from tests.editing.refusal import assert_refused

TOPIC = "docs/topics/lending/index.md"
SPEECH = "docs/speeches/note-2031/index.md"
FIRST = "The speech puts last year’s loans at 125 million."


def review(project: Project, *keys: str) -> None:
    """Record the hashes of a synopsis as it now stands: what it was made for, and what was read."""
    entry = yaml.load(project.read(SYNOPSES), yaml.BaseLoader)
    for key in keys:
        entry = entry[key]
    passages = {p["id"]: p["zh"] for p in project.digest()["passages"]}
    ids = sorted({i.partition(".s")[0] for s in entry["sentences"] for i in s["from"]})
    hashes = [hashlib.sha256(passages[i].encode()).hexdigest() for i in ids if i in passages]
    project.edit(SYNOPSES, entry["source"], hashlib.sha256("\n".join(hashes).encode()).hexdigest())
    said = json.dumps({"sentences": entry["sentences"]}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    project.edit(SYNOPSES, entry["approved"], hashlib.sha256(said.encode()).hexdigest())


def lines(project: Project) -> list[str]:
    return project.run("check").stdout.splitlines()[:-1]


def short(page: str) -> str:
    """The section of a page that holds its synopsis."""
    start = page.index("{#in-short}")
    return page[start : page.index("</section>", start)]


def test_a_topic_page_tells_it_in_both_languages(built: Project) -> None:
    page = built.read(TOPIC)
    assert page.index("How books are found and lent.</p>") < page.index("{#in-short}") < page.index("{#asked")
    first, second = short(page).split('<div class="yd-told" id=')[1:]
    assert first.startswith('"s1"')
    assert f'lang="en"><p>{FIRST}</p>' in first
    assert 'lang="zh-Hans"><p>讲话称，去年借阅量达到1.25亿次。</p>' in first
    assert 'href="#note-2031.p1.s1"' in first, "the sentence it stands on is on this page"
    assert second.count('class="yd-ref"') == 2
    assert "reviewed 2031-03-02 · a model, an editor (person)" in short(page)


def test_a_speech_page_tells_it_under_ids_of_its_own(built: Project) -> None:
    page = built.read(SPEECH)
    assert 'id="abstract-1"' in short(page)
    assert "at least 300 librarians" in short(page)
    assert 'id="s1"' not in page


def test_the_data_hold_it(built: Project) -> None:
    digest = built.digest()
    lending, upkeep, _ = digest["topics"]
    assert [s["from"] for s in lending["synopsis"]["sentences"]] == [
        ["note-2031.p1.s1"],
        ["note-2031.p1", "note-2031.1.p2"],
    ]
    assert (lending["synopsis"]["state"], lending["synopsis"]["reviewer_kind"]) == ("reviewed", "person")
    assert upkeep["synopsis"] is None
    assert digest["documents"][0]["synopsis"]["sentences"][0]["zh"] == "讲话要求今年培训馆员300名以上。"
    assert digest["front"] is None, "a draft, and drafts are hidden"


def test_a_draft_is_shown_as_one_where_drafts_are_marked(sound: Project) -> None:
    sound.edit("mkdocs.yml", "drafts: hide", "drafts: mark")
    assert sound.run("build").exit_code == 0
    front = sound.digest()["front"]
    assert (front["state"], front["sentences"][0]["topic"]) == ("draft", "lending")


def test_it_is_stale_when_a_passage_it_stands_on_changes(sound: Project) -> None:
    sound.run("build")
    sound.edit_source("群众评价良好", "群众评价很好")
    result = sound.run("build")
    assert result.exit_code == 1
    line = sound.read(SYNOPSES).split("\n").index("  lending:") + 1
    assert f"{SYNOPSES}:{line}: error: state.stale: " in result.stdout
    assert sound.digest()["topics"][0]["synopsis"] is None
    assert sound.digest()["documents"][0]["synopsis"] is not None, "it stands on another passage"
    page = sound.read(TOPIC)
    assert FIRST not in page
    assert "English withheld: the Chinese has changed" in short(page)
    assert '<span id="s1"></span><span id="s2"></span>' in page, "a link to a sentence still finds the place"


def test_it_comes_and_goes_without_a_redirect(built: Project) -> None:
    before = built.read("seeds/ledger.txt")
    assert "/topics/lending/#s2" in before
    shutil.rmtree(built.root / "summaries")
    assert built.run("build").exit_code == 0
    assert built.read("seeds/ledger.txt") == before
    assert "In short" not in built.read(TOPIC)
    assert '<span id="s2"></span>' in built.read(TOPIC)


@pytest.mark.parametrize(
    ("old", "new", "message", "found", "expected"),
    [
        ("  lending:\n", "  lendings:\n", "lendings, which is none of the topics", "lendings", "lending"),
        ("  note-2031:\n", "  note-2032:\n", "note-2032, which is none of the documents", "note-2032", "note-2031"),
        ("[note-2031.p1.s1]", "[note-2031.p7]", "sentence 1 stands on note-2031.p7", "note-2031.p7", "note-2031."),
        ("[note-2031.p1.s1]", "[note-2031.p1.s9]", "no sentence of one", "note-2031.p1.s9", "note-2031."),
        ("[note-2031.p1.s1]", "[note-2031.1]", "which is no passage", "note-2031.1", "note-2031."),
        ("[note-2031.p1.s1]", "[好]", "which is no passage", "好", ""),
        ("[note-2031.p1.s1]", "[note-2031.p1, note-2031.p1]", "names note-2031.p1 twice", "note-2031.p1", ""),
        ("    topic: lending", "    topic: lendin", "leads to the topic lendin", "lendin", "lending"),
    ],
)
def test_what_it_names_and_is_not_there(
    sound: Project, old: str, new: str, message: str, found: str, expected: str
) -> None:
    """Said with its place; the tree is written, and that synopsis withheld."""
    sound.edit(SYNOPSES, old, new)
    result = sound.run("build", "--json")
    assert result.exit_code == 1
    finding, _ = map(json.loads, result.stdout.splitlines())
    assert (finding["severity"], finding["rule"], finding["found"]) == ("error", "link.synopsis", found)
    assert message in finding["message"]
    assert finding["expected"].startswith(expected)
    assert finding["place"].startswith(f"{SYNOPSES}:")


def test_one_topic_twice(sound: Project) -> None:
    text = sound.read(SYNOPSES)
    entry = text[text.index("  lending:") : text.index("\ndocuments:")]
    sound.edit(SYNOPSES, entry, entry + entry.replace("  lending:", "  lending:  # here"))
    assert_refused(sound, SYNOPSES, ["'lending' stands twice"], "keep one of the two")


def test_a_sentence_that_stands_on_nothing(sound: Project) -> None:
    sound.edit(SYNOPSES, "from: [note-2031.p1.s1]", "from: []  # here")
    assert_refused(sound, SYNOPSES, ["from"], "")


def test_an_edit_after_review(sound: Project) -> None:
    sound.edit(SYNOPSES, "has gone live and covers", "has gone live, covering")
    (finding,) = lines(sound)
    assert "error: state.edited" in finding


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "达到1.25亿次",
            "达到1.52亿次",
            "error: text.grounding: sentence 1 states a figure that no passage it stands on",
        ),
        ("覆盖12个村。", "覆盖12个村", "error: text.chinese: the Chinese of sentence 2 ends without 。"),
        (
            "书目通上线运行，覆盖",
            "书目通上线运行,覆盖",
            "error: text.chinese: the Chinese of sentence 2 has half-width",
        ),
        (
            "讲话称，去年",
            "以下是概要：去年",
            "error: text.chinese: the Chinese of sentence 1 has words that are no part",
        ),
        ("Shumutong has gone live", "The catalogue has gone live", "error: term.missing: 书目通 has none"),
        ("loans at 125 million.", "loans at 125 million", "error: text.cut"),
        ("loans at 125 million.", "loans at 125 million 次.", "error: text.han"),
        ("The speech puts", "Here is the translation. It puts", "error: text.chatter"),
    ],
)
def test_both_languages_pass_the_gate(sound: Project, old: str, new: str, says: str) -> None:
    sound.run("build")
    sound.edit(SYNOPSES, old, new)
    review(sound, "topics", "lending")
    found = lines(sound)
    assert any(says in line for line in found), found
    sound.run("build")
    assert sound.digest()["topics"][0]["synopsis"] is None


def test_a_good_edit_and_its_review(sound: Project) -> None:
    sound.run("build")
    sound.edit(SYNOPSES, "has gone live and covers", "has gone live, covering")
    review(sound, "topics", "lending")
    assert sound.run("build").exit_code == 0
    assert "has gone live, covering" in short(sound.read(TOPIC))


def test_it_is_no_english_of_a_passage(built: Project) -> None:
    """The file is not read as one of passages."""
    assert "topics" not in built.read(SUMMARIES)
    assert built.run("check").exit_code == 0
