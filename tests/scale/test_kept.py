"""What is kept between builds: little is made anew for a small edit, and nothing is believed that is not whole and our own."""

from __future__ import annotations

import hashlib
import json
import pickle
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import yuedu.store.making
import yuedu.store.shelf
from tests.editing.project import Project
from tests.scale.library import append, generated, good, times


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are rendered from now on."""
    found: list[str] = []
    finished = yuedu.store.making.finished

    def watched(text: str, url: str, *more: Any, **named: Any) -> Any:
        found.append(url)
        return finished(text, url, *more, **named)

    monkeypatch.setattr(yuedu.store.making, "finished", watched)
    return found


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The seeds that are read from now on."""
    found: list[str] = []
    entry_of = yuedu.store.shelf.entry_of

    def watched(where: str, *more: Any) -> bytes:
        found.append(where)
        return entry_of(where, *more)

    monkeypatch.setattr(yuedu.store.shelf, "entry_of", watched)
    return found


def test_a_sentence_makes_few_files(built: Project, rendered: list[str], read: list[str]) -> None:
    before = times(built)
    append(built, "seeds/paper-06", "各馆要用好书目通。")
    rendered.clear()
    good(built)
    after = times(built)
    written = {path for path in after if after[path] != before.get(path)}
    assert read == ["seeds/paper-06"]
    assert {"docs/speeches/paper-6/index.md", "docs/data/paper-6.txt", "docs/data/digest.json"} <= written
    others = {"/speeches/note-2031/", *(f"/{kind}/paper-{n}/" for kind in ("speeches", "figures") for n in range(1, 6))}
    untouched = others | {"/glossary/tongjian/", "/glossary/jieyue/2031/", "/topics/lending/2031/", "/speakers/"}
    assert untouched.isdisjoint(rendered)
    assert written.isdisjoint(f"docs{url}index.md" for url in untouched)
    assert not any(f"paper-{n}" in path for n in range(1, 6) for path in written)
    assert len(rendered) < len([p for p in after if p.endswith(".md")]) / 3


def test_an_edit_that_no_page_shows_renders_nothing_for_long(built: Project, rendered: list[str]) -> None:
    """A comment in the term base."""
    built.edit("glossary.yml", "# The terms of the miniature", "# Terms of the miniature")
    rendered.clear()
    good(built)
    assert rendered == []


def test_an_alias_has_read_again_what_holds_its_term_alone(built: Project, read: list[str]) -> None:
    """By its old name or by the new one."""
    read.clear()
    built.edit("glossary.yml", "  zh: 统建\n", "  zh: 统建\n  aliases: [西村]\n")
    good(built)
    assert read == ["seeds/mini", "seeds/paper-03"]


def test_a_new_term_has_read_again_what_holds_it_alone(built: Project, read: list[str]) -> None:
    read.clear()
    term = "\n- slug: xicun\n  zh: 西村\n  kind: concept\n  en: {preferred: West Village, provenance: ours}\n"
    text = "  definition: {zh: 一村。, en: A village.}\n  basis: text\n"
    built.write("glossary.yml", built.read("glossary.yml") + term + text)
    good(built)
    assert read == ["seeds/paper-03"]


def test_a_definition_has_nothing_read_again(built: Project, read: list[str]) -> None:
    read.clear()
    built.edit("glossary.yml", "en: The staff of a library.", "en: The people of a library.")
    good(built)
    assert read == []


def test_going_back_reads_nothing_again(built: Project, read: list[str]) -> None:
    """As who changes between two branches does."""
    first = {p: d for p, d in built.bytes("seeds").items() if "ledger" not in p}
    append(built, "seeds/paper-06", "各馆要用好书目通。")
    good(built)
    read.clear()
    for path, data in first.items():
        built.write(path, data)
    built.write("seeds/redirects.yml", '"/speeches/paper-6/#paper-6.2.p1.s3": "/speeches/paper-6/#paper-6.2.p1"\n')
    good(built)
    assert read == []


class Evil:
    """A value that is made by a call of the system."""

    def __init__(self, trace: Path) -> None:
        self._trace = trace

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str]]:
        import os

        return os.system, (f"touch '{self._trace}'",)


def sealed(data: bytes) -> bytes:
    """As a kept value is: with the hash of what follows."""
    packed = zlib.compress(data)
    return hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed


def headed(value: bytes) -> bytes:
    """As an entry of the shelf is: the length of its head, then that, then its body."""
    return f"{len(value)}\n".encode() + value + value


def bundled(value: bytes, before: bytes) -> bytes:
    """As the bundle that it takes the place of: every value in it is this one."""
    try:
        names = list(json.loads(before.partition(b"\n")[0]))
    except (ValueError, TypeError):
        names = ["head"]
    return json.dumps(dict.fromkeys(names, len(value))).encode() + b"\n" + value * len(names)


DAMAGE: dict[str, Callable[[bytes, bytes], bytes]] = {
    "empty": lambda data, evil: b"",
    "cut short": lambda data, evil: data[: len(data) // 2],
    "another byte": lambda data, evil: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "a pickle": lambda data, evil: evil,
    "a sealed pickle": lambda data, evil: sealed(evil),
    "a sealed pickle with a head": lambda data, evil: headed(sealed(evil)),
    "a bundle of sealed pickles": lambda data, evil: bundled(sealed(evil), data),
    "our own class for another, with a head": lambda data, evil: headed(sealed(pickle.dumps([1, 2], 5))),
    "our own class for another, bundled": lambda data, evil: bundled(sealed(pickle.dumps([1, 2], 5)), data),
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A library that stays built."""
    from tests.scale.library import make_library, set_small

    with pytest.MonkeyPatch.context() as patch:
        set_small(patch)
        project = make_library(tmp_path_factory.mktemp("kept") / "library")
        good(project)
    return project


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_damaged_or_foreign_is_made_anew_and_never_run(
    kept: Project, small: None, tmp_path: Path, damage: Callable[[bytes, bytes], bytes]
) -> None:
    good(kept)
    before = generated(kept)
    trace = tmp_path / "ran"
    evil = pickle.dumps(Evil(trace))
    files = [f for f in (kept.root / ".cache").rglob("*") if f.is_file() and not f.name.startswith("jieba")]
    assert len(files) >= 20
    for file in files:
        file.write_bytes(damage(file.read_bytes(), evil))
    (kept.root / "docs/speeches/paper-1/index.md").write_text("gone\n")
    good(kept)
    assert not trace.exists()
    assert generated(kept) == before
    good(kept)
    assert not trace.exists()


def test_the_pickle_would_run(tmp_path: Path) -> None:
    """Else the test above tells nothing."""
    pickle.loads(pickle.dumps(Evil(tmp_path / "ran")))
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize("what", [".", "analyses", "parts", "made.bin"])
def test_without_what_was_kept_the_tree_is_the_same(kept: Project, small: None, what: str) -> None:
    good(kept)
    before = generated(kept)
    gone = kept.root / ".cache" / what
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    (kept.root / ".cache/build.json").unlink(missing_ok=True)
    good(kept)
    assert generated(kept) == before
