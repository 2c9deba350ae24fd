"""`glossary.yml`: terms that meet, lead nowhere or contradict themselves."""

from __future__ import annotations

import pytest

from tests.editing.project import Project
from tests.editing.refusal import assert_refused

STAFF = "  definition: {zh: 图书馆的工作人员。, en: The staff of a library.}"


@pytest.mark.parametrize(
    ("old", "new", "says", "remedy"),
    [
        pytest.param(
            "- slug: tongjian",
            "- slug: jieyue  # here",
            ["'jieyue' stands twice", "glossary.yml:16"],
            "add a number",
            id="one slug twice",
        ),
        pytest.param(
            "  zh: 统建\n",
            "  zh: 馆员  # here\n",
            ["form '馆员'", "guanyuan", "tongjian"],
            "leave it to one of the two",
            id="one form in two terms",
        ),
        pytest.param(
            "  zh: 统建\n",
            "  zh: 统建\n  aliases: [一张卡, 书目通]  # here\n",
            ["form '书目通'", "shumutong", "tongjian"],
            "leave it to one of the two",
            id="an alias that is another's form",
        ),
        pytest.param(
            "  zh: 统建\n",
            "  zh: 统建\n  aliases: [统建]  # here\n",
            ["form '统建'"],
            "leave it to one of the two",
            id="an alias that repeats the term",
        ),
        pytest.param(
            "  related: [guanyuan]",
            "  related: [guanyuans]  # here",
            ["jieyue", "no related term 'guanyuans'"],
            "did you mean 'guanyuan'?",
            id="a related term that is not there",
        ),
        pytest.param(
            "  related: [guanyuan]",
            "  related: [jieyue]  # here",
            ["jieyue", "no related term 'jieyue'"],
            "",
            id="a term related to itself",
        ),
        pytest.param(
            "  broader: [shumutong]",
            "  broader: [xyz]  # here",
            ["shumutongshuku", "no broader term 'xyz'"],
            "name another term of this file",
            id="a broader term that is not there",
        ),
        pytest.param(
            "  pinyin: shūmùtōng\n",
            "  broader: [shumutongshuku]  # here\n",
            ["shumutong is broader than itself"],
            "break the circle",
            id="broader in a circle",
        ),
        pytest.param(
            "    - text: rental\n",
            "    - text: borrowing  # here\n",
            ["jieyue", "'borrowing' is both allowed and avoided"],
            "remove it from one of the two",
            id="a rendering both accepted and avoided",
        ),
        pytest.param(
            "    - text: rental\n",
            "    - text: lending  # here\n",
            ["jieyue", "'lending' is both allowed and avoided"],
            "remove it from one of the two",
            id="a rendering both preferred and avoided",
        ),
        pytest.param(
            STAFF,
            "  definition:\n    zh: 图书馆的工作人员。\n    en: The 馆员 of a library.  # here",
            ["guanyuan", "Han characters in English", "The 馆员 of a library."],
            "write it in English",
            id="Han in an English definition",
        ),
        pytest.param(
            "    preferred: librarians",
            "    preferred: 馆员  # here",
            ["guanyuan", "Han characters in English", "馆员"],
            "write it in English",
            id="Han in a rendering",
        ),
        pytest.param(
            "    - text: borrowing",
            "    - text: 借阅  # here",
            ["jieyue", "Han characters in English", "借阅"],
            "write it in English",
            id="Han in an accepted rendering",
        ),
        pytest.param(
            STAFF,
            "  definition:\n    zh: The staff of a library.  # here\n    en: The staff of a library.",
            ["guanyuan", "no Chinese", "The staff of a library."],
            "write it in Chinese",
            id="an English definition where the Chinese stands",
        ),
        pytest.param(
            "  basis: background\n  basis_note: {zh: 常识。, en: Common knowledge.}\n",
            "  basis: background  # here\n",
            ["jieyue", "background needs a basis_note"],
            "say on what the knowledge rests",
            id="background knowledge without its ground",
        ),
    ],
)
def test_a_term_that_cannot_stand(sound: Project, old: str, new: str, says: list[str], remedy: str) -> None:
    sound.edit("glossary.yml", old, new)
    assert_refused(sound, "glossary.yml", says, remedy)


def test_a_circle_of_three(sound: Project) -> None:
    """However long the way round, and whichever term the file has first."""
    sound.edit("glossary.yml", "  related: [guanyuan]\n", "  broader: [tongjian]  # here\n")
    sound.edit("glossary.yml", "  broader: [shumutong]", "  broader: [jieyue]")
    text = sound.read("glossary.yml")
    sound.write("glossary.yml", text.rstrip("\n") + "\n  broader: [shumutongshuku]\n")
    assert_refused(sound, "glossary.yml", ["is broader than itself"], "break the circle")


def test_two_ways_up_are_no_circle(sound: Project) -> None:
    sound.edit("glossary.yml", "  broader: [shumutong]", "  broader: [shumutong, tongjian]")
    sound.edit("glossary.yml", "  pinyin: shūmùtōng\n", "  broader: [tongjian]\n")
    assert sound.run("build").exit_code == 0


def test_a_term_that_the_text_does_not_hold_is_a_warning(sound: Project) -> None:
    """Found by its line, and no obstacle: an editor may be ahead of the text."""
    sound.edit("glossary.yml", "  zh: 统建\n", "  zh: 统筹\n")
    line = sound.read("glossary.yml").split("\n").index("  zh: 统筹") + 1
    result = sound.run("check")
    assert result.exit_code == 0
    assert f"glossary.yml:{line}: warning: term.unused: tongjian" in result.stdout


SHUMUTONG = "  figures: [note-2031.p1.f40]\n"
TONGJIAN = "  definition: {zh: 由镇统一建设。, en: To build once for the whole town.}\n"


def run_by(**fields: str) -> str:
    """The figures of the system, and who runs it; the field `here` gets the mark."""
    given = {"zh": "12个村", "en": "villages", "role": "{zh: 使用, en: use it}", "from": "note-2031.p1.s2"} | fields
    return SHUMUTONG + "  run_by:\n  - " + "\n    ".join(f"{k}: {v}" for k, v in given.items() if v) + "\n"


@pytest.mark.parametrize(
    ("old", "new", "says", "remedy"),
    [
        pytest.param(
            "  context: note-2031.1.p3.s1\n",
            "  context: note-2031.1.p3.s9  # here\n",
            ["jieyue", "no sentence or heading 'note-2031.1.p3.s9'"],
            "note-2031.1.p3.s1",
            id="a context that is not there",
        ),
        pytest.param(
            "  context: note-2031.1.p3.s1\n",
            "  context: note-2031.1.p3  # here\n",
            ["jieyue", "no sentence or heading 'note-2031.1.p3'"],
            "name one in which the term stands",
            id="a whole passage as context",
        ),
        pytest.param(
            "  context: note-2031.1.p3.s1\n",
            "  context: note-2031.1.p1.s1  # here\n",
            ["jieyue", "does not stand in its context 'note-2031.1.p1.s1'"],
            "name a sentence in which it stands: note-2031.1.p3.s1, note-2031.1",
            id="a context that speaks of something else",
        ),
        pytest.param(
            "  context: note-2031.1.p3.s1\n",
            "  context: note-2031.p1.s1  # here\n",
            ["jieyue", "does not stand in its context"],
            "name a sentence",
            id="a context in which the form is hidden by a longer word",
        ),
        pytest.param(
            SHUMUTONG,
            "  figures: [note-2031.p1.f41]  # here\n",
            ["shumutong", "the figure 'note-2031.p1.f41' does not exist"],
            "did you mean 'note-2031.p1.f40'?",
            id="a figure that is not there",
        ),
        pytest.param(
            SHUMUTONG,
            "  figures: [note-2031.1.p1.f4]  # here\n",
            ["shumutong", "the figure 'note-2031.1.p1.f4' is not measured"],
            "",
            id="a figure of the text's own structure",
        ),
        pytest.param(
            SHUMUTONG,
            "  figures: [note-2031.p1.f40, note-2031.p1.f40]  # here\n",
            ["'note-2031.p1.f40' stands twice"],
            "remove one",
            id="a figure twice",
        ),
        pytest.param(
            "  context: note-2031.1.p3.s1\n",
            "  figures: [note-2031.p1.f13]  # here\n",
            ["jieyue", "figures of a term of the kind 'concept'"],
            "only a system has them",
            id="figures of what is no system",
        ),
        pytest.param(
            SHUMUTONG,
            run_by(**{"from": "note-2031.p1.s8  # here"}),
            ["shumutong", "no sentence 'note-2031.p1.s8'"],
            "did you mean",
            id="who runs it, from a sentence that is not there",
        ),
        pytest.param(
            SHUMUTONG,
            run_by(**{"from": "note-2031.2.1.p1.s1  # here"}),
            ["shumutong", "the system does not stand in 'note-2031.2.1.p1.s1'"],
            "name a sentence that speaks of it: note-2031.p1.s2",
            id="who runs it, from a sentence on something else",
        ),
        pytest.param(
            SHUMUTONG,
            run_by(zh="镇政府  # here"),
            ["'镇政府' does not stand in note-2031.p1.s2"],
            "write the words of the sentence",
            id="who runs it by background knowledge",
        ),
        pytest.param(
            SHUMUTONG,
            run_by(body="guanyuans  # here"),
            ["no term 'guanyuans'"],
            "did you mean 'guanyuan'?",
            id="who runs it, a term that is not there",
        ),
        pytest.param(
            SHUMUTONG,
            run_by(body="guanyuan  # here"),
            ["guanyuan does not stand in note-2031.p1.s2"],
            "guanyuan stands in note-2031.2.1.p1.s1",
            id="who runs it, a term that is elsewhere",
        ),
        pytest.param(
            SHUMUTONG,
            run_by(en="", body="null  # here"),
            ["who runs it has no body and no name"],
            "write both zh and en",
            id="who runs it without an English name",
        ),
        pytest.param(
            TONGJIAN,
            TONGJIAN + "  also_at:\n  - passage: note-2031.1.p9  # here\n    words: 系统建设\n",
            ["tongjian", "no passage 'note-2031.1.p9'"],
            "did you mean 'note-2031.1.p",
            id="also at a passage that is not there",
        ),
        pytest.param(
            TONGJIAN,
            TONGJIAN + "  also_at:\n  - passage: note-2031.1.p2\n    words: 建设书目  # here\n",
            ["tongjian", "'建设书目' stands 0 times in note-2031.1.p2"],
            "write words that stand there once",
            id="also at words that are not there",
        ),
        pytest.param(
            TONGJIAN,
            TONGJIAN + "  also_at:\n  - passage: note-2031.1.p3\n    words: 借阅  # here\n",
            ["'借阅' stands 2 times in note-2031.1.p3"],
            "longer ones around them go into within",
            id="also at words that stand there twice",
        ),
        pytest.param(
            TONGJIAN,
            TONGJIAN + "  also_at:\n  - passage: note-2031.1.p2\n    words: 建  # here\n    within: 系统建设建\n",
            ["'系统建设建' stands 0 times"],
            "",
            id="also within words that are not there",
        ),
        pytest.param(
            TONGJIAN,
            TONGJIAN + "  also_at:\n  - passage: note-2031.1.p2\n    words: 书目  # here\n",
            ["tongjian: shumutong stands in '书目' already"],
            "hide the other form with not_in",
            id="also at words that are another term's",
        ),
    ],
)
def test_a_place_that_the_text_does_not_bear_out(
    sound: Project, old: str, new: str, says: list[str], remedy: str
) -> None:
    sound.edit("glossary.yml", old, new)
    if "within" in new:
        sound.edit(
            "glossary.yml", "words: 建  # here\n    within: 系统建设建", "words: 建\n    within: 系统建设建  # here"
        )
    assert_refused(sound, "glossary.yml", says, remedy)


def test_words_that_only_data_can_tell_are_a_place_of_the_term(sound: Project) -> None:
    """统建 does not stand in 系统建设; were it so meant, the data could say it. It is then linked, counted and checked."""
    place = "  also_at:\n  - passage: note-2031.1.p2\n    words: 统建\n    within: 系统建设\n"
    sound.edit("glossary.yml", TONGJIAN, TONGJIAN + place)
    sound.run("build")
    found = next(t for t in sound.digest()["terms"] if t["slug"] == "tongjian")["occurrences"]
    zh = sound.passage("note-2031.1.p2")["zh"]
    assert [o["start"] for o in found] == [zh.index("统建"), zh.index("系统建设") + 1]


def test_who_runs_a_system_stands_on_its_page(sound: Project) -> None:
    page = "docs/systems/shumutong/index.md"
    sound.run("build")
    assert "The speeches do not say who builds, leads or runs it." in sound.read(page)
    sound.edit("glossary.yml", SHUMUTONG, run_by())
    sound.run("build")
    assert "The speeches do not say" not in sound.read(page)
    assert '<span lang="zh-Hans">12个村</span> · <span lang="en">use it</span>' in sound.read(page)
    record = next(t for t in sound.digest()["terms"] if t["slug"] == "shumutong")
    role = {"zh": "使用", "en": "use it"}
    assert record["run_by"] == [
        {"body": None, "zh": "12个村", "en": "villages", "role": role, "from": "note-2031.p1.s2"}
    ]
    assert record["figures"] == ["note-2031.p1.f40"]
