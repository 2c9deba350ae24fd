"""The ledger: an address once published does not vanish unless a redirect says where it went."""

from __future__ import annotations

import pytest

from tests.editing.project import DOCUMENT, SUMMARIES, SYNOPSES, Project
from yuedu.store.ledger import Ledger

LEDGER = "seeds/ledger.txt"
REDIRECTS = "seeds/redirects.yml"
OLD, NEW = "/topics/upkeep/", "/topics/keeping/"


def addresses(project: Project) -> set[str]:
    """All that the ledgers name: of the site, and of each document."""
    return Ledger(project.root).addresses


def rename_topic(project: Project) -> None:
    for path in ("topics.yml", DOCUMENT):
        project.write(path, project.read(path).replace("upkeep", "keeping"))


def redirect(project: Project, **moved: str) -> None:
    project.write(REDIRECTS, "".join(f"{old}: {new}\n" for old, new in moved.items()))


def test_every_page_and_fragment_is_in_it(built: Project) -> None:
    given = addresses(built)
    digest = built.digest()
    records = [r for kind in ("documents", "passages", "topics", "terms") for r in digest[kind]]
    assert {r["url"] for r in records} <= given
    assert {f"/figures/#{f['id']}" for f in digest["figures"]} <= given
    for part in (*digest["sections"], *digest["front_matter"]):
        assert f"/speeches/note-2031/#{part['id']}" in given
    for passage in digest["passages"]:
        for n in range(1, len(passage["sentences"]) + 1):
            assert f"/speeches/note-2031/#{passage['id']}.s{n}" in given
    assert "/systems/shumutong/" in given
    assert not any("tip-" in address for address in given)


def test_it_is_sorted_and_says_what_it_is(built: Project) -> None:
    head, *rest = built.read(LEDGER).splitlines()
    assert head.startswith("# ")
    assert "never remove" in head
    assert rest == sorted({*rest})


def test_a_page_that_would_vanish_stops_the_build(built: Project) -> None:
    rename_topic(built)
    before = built.tree()
    result = built.run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {LEDGER}: ")
    assert f"would vanish: {OLD}" in result.stderr
    assert f"record in {REDIRECTS}" in result.stderr
    assert built.tree() == before


def test_a_fragment_that_would_vanish_stops_the_build(built: Project) -> None:
    """A sentence that an edit of the seed takes away."""
    built.edit_source("；群众评价良好。", "。")
    text = built.read(SUMMARIES)
    start = text.index("note-2031.p1:")
    built.write(SUMMARIES, text[:start] + text[text.index("note-2031.1.p1:") :])
    result = built.run("build")
    assert result.exit_code == 2
    assert "/speeches/note-2031/#note-2031.p1.s3" in result.stderr
    assert "/topics/lending/#note-2031.p1.s3" in result.stderr


def test_a_long_list_is_cut_and_counted(built: Project) -> None:
    built.write(LEDGER, built.read(LEDGER) + "".join(f"/lost/{n}/\n" for n in range(7)))
    assert "7 published addresses would vanish" in built.run("build").stderr
    assert "and 2 more" in built.run("build").stderr


def gone(project: Project) -> dict[str, str]:
    """Every address of the old page, with the new page's where it has one."""
    ours = {a for a in addresses(project) if a.startswith(OLD)}
    return {a: a.replace(OLD, NEW) for a in sorted(ours)}


def test_a_redirect_leaves_a_page_where_it_was(built: Project) -> None:
    """The page says where it went; links in it reach the new page; the old address stays in the ledger."""
    moved = gone(built)
    before = addresses(built)
    rename_topic(built)
    redirect(built, **moved)
    result = built.run("build")
    assert result.exit_code == 0, result.output
    page = built.read("docs/topics/upkeep/index.md")
    assert '<a href="../../topics/keeping/">' in page
    assert 'http-equiv="refresh"' in page
    assert "upkeep" not in [t["slug"] for t in built.digest()["topics"]]
    assert before <= addresses(built)
    assert NEW in addresses(built)
    assert built.run("build", "--check").exit_code == 0


def test_a_redirect_leaves_an_anchor_where_it_was(built: Project) -> None:
    """On a page that stays."""
    old, new = "/speeches/note-2031/#note-2031.p1.s3", "/speeches/note-2031/#note-2031.p1.s2"
    built.edit_source("；群众评价良好。", "。")
    text = built.read(SUMMARIES)
    built.write(SUMMARIES, text[: text.index("note-2031.p1:")] + text[text.index("note-2031.1.p1:") :])
    (built.root / SYNOPSES).unlink()
    redirect(built, **{old: new, "/topics/lending/#note-2031.p1.s3": "/topics/lending/#note-2031.p1.s2"})
    result = built.run("build")
    assert result.exit_code == 0, result.output
    page = built.read("docs/speeches/note-2031/index.md")
    assert page.count('id="note-2031.p1.s3"') == 1
    at = page.index('id="note-2031.p1.s3"')
    assert 'href="#note-2031.p1.s2"' in page[at:]
    assert built.run("build").exit_code == 0
    assert old in addresses(built)


def test_a_redirect_to_nowhere_is_refused(built: Project) -> None:
    moved = gone(built) | {OLD: "/topics/nowhere/"}
    rename_topic(built)
    redirect(built, **moved)
    before = built.tree()
    result = built.run("build")
    assert result.exit_code == 2
    assert f"the redirect of {OLD} leads to /topics/nowhere/, which is not there" in result.stderr
    assert built.tree() == before


def test_a_redirect_cannot_hide_a_page_that_is_there(built: Project) -> None:
    """Recorded by mistake, it would put a notice in the place of a living page."""
    redirect(built, **{"/topics/lending/": "/topics/upkeep/"})
    before = built.tree()
    result = built.run("build")
    assert result.exit_code == 2
    assert "/topics/lending/" in result.stderr
    assert built.tree() == before


def test_a_redirect_of_an_address_that_is_there_is_refused_before_anything_was_published(sound: Project) -> None:
    """The same where no ledger would notice."""
    redirect(sound, **{"/topics/lending/": "/topics/upkeep/"})
    assert sound.run("build").exit_code == 2
    assert not (sound.root / "docs").exists()


@pytest.mark.parametrize("text", ["- /a/\n", "/old/: [x]\n", "old: /new/\n", "/old/: https://elsewhere.example/\n"])
def test_what_is_no_redirect_is_refused(sound: Project, text: str) -> None:
    sound.write(REDIRECTS, text)
    result = sound.run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {REDIRECTS}")
    assert "write /old/#id: /new/#id" in result.stderr


def test_it_only_grows(built: Project) -> None:
    first = addresses(built)
    built.edit("glossary.yml", "    preferred: build centrally", "    preferred: central building")
    built.edit_source("谢谢大家！", "谢谢大家！祝贺大家！")
    text = built.read(SUMMARIES)
    built.write(SUMMARIES, text[: text.index("note-2031.p2:")])
    assert built.run("build").exit_code == 0
    assert first < addresses(built)
    assert "/speeches/note-2031/#note-2031.p2.s3" in addresses(built) - first


def test_a_page_written_by_hand_is_in_it_too(built: Project) -> None:
    built.write("docs/about/index.md", "# About\n")
    assert built.run("build").exit_code == 0
    assert "/about/" in addresses(built)
    (built.root / "docs/about/index.md").unlink()
    result = built.run("build")
    assert result.exit_code == 2
    assert "would vanish: /about/" in result.stderr


def test_a_redirect_cannot_overwrite_a_page_written_by_hand(built: Project) -> None:
    built.write("docs/about/index.md", "# About\n")
    redirect(built, **{"/about/": "/topics/upkeep/"})
    result = built.run("build")
    assert result.exit_code == 2
    assert "/about/ is for a page that is written by hand" in result.stderr
    assert built.read("docs/about/index.md") == "# About\n"


def test_a_fragment_of_a_page_that_moved_still_leads_on(built: Project) -> None:
    rename_topic(built)
    old = sorted(a for a in addresses(built) if a.startswith(OLD))
    redirect(built, **{a: a.replace(OLD, NEW) for a in old})
    assert built.run("build").exit_code in (0, 1)
    page = built.read("docs/topics/upkeep/index.md")
    for address in old:
        assert address.partition("#")[2] in page


def test_a_heading_that_is_gone_leaves_its_anchor_on_the_page(built: Project) -> None:
    page = "docs/glossary/tongjian/index.md"
    headings = {a for a in addresses(built) if a.startswith("/glossary/tongjian/#")}
    assert "/glossary/tongjian/#topics" in headings
    text = built.read("seeds/ledger.txt").replace("/glossary/tongjian/#topics", "/glossary/tongjian/#gone")
    built.write("seeds/ledger.txt", text)
    assert built.run("build").exit_code in (0, 1)
    assert '<span id="gone"></span>' in built.read(page)
    assert headings | {"/glossary/tongjian/#gone"} <= addresses(built)
    assert built.run("build", "--check").exit_code in (0, 1)
