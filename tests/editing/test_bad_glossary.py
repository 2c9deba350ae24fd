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
            "  basis: background\n  basis_note: common knowledge\n",
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
