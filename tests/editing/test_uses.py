"""How often a term is said: by document on its page, of all terms on one page, and as a table to count again."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

import pytest

from tests.editing.many import add_documents
from tests.editing.project import Project
from yuedu.pages import budget

BY_USE = "docs/glossary/by-use/index.md"
LENDING = "docs/glossary/jieyue/index.md"


@pytest.fixture
def several(sound: Project) -> Project:
    """The miniature of 2031 with papers of 2031 to 2033, the last of which speaks of librarians alone."""
    add_documents(sound, 1, 4)
    sound.write("seeds/paper-04/source.txt", "第4号文件\n\n一、要求\n\n各馆要培训馆员。\n")
    seed = "seeds/paper-04/document.yml"
    sound.write(
        seed,
        re.sub(r'"sha256": "\w+"', f'"sha256": "{digest_of(sound, "seeds/paper-04/source.txt")}"', sound.read(seed)),
    )
    sound.edit(seed, '"2": "planned"', '"1.p1": "asked"')
    sound.edit(seed, '"2": "upkeep"', '"1.p1": "upkeep"')
    result = sound.run("build")
    assert result.exit_code == 0, result.output
    return sound


def digest_of(project: Project, path: str) -> str:
    return project.tree()[path]


def rows_of(page: str) -> list[list[str]]:
    """The cells of the table of uses, as a reader sees them."""
    table = page[page.index('<table class="yd-uses"') :]
    body = table[table.index("<tbody>") : table.index("</tbody>")]
    rows = re.findall(r"<tr>(.*?)</tr>", body)
    return [[re.sub(r"<[^>]*>", "", c).strip() for c in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def uses(project: Project) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(project.read("docs/data/uses.csv").lstrip("\ufeff"))))


def test_the_table_says_what_the_digest_holds(several: Project) -> None:
    """Counted again from the places that the digest names."""
    digest = several.digest()
    home = {p["id"]: p["document"] for p in digest["passages"]}
    size = Counter({p["id"]: len(p["zh"]) for p in digest["passages"]})
    for term in digest["terms"]:
        places = Counter(home[o["passage"]] for o in (*term["occurrences"], *term["also_at"]))
        told = {r["document"]: r for r in uses(several) if r["slug"] == term["slug"]}
        assert {d: int(r["count"]) for d, r in told.items()} == places
        for document, row in told.items():
            whole = sum(size[p] for p, d in home.items() if d == document)
            assert row["per_10000"] == f"{10_000 * places[document] / whole:.3f}"


def test_a_rank_is_among_the_terms_of_a_document(several: Project) -> None:
    """paper-1 says lending four times and librarians once."""
    ranks = {r["slug"]: (int(r["count"]), int(r["rank"])) for r in uses(several) if r["document"] == "paper-1"}
    assert ranks["jieyue"] == (4, 1)
    assert ranks["guanyuan"] == (1, 2)


def test_a_term_tells_its_documents_in_order_and_those_that_do_not_say_it(several: Project) -> None:
    page = several.read(LENDING)
    rows = rows_of(page)
    dates = [re.search(r"\d{4}-\d\d-\d\d", r[0]).group() for r in rows]  # type: ignore[union-attr]
    assert dates == sorted(dates)
    assert len(rows) == 5
    (silent,) = [r for r in rows if r[1] == "0"]
    assert silent[0].startswith("No. 4")
    assert silent[2:] == ["", ""]
    assert "Not said in: No. 4, 2033-03-05." in page
    assert '<a href="#in-paper-3">4</a>' in page
    assert "### " in page[page.index("{#concordance}") :]
    assert "{#in-paper-3}" in page


def test_new_and_not_said_since(several: Project) -> None:
    """Of the newest year there is one paper, and it says 馆员 alone."""
    page = several.read(BY_USE)
    states = {row[0].split()[0]: row[-1] for row in rows_of(page)}
    assert states["馆员"] == ""
    assert states["借阅"] == "not said since 2032 2032年后未见"
    assert "Said before, not in 2033" in page
    assert "New in 2033" not in page
    assert '<nav class="yd-views" data-firsts=""' in page, "the filter of the lists stays away from a table"
    counts = [int(row[1]) for row in rows_of(page)]
    assert counts == sorted(counts, reverse=True)
    assert '<a href="../glossary/by-use/">' in several.read("docs/glossary/index.md")


def test_a_term_of_the_newest_year_alone_is_new(several: Project) -> None:
    record = "\n- slug: peixunguanyuan\n  zh: 要培训馆员\n  kind: concept\n  en: {preferred: staff training, provenance: ours}\n"
    record += "  definition: {zh: 教馆员。, en: Teaching librarians.}\n  basis: text\n"
    several.write("glossary.yml", several.read("glossary.yml") + record)
    assert several.run("build").exit_code == 0
    page = several.read(BY_USE)
    states = {row[0].split()[0]: row[-1] for row in rows_of(page)}
    assert states["要培训馆员"] == "new in 2033 2033年新见"
    assert "New in 2033" in page


def test_many_documents_are_told_by_year(several: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "USES_BY_DOCUMENT", 3)
    monkeypatch.setattr(budget, "USES", 2)
    (several.root / "docs/glossary/jieyue/index.md").unlink()
    add_documents(several, 5, 1)
    assert several.run("build").exit_code == 0
    rows = rows_of(several.read(LENDING))
    assert [(r[0], r[3]) for r in rows] == [("2031 2031年", "2"), ("2032 2032年", "2"), ("2033 2033年", "1")]
    assert len(rows_of(several.read(BY_USE))) == 2
    assert '<a href="../../glossary/by-use/2/">2</a>' in several.read(BY_USE)


def test_of_one_year_there_is_no_such_page(built: Project) -> None:
    """The table is there all the same."""
    assert not (built.root / BY_USE).exists()
    assert "by-use" not in built.read("docs/glossary/index.md")
    assert "yd-uses" not in built.read(LENDING)
    assert {r["document"] for r in uses(built)} == {"note-2031"}
