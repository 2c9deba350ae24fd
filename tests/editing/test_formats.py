"""A seed that is no plain text: kept as received, its text beside it, and ids rest on that text; and a guess put right."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml

from tests.editing.project import Project

LINES = [
    *("某镇人民政府关于修路的意见", "某镇府〔2032〕5号", "各村：", "为改善出行条件，现提出以下意见。", "一、任务", "今年修路三条，投入1.2亿元。"),
    *("附件1", "名词解释", "1.“四好农村路”：指建好、管好、护好、运营好农村公路。"),
]  # fmt: skip


@pytest.fixture
def word(tmp_path: Path) -> Path:
    import docx

    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    file = tmp_path / "road-2032.docx"
    document.save(str(file))
    return file


def source_of(project: Project) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(project.read("seeds/road-2032/document.yml"))["source"]
    return found


def test_a_word_file_is_kept_with_its_text_and_published(sound: Project, word: Path) -> None:
    assert sound.run("add", word).exit_code == 0
    source, folder = source_of(sound), sound.root / "seeds/road-2032"
    assert (folder / "source.docx").read_bytes() == word.read_bytes()
    assert source["sha256"] == hashlib.sha256(word.read_bytes()).hexdigest()
    text = (folder / "text.txt").read_bytes()
    assert text.decode() == "\n".join(LINES) and source["text_sha256"] == hashlib.sha256(text).hexdigest()
    assert str(source["converter"]).startswith("python-docx ")
    assert sound.run("build").exit_code == 0
    digest = json.loads(sound.read("docs/data/digest.json"))
    (seed,) = [s for s in digest["seeds"] if s["file"].endswith(".docx")]
    assert seed["text"] == "seeds/road-2032/text.txt" and seed["converter"] == source["converter"]
    page = sound.read("docs/speeches/road-2032/index.md")
    assert "docx, read by python-docx" in page and 'id="road-2032.a1.p1"' in page
    assert sound.run("build", "--check").exit_code == 0


def test_the_text_is_what_ids_rest_on(sound: Project, word: Path) -> None:
    """Whatever a newer converter would say, the text that was published stays; and nobody changes either unnoticed."""
    assert sound.run("add", word).exit_code == 0
    sound.write("seeds/road-2032/text.txt", "\n".join(LINES).replace("三条", "四条"))
    result = sound.run("build")
    assert result.exit_code == 2 and "seeds/road-2032/text.txt: ids rest on it" in result.stderr
    sound.write("seeds/road-2032/text.txt", "\n".join(LINES))
    assert sound.run("build").exit_code == 0
    sound.write("seeds/road-2032/source.docx", b"PK")
    result = sound.run("build")
    assert result.exit_code == 2 and "restore seeds/road-2032/source.docx" in result.stderr


@pytest.mark.parametrize("field", ["text", "text_sha256", "converter"])
def test_a_text_without_its_hash_or_its_converter_is_refused(sound: Project, word: Path, field: str) -> None:
    assert sound.run("add", word).exit_code == 0
    source = source_of(sound)
    sound.edit("seeds/road-2032/document.yml", f"\n  {field}: {source[field]}\n", "\n")
    result = sound.run("build")
    assert (
        result.exit_code == 2
        and "belong together" in result.stderr
        and "seeds/road-2032/document.yml:" in result.stderr
    )


@pytest.mark.parametrize("name", ["../mini/source.txt", "/etc/passwd", "a\\\\b"])
def test_a_source_lies_in_its_own_folder(sound: Project, word: Path, name: str) -> None:
    assert sound.run("add", word).exit_code == 0
    sound.edit("seeds/road-2032/document.yml", "  file: source.docx", f'  file: "{name}"')
    result = sound.run("build")
    assert result.exit_code == 2 and "seeds/road-2032/document.yml:" in result.stderr


def test_the_same_words_in_another_format_are_known(sound: Project, word: Path, tmp_path: Path) -> None:
    assert sound.run("add", word).exit_code == 0
    page = tmp_path / "page-2032.html"
    page.write_text("<meta charset=utf-8>" + "".join(f"<p>{line}</p>" for line in LINES), encoding="utf-8")
    result = sound.run("add", page)
    assert result.exit_code == 2 and "nearly the words of seeds/road-2032" in result.stderr


def test_parse_reads_any_format_and_says_what_it_left_out(sound: Project, tmp_path: Path) -> None:
    page = tmp_path / "page-2032.html"
    body = "<div><a href=/>首页</a></div><div>" + "".join(f"<p>{line}</p>" for line in LINES) + "</div>"
    page.write_text(f"<meta charset=utf-8>{body}", encoding="utf-8")
    parsed = json.loads(sound.run("parse", page, "--json").stdout)
    assert (
        parsed["converter"].startswith("selectolax ")
        and "首页" in parsed["converted"][0]
        and "left out" in parsed["converted"][0]
    )
    assert parsed["definitions"] == [
        {"passage": "page-2032.a1.p1", "term": {"start": 3, "end": 8}, "definition": {"start": 10, "end": 28}}
    ]


def test_a_line_that_was_guessed_wrongly_is_put_right(sound: Project, tmp_path: Path) -> None:
    file = tmp_path / "road-2032.txt"
    file.write_text(
        "某镇讲话\n各位村民：\n现在讲话。\n修路的打算\n今年修路三条。\n谁来修\n大家来修。\n", encoding="utf-8"
    )
    assert sound.run("add", file).exit_code == 0
    said = sound.run("check")
    assert "document.yml: lines: [{begins: …, is: text}]" in said.stdout
    parsed = json.loads(sound.run("parse", file, "--json").stdout)
    assert [(s["label"], s["title"]["zh"]) for s in parsed["sections"]] == [(None, "修路的打算"), (None, "谁来修")]
    document = sound.read("seeds/road-2032/document.yml")
    document = re.sub(r"  (?:strands|topics):\n(?:    .*\n)+", "", document)  # which spoke of the headings
    sound.write("seeds/road-2032/document.yml", re.sub(r"    strands: .*\n", "", document))
    sound.edit(
        "seeds/road-2032/document.yml",
        "  begins: ''\n",
        "  begins: ''\n  lines:\n  - {begins: 修路的打算, is: text}\n  - {begins: 谁来修, is: furniture}\n",
    )
    result = sound.run("build")
    assert result.exit_code == 0, result.stderr
    digest = json.loads(sound.read("docs/data/digest.json"))
    assert not [s for s in digest["sections"] if s["document"] == "road-2032"]
    assert [f["zh"] for f in digest["front_matter"] if f["role"] == "furniture"] == ["谁来修"]
    assert "修路的打算" in [p["zh"] for p in digest["passages"]]
    sound.edit("seeds/road-2032/document.yml", "begins: 谁来修", "begins: 谁也不修")
    result = sound.run("build")
    assert result.exit_code == 2 and "no line of road-2032 begins with '谁也不修'" in result.stderr


def test_what_stands_around_the_text_has_its_place_on_the_pages(sound: Project, tmp_path: Path) -> None:
    """Furniture is folded away, a footnote stands beside its passage, a printed definition on the page of its term."""
    lines = [
        *("某镇新闻网 2032-03-15 11:17", "某镇图书馆报告", "各位代表：", "现在报告工作①。", "一、任务", "读书日办好。"),
        *("附件1", "名词解释", "1.“TERM”：指人人可借的书。", "注：", "① 某报，2032年。"),
    ]
    term = re.search(r"^\s*(?:- )?zh: (\S+)$", sound.read("glossary.yml"), re.M)
    assert term
    file = tmp_path / "library-2032.txt"
    file.write_text("\n".join(lines).replace("TERM", term[1]), encoding="utf-8")
    assert sound.run("add", file).exit_code == 0
    assert sound.run("build").exit_code == 0
    page = sound.read("docs/speeches/library-2032/index.md")
    folded = page[page.index('<details class="yd-furniture">') : page.index("</details>")]
    assert "某镇新闻网" in folded and 'id="library-2032.furniture"' in folded
    passage = page[page.index('id="library-2032.p1"') : page.index("{#library-2032.1}")]
    assert "原注：" in passage
    assert '<span lang="zh-Hans" class="yd-own">①某报，2032年。</span>' in passage  # shown in the English reading too
    digest = json.loads(sound.read("docs/data/digest.json"))
    (noted,) = [p["notes"] for p in digest["passages"] if p["id"] == "library-2032.p1"]
    assert noted == [{"zh": "①某报，2032年。", "en": None, "kind": "source", "quote": "①"}]
    (slug,) = [t["slug"] for t in digest["terms"] if t["zh"] == term[1]]
    told = sound.read(f"docs/glossary/{slug}/index.md")
    assert "文件自附释义" in told and "指人人可借的书。" in told and "library-2032.a1.p1" in told
    searched = sound.read("docs/data/search/line-0.js")
    assert "library-2032.title" in searched and "library-2032.furniture" not in searched
