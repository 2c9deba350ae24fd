"""No page grows without bound: what is too much for one stands on pages of its years, each thing on exactly one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editing.many import add_documents, make_small
from tests.editing.project import DOCUMENT, STALE, Project, copy_mini
from tests.editing.refusal import HERE, assert_refused

TOPIC = "docs/topics/lending"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Project:
    """Sixteen documents more, which is more than one page takes, built once for those that only read."""
    project = copy_mini(tmp_path_factory.mktemp("many") / "mini", cache)
    (project.root / STALE).unlink()
    add_documents(project, 1, 16)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        make_small(patch)
        built(project)
    return project


def built(project: Project) -> Project:
    result = project.run("build")
    assert result.exit_code == 0, result.output
    return project


def years(project: Project, folder: str) -> dict[str, str]:
    """Address below a folder → the page, for those of years and their parts."""
    found = sorted((project.root / folder).rglob("index.md"))
    paths = {f.parent.relative_to(project.root / folder).as_posix(): f.read_text(encoding="utf-8") for f in found}
    return {p: text for p, text in paths.items() if re.match(r"\d{4}|undated|initial-", p)}


def passages(page: str) -> list[str]:
    return re.findall(r'<section class="yd-passage" id="([^"]+)">', page)


def links(page: str) -> Iterator[str]:
    yield from re.findall(r'href="([^"#?]+)', page)


def test_every_passage_stands_on_exactly_one_page_of_a_year(many: Project) -> None:
    for topic in many.digest()["topics"]:
        gathered = [i for i in topic["passages"] if not re.search(r"\.s\d+$", i)]
        pages = years(many, f"docs/topics/{topic['slug']}")
        if topic["slug"] == "occasion":
            assert not pages
        else:
            assert pages
            assert sorted(i for page in pages.values() for i in passages(page)) == sorted(gathered)


def test_a_year_holds_what_is_of_that_year(many: Project) -> None:
    dates = {d["id"]: d["date"] for d in many.digest()["documents"]}
    for path, page in years(many, TOPIC).items():
        year = path.partition("/")[0]
        for ident in passages(page):
            date = dates[ident.partition(".")[0]]
            assert (date[:4] if date else "undated") == year


def test_the_topic_s_page_opens_with_the_newest_whole_documents(many: Project) -> None:
    page = many.read(f"{TOPIC}/index.md")
    shown = Counter(i.partition(".")[0] for i in passages(page))
    dates = {d["id"]: d["date"] or "" for d in many.digest()["documents"]}
    assert 0 < len(shown) < 16
    assert {*shown.values()} == {4}
    assert min(dates[d] for d in shown) >= max(date for d, date in dates.items() if d not in shown)
    assert f"The newest {len(shown)} of 17 documents are shown here." in page
    assert sorted({p.partition("/")[0] for p in years(many, TOPIC)}) == sorted(
        re.findall(
            r'href="\.\./\.\./topics/lending/(\w+)/"',
            page[page.index("yd-years") : page.index("</nav>", page.index("yd-years"))],
        )
    )


def test_the_head_of_a_year_counts_what_it_shows_and_leads_to_its_neighbours(many: Project) -> None:
    page = many.read(f"{TOPIC}/2036/index.md")
    assert "8 passages of 2 documents" in page
    assert '<a rel="prev" href="../../../topics/lending/2035/">' in page
    assert '<a rel="next" href="../../../topics/lending/2037/">' in page


def test_the_table_leads_to_where_each_document_stands(many: Project) -> None:
    page = many.read(f"{TOPIC}/index.md")
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    for href in re.findall(r'href="([^"]*#[^"]+)"', table):
        path, _, anchor = href.partition("#")
        target = page if not path else many.read(f"docs/{path.removeprefix('../../')}index.md")
        assert f"{{#{anchor}" in target


def test_a_document_that_is_too_long_for_a_page_is_cut_between_passages(
    sound: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_small(monkeypatch, room=1500)
    add_documents(sound, 1, 1, passages=12)
    pages = years(built(sound), TOPIC)
    mine = {path: [i for i in passages(page) if i.startswith("paper-1.")] for path, page in pages.items()}
    assert len([path for path, ids in mine.items() if ids]) > 1
    assert [i for _, ids in sorted(mine.items()) for i in ids] == [f"paper-1.1.p{n}" for n in range(1, 13)]


def test_what_is_added_at_the_end_moves_nothing(sound: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents of one year, in parts."""
    make_small(monkeypatch)
    add_documents(sound, 8, 1)
    for n in range(9, 16):
        add_documents(sound, n, 1)
        path = f"seeds/paper-{n:02}/document.yml"
        sound.write(path, re.sub(r'"date": "\d{4}', '"date": "2035', sound.read(path)))
    before = {p: passages(t) for p, t in years(built(sound), TOPIC).items()}
    assert "2035/2" in before
    add_documents(sound, 16, 1)
    path = "seeds/paper-16/document.yml"
    sound.write(path, sound.read(path).replace('"date": "2039', '"date": "2035'))
    after = {p: passages(t) for p, t in years(built(sound), TOPIC).items()}
    parts = sorted(p for p in before if p.startswith("2035"))
    for part in parts[:-1]:
        assert after[part] == before[part]
    assert {*before[parts[-1]]} <= {*after[parts[-1]]}
    assert "Parts" in sound.read(f"{TOPIC}/2035/index.md")


def test_commitments_stand_by_document_once_they_are_too_many(many: Project) -> None:
    every = {c["sentence"] for c in many.digest()["commitments"]}
    found: list[str] = []
    for document in [d["id"] for d in many.digest()["documents"]]:
        pages = sorted((many.root / f"docs/topics/commitments/{document}").rglob("index.md"))
        for page in pages:
            rows = re.findall(r'<tr role="row" data-document="([^"]+)".*?href="[^"#]*#([^"]+)"', page.read_text())
            assert {d for d, _ in rows} == {document}
            found += [ident for _, ident in rows]
    assert sorted(found) == sorted(every)
    front = many.read("docs/topics/commitments/index.md")
    assert f"directs or plans: {len(every)}," in front
    listed = "".join(years(many, "docs/topics/commitments").values())
    assert sorted(
        {re.search(r"commitments/([a-z]+-\d+)/", h)[1] for h in links(listed) if re.search(r"commitments/[a-z]+-", h)}
    ) == sorted(  # type: ignore[index]
        {i.partition(".")[0] for i in every}
    )


def test_a_commitment_leads_to_the_page_of_the_topic_that_shows_it(many: Project) -> None:
    page = many.read("docs/topics/commitments/paper-2/index.md")
    targets = re.findall(r'href="(?:\.\./)+(topics/(?:lending|upkeep)/[^"#]*)#([^"]+)"', page)
    assert targets
    for path, ident in targets:
        assert f'id="{ident}"' in many.read(f"docs/{path}index.md")


def test_the_index_of_speeches_and_a_speaker_s_page_stand_by_year(many: Project) -> None:
    ids = {d["id"] for d in many.digest()["documents"]}
    for folder in ("docs/speeches", "docs/offices/guanzhang"):
        pages = years(many, folder)
        held = Counter(h for page in pages.values() for h in re.findall(r"speeches/([a-z]+-\d+)/", page))
        assert {*held} == (ids if "speeches" in folder else ids - {"note-2031"})
        assert {*held.values()} == {1}
        assert "By year" in many.read(f"{folder}/index.md")
    letters = years(many, "docs/speakers")
    assert {"initial-w", "initial-m"} <= {*letters}
    assert "By letter" in many.read("docs/speakers/index.md") or "by letter" in many.read("docs/speakers/index.md")
    speakers = {h for page in letters.values() for h in re.findall(r"speakers/([a-z0-9]+)/", page)}
    assert len(speakers) == 17


def test_the_map_for_language_models_names_the_newest_and_the_years(many: Project) -> None:
    text = many.read("docs/llms.txt")
    assert text.count("](speeches/paper-") < 16
    assert "[2036, all documents](speeches/2036/)" in text


def test_every_link_between_pages_leads_to_a_page(many: Project) -> None:
    docs = many.root / "docs"
    for file in docs.rglob("index.md"):
        for href in links(file.read_text(encoding="utf-8")):
            if href.endswith("/") and not href.startswith(("http", "/")) and "search/" not in href:
                assert (file.parent / href / "index.md").is_file(), f"{file}: {href}"


def test_old_addresses_hold_when_a_topic_outgrows_its_page_and_when_it_shrinks(
    sound: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither needs a redirect; a page of a year that is not needed any more leads to the topic."""
    add_documents(sound, 1, 5)
    built(sound)
    assert not years(sound, TOPIC)
    before = {a for a in sound.read("seeds/ledger.txt").splitlines() if a.startswith("/topics/lending/")}
    with monkeypatch.context() as small:
        make_small(small)
        add_documents(sound, 6, 1)
        page = built(sound).read(f"{TOPIC}/index.md")
        assert years(sound, TOPIC)
    assert "A passage that an address named here stands with its document" in page
    assert len(page) < 30_000
    add_documents(sound, 7, 1)
    built(sound)
    assert 'url=../../../topics/lending/"' in years(sound, TOPIC)["2033"]
    assert before <= {*sound.read("seeds/ledger.txt").splitlines()}
    assert sound.run("build", "--check").exit_code == 0


def test_a_few_moved_passages_are_named_and_many_are_not(sound: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    make_small(monkeypatch, room=10**6, listed=10**6)
    add_documents(sound, 1, 16)
    built(sound)
    path = "seeds/paper-01/document.yml"
    sound.edit(path, '"1": "lending"', '"1": "upkeep"')
    page = built(sound).read(f"{TOPIC}/index.md")
    assert '<a class="yd-ref" id="paper-1.1.p1" href="../../speeches/paper-1/#paper-1.1.p1">' in page
    for n in range(2, 16):
        path = f"seeds/paper-{n:02}/document.yml"
        sound.edit(path, '"1": "lending"', '"1": "upkeep"')
    page = built(sound).read(f"{TOPIC}/index.md")
    assert "yd-elsewhere" not in page
    assert "stands with its document" in page


def test_a_document_cannot_have_the_address_of_those_without_a_date(sound: Project) -> None:
    sound.edit(DOCUMENT, "- id: note-2031\n", f"- id: undated  {HERE}\n")
    assert_refused(sound, DOCUMENT, ["'undated'", "address of a page"], "another id")
