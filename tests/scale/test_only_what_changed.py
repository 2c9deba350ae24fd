"""After any edit, a build that makes only what has changed leaves what a build of everything leaves: each file, each byte.

One library is edited again and again, as its editor does; after each edit it is built with all that is kept of it, and a copy
of its sources and its ledger with nothing. A page that names too little of what it shows would be found here.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.editing.many import add_documents
from tests.editing.project import DOCUMENT, SUMMARIES, SYNOPSES, Project
from tests.scale.library import (
    COUNTED,
    append,
    build,
    differing,
    document,
    english,
    from_nothing,
    generated,
    good,
    make_library,
    set_small,
    source,
)

Edit = Callable[[Project], object]
NEW_TERM = """
- slug: zengtushu
  zh: 新增图书
  kind: concept
  en: {preferred: new books, provenance: ours}
  definition: {zh: 新买的书。, en: Books newly bought.}
  basis: text
"""
NEW_SERIES = """
series:
- slug: staff-trained
  title: {en: Librarians trained, zh: 培训馆员}
  figures: [paper-1.2.p1.f6, paper-2.2.p1.f6]
"""
NEW_TOPIC = """
- slug: villages
  title: {en: The villages, zh: 各村}
  abstract: {en: What is said of villages., zh: 关于各村。}

comparisons:"""


def edit(path: str, old: str, new: str) -> Edit:
    return lambda p: p.edit(path, old, new)


def fields(number: int, **given: object) -> Edit:
    return lambda p: document(p, number, **given)


def together(*edits: Edit) -> Edit:
    """Edits that show on different pages."""

    def change(project: Project) -> None:
        for one in edits:
            one(project)

    return change


def both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def leaving(page: str, to: str, change: Edit) -> Edit:
    """An edit after which a page is there no more; an editor says where it went."""

    def whole(project: Project) -> None:
        change(project)
        lead_on(project, page, to)

    return whole


def lead_on(project: Project, words: str, to: str) -> None:
    """Every page with these words in its address leads elsewhere."""
    lines = project.read("seeds/ledger.txt").splitlines()
    gone = [line for line in lines if words in line and "#" not in line]
    path = project.root / "seeds/redirects.yml"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + "".join(f'"{address}": {to}\n' for address in gone), encoding="utf-8")


def beside(number: int, **given: object) -> Edit:
    """What is declared beside a paper's document."""

    def change(project: Project) -> None:
        path = f"seeds/paper-{number:02}/document.yml"
        project.write(path, json.dumps(json.loads(project.read(path)) | given, ensure_ascii=False))

    return change


def add(project: Project) -> None:
    add_documents(project, 8, 1)


def remove(project: Project) -> None:
    """A document goes; an editor says where its addresses went."""
    shutil.rmtree(project.root / "seeds/paper-08")
    held = {page: project.read(f"docs/{page}/paper-8/index.md") for page in ("speeches", "figures")}
    ids = {(page, i) for page, text in held.items() for i in re.findall(r'(?:id="|{#)(paper-8\.[^"} ]+)', text)}
    fragments = [f'"/{page}/paper-8/#{i}": /speeches/\n' for page, i in sorted(ids)]
    project.write("seeds/redirects.yml", project.read("seeds/redirects.yml") + "".join(fragments))
    lead_on(project, "paper-8/", "/speeches/")
    lead_on(project, "/wangjiuyi/", "/speakers/")


def remove_unpublished(project: Project) -> None:
    """A document goes that nobody had seen: the ledger begins anew."""
    shutil.rmtree(project.root / "seeds/paper-06")
    (project.root / "seeds/ledger.txt").unlink()
    shutil.rmtree(project.root / "seeds/ledger")
    (project.root / "seeds/redirects.yml").unlink()


def without_english(project: Project) -> None:
    (project.root / "summaries/papers.yml").unlink()


def move_seed(project: Project) -> None:
    (project.root / "seeds/paper-05").rename(project.root / "seeds/zz-paper")


def damage(project: Project) -> None:
    project.write("docs/speeches/paper-1/index.md", "not what was made\n")


EDITS: dict[str, Edit] = {
    "a sentence": lambda p: append(p, "seeds/paper-02", "各馆要用好书目通。"),
    "a sentence with a figure": lambda p: append(p, "seeds/paper-04", "今年培训讲解员50名。"),
    "a series": lambda p: p.write("topics.yml", p.read("topics.yml") + NEW_SERIES),
    "a term said less often": lambda p: source(p, "seeds/paper-05", lambda t: t.replace("第1项借阅", "第1项阅览")),
    "a heading": lambda p: source(p, "seeds/paper-04", lambda t: t.replace("一、要求", "一、借阅要求")),
    "a city named": lambda p: append(p, "seeds/paper-05", "东村另建一馆。"),
    "a title": fields(1, title=both("第一号文件", "The first paper")),
    "a short name": fields(1, short=both("一号", "First")),
    "a title of the whole": fields(2, part_of="note-2031"),
    "a number of the whole, an issuer": together(edit(DOCUMENT, "number: 某图〔2031〕1号", "number: 某图〔2031〕2号"), fields(2, issuer=both("某局", "A bureau"))),
    "a date in its year": fields(3, date="2032-11-30"),
    "a date in another year": fields(3, date="2033-01-09"),
    "no date": fields(2, date=None),
    "a speaker's English": fields(4, speaker=both("王五一", "Wang Wuyi")),
    "another speaker": leaving("/wangwuyi/", "/speakers/", fields(4, speaker=both("某某", "Someone"))),
    "no speaker": leaving("/wangliuyi/", "/offices/", fields(5, speaker=None)),
    "an office": fields(4, office=both("局长", "Director")),
    "an occasion, an abstract, a basis of a date": together(fields(4, occasion=both("年会", "Annual meeting")), fields(4, abstract=both("要求与计划。", "What is asked and planned.")), fields(4, date_basis=both("文末署期", "date line at the end"))),
    "a period": edit(DOCUMENT, '  strands:\n    "": occasion', '  period: {zh: 去年, en: last year}\n  strands:\n    "": occasion'),
    "strands": fields(3, strands={"1": "done", "2": "planned"}),
    "a strand of a passage": fields(3, strands={"1": "done", "1.p1": "gaps", "2": "planned"}),
    "a filing": fields(1, topics={"1": "upkeep", "2": "upkeep"}),
    "a filing of a passage": fields(3, topics={"1": "lending", "1.p2": "occasion", "2": "upkeep"}),
    "a filing by rule": fields(3, topics={"1": "lending", "2": {"topic": "upkeep", "by": "rule", "score": 0.5}}),
    "not filed": fields(3, topics={"1": "lending"}),
    "follows": fields(4, follows="paper-3"),
    "a sentence of two that are compared": lambda p: append(p, "seeds/paper-04", "各馆要延长开放时间。"),
    "follows another": leaving("/paper-3..paper-4/", "/changes/", fields(4, follows="paper-2")),
    "a comparison of wording more": edit("topics.yml", "- {a: paper-4, b: paper-5}", "- {a: paper-4, b: paper-5}\n- {a: paper-5, b: note-2031}"),
    "a comparison of wording less": leaving("/paper-5..note-2031/", "/changes/", edit("topics.yml", "\n- {a: paper-5, b: note-2031}", "")),
    "also": fields(4, also={"1.p1.s1": {"topics": ["occasion"], "words": "各馆要办好第4批"}}),
    "also no more": fields(4, also=None),
    "English edited": lambda p: english(p, "paper-2.1.p1", "The libraries must provide lending service 1 of batch 2. Strive to add 21 books."),
    "English added": lambda p: english(p, "paper-3.1.p2", "The libraries must do lending 2 of batch 3. Strive to add 32 books."),
    "English reviewed": lambda p: english(p, "paper-2.1.p1", "The libraries must provide lending service 1 of batch 2. Strive to add 21 books.", "reviewed"),
    "a review of another day": edit("summaries/papers.yml", "2031-05-02", "2031-05-03"),
    "English of a heading": edit(SUMMARIES, "  - text: Firm up", "  - text: To firm up"),
    "drafts shown": edit("mkdocs.yml", "drafts: hide", "drafts: mark"),
    "a draft edited": lambda p: english(p, "paper-3.1.p2", "The libraries must provide lending 2 of batch 3. Strive to add 32 books."),
    "a rendering": edit("glossary.yml", "preferred: lending", "preferred: the lending of books"),
    "definitions": together(edit("glossary.yml", "en: The staff of a library.", "en: The people of a library."), edit("glossary.yml", "en: The catalogue system", "en: The one catalogue system")),
    "an accepted rendering": edit("glossary.yml", "text: borrowing", "text: taking out"),
    "an alias in one document": edit("glossary.yml", "  zh: 统建\n", "  zh: 统建\n  aliases: [另建]\n"),
    "a new term": lambda p: p.write("glossary.yml", p.read("glossary.yml") + NEW_TERM),
    "a kind": edit("glossary.yml", "  zh: 馆员\n  kind: concept", "  zh: 馆员\n  kind: body"),
    "what is not a term": edit("glossary.yml", "not_in: [借阅量]", "not_in: [借阅量, 借阅服务]"),
    "related terms, an example": together(edit("glossary.yml", "related: [guanyuan]", "related: [guanyuan, tongjian]"), edit("glossary.yml", "context: note-2031.p1.s2", "context: note-2031.1.p2.s1")),
    "a topic's title": edit("topics.yml", "title: {en: Occasion,", "title: {en: The occasion,"),
    "a topic's abstract, related topics": together(edit("topics.yml", "en: The close.", "en: The end."), edit("topics.yml", "related: [upkeep]", "related: [upkeep, occasion]")),
    "a topic's title in Chinese": edit("topics.yml", "zh: 借阅与书目}", "zh: 借阅、书目}"),
    "a new topic": edit("topics.yml", "\ncomparisons:", NEW_TOPIC),
    "filed under the new topic": fields(3, topics={"1": "villages", "2": "upkeep"}),
    "a figure's label": edit(SUMMARIES, "en: loans by the town’s libraries", "en: loans of the town’s libraries"),
    "a note of a translator, a synopsis of the whole": together(edit(SUMMARIES, "en: 馆舍 means the library buildings.", "en: 馆舍 means library buildings."), edit(SYNOPSES, "the buildings on money.", "buildings on money.")),
    "a figure's label, reviewed": lambda p: p.approve("note-2031.p1"),
    "a synopsis": edit(SYNOPSES, "en: Shumutong has gone live", "en: Now Shumutong has gone live"),
    "an actor": edit(DOCUMENT, "en: all libraries}", "en: every library}"),
    "a framework, a correction, a note": together(edit(DOCUMENT, "  en: Three things", "  en: The three things"), edit(DOCUMENT, "en: The word 工作 stands twice.", "en: 工作 stands twice."), edit(DOCUMENT, "en: The text does not say who checks.", "en: Who checks is not said.")),
    "a commitment": beside(1, commitments=[{"sentence": "paper-1.1.p1.s1", "who": [both("各馆", "each library")], "reason": both("说明", "Told.")}]),
    "a figure": beside(1, figures=[*COUNTED, {"figure": "paper-1.2.p1.f6", "period": "2030", "reason": "told elsewhere"}]),
    "what a figure counts": edit("seeds/paper-01/document.yml", "books of item 2", "books of the second item"),
    "a city more": edit(DOCUMENT, "  - {zh: 西村, en: West Village}", "  - {zh: 西村, en: West Village}\n  - {zh: 该村, en: That village}"),
    "a city's English, a comparison": together(edit(DOCUMENT, "en: East Village}", "en: Eastern Village}"), edit("topics.yml", "en: Books to be added", "en: Books added")),
    "a comparison of others": edit("topics.yml", "paper-1.1.p2.f22]", "paper-1.1.p3.f22]"),
    "a series changed": together(edit("topics.yml", "en: Librarians trained", "en: Librarians taught"), edit("topics.yml", "paper-2.2.p1.f6]", "paper-2.2.p1.f6, paper-3.2.p1.f6]")),
    "a series less": leaving("/figures/series/", "/figures/", lambda p: p.write("topics.yml", p.read("topics.yml").partition("\nseries:")[0] + "\n")),
    "the site's name": edit("mkdocs.yml", "site_name: Miniature", "site_name: Library"),
    "the site's address, the front page": together(edit("mkdocs.yml", "site_name: Library", "site_name: Library\nsite_url: https://library.example/"), edit("docs/index.md", "# Library", "# The library")),
    "drafts hidden": edit("mkdocs.yml", "drafts: mark", "drafts: hide"),
    "English removed": without_english,
    "a page by hand": edit("docs/about/index.md", "本站由编者整理。", "本站由编者整理，后面还有。"),
    "a document more": add,
    "a document less": remove,
    "an unpublished document less": remove_unpublished,
    "a seed's folder": move_seed,
    "what was made is damaged": damage,
    "nothing": edit("glossary.yml", "# The terms of the miniature", "# Terms of the miniature"),
}  # fmt: skip


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The library that all these edits are made in, one after the other."""
    with pytest.MonkeyPatch.context() as patch:
        set_small(patch)
        project = make_library(tmp_path_factory.mktemp("edited") / "library")
        good(project)
        yield project


def test_every_kind_of_page_is_there(edited: Project) -> None:
    """What the edits are tried on holds whatever a large project holds."""
    paths = {re.sub(r"(paper|note)-\d+", "document", p) for p in edited.bytes("docs")}
    kinds = ["topics/lending/20..", "topics/commitments/document", "topics/commitments/20..", "topics/compare"]
    kinds += ["topics/cities", "topics/frameworks", "topics/unfiled", "speeches/20.."]
    kinds += [
        "speakers/initial-w",
        "offices/guanzhang",
        "glossary/jieyue/20..",
        "glossary/initial-.",
        "glossary/by-kind/concept",
    ]
    kinds += ["changes", "changes/20..", "changes/document..document", "changes/document..document/1"]
    kinds += ["figures/document", "systems/shumutong"]
    missing = [kind for kind in kinds if not any(re.fullmatch(f"docs/{kind}/index.md", path) for path in paths)]
    assert missing == []


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_after_an_edit_everything_is_as_if_made_anew(edited: Project, change: Edit) -> None:
    change(edited)
    anew = from_nothing(edited, edited.root.parent / "anew")
    said, said_anew = build(edited), build(anew)
    assert said.exit_code in (0, 1), said.output
    assert said_anew.stdout.splitlines()[:-1] == said.stdout.splitlines()[:-1]
    left, made = generated(edited), generated(anew)
    wrong = differing(left, made)
    for path in wrong:  # so that the edits to come tell something of their own
        edited.write(path, made.get(path, b""))
    assert wrong == []
