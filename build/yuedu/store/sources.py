"""The project's sources, read from the disk: seeds, topics, glossary, summaries."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath

from yuedu.analysis.speeches import Seed
from yuedu.corpus.assembly import Sources
from yuedu.errors import EditorError, SourceError
from yuedu.intake.encodings import Decoded, decode
from yuedu.intake.reading import take
from yuedu.intake.taken import Taken
from yuedu.sources.collection import Collection
from yuedu.sources.configuration import site
from yuedu.sources.synopses import FILE as SYNOPSES
from yuedu.sources.yamlfile import YamlFile, parse_yaml


def read_sources(root: Path, *, seeds: bool = True) -> Sources:
    """Read everything a build is made from; `root` is the project's folder. Not `seeds`: all but them."""
    english = [f.relative_to(root).as_posix() for f in sorted((root / "summaries").glob("*.yml"))]
    cache = root / ".cache"
    cache.mkdir(exist_ok=True)
    return Sources(
        seeds=read_seeds(root) if seeds else (),
        topics=read_yaml(root / "topics.yml", "topics.yml"),
        glossary=read_yaml(root / "glossary.yml", "glossary.yml"),
        summaries=[read_yaml(root / name, name) for name in english if name != SYNOPSES],
        synopses=read_yaml(root / SYNOPSES, SYNOPSES) if SYNOPSES in english else None,
        site=site(read_yaml(root / "mkdocs.yml", "mkdocs.yml")),
        cache_dir=str(cache),
    )


def read_seeds(root: Path) -> list[Seed]:
    """The seeds in order of their folders' names; a new digest has none."""
    return [seed_of(where, read_folder(root, where)) for where in seed_folders(root)]


def seed_folders(root: Path) -> list[str]:
    """The folders of the seeds, relative to the project, in order."""
    return sorted(f.parent.relative_to(root).as_posix() for f in (root / "seeds").glob("*/document.yml"))


def read_folder(root: Path, where: str) -> dict[str, bytes]:
    """Every file of a seed's folder, by its name in it."""
    folder = root / where
    files = sorted(f for f in folder.rglob("*") if f.is_file())
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}


def seed_of(where: str, files: Mapping[str, bytes]) -> Seed:
    """The seed that lies in a folder with these files."""
    name = f"{where}/document.yml"
    editing = parse_yaml(_utf8(files["document.yml"], name), name)
    source = editing.value.get("source") if isinstance(editing.value, dict) else None
    file = source.get("file") if isinstance(source, dict) else None
    if not isinstance(file, str):
        raise editing.error(
            ("source",), "the field 'source.file' is missing", "add source: {file: source.txt, sha256: …}"
        )
    seed = editing.shaped(Collection).source
    if seed.text is None:
        return Seed(f"{where}/{file}", _decoded(where, file, files), editing)
    received = hashlib.sha256(_bytes(where, file, files)).hexdigest()
    return Seed(f"{where}/{file}", _decoded(where, seed.text, files), editing, received)


def _decoded(where: str, file: str, files: Mapping[str, bytes]) -> Decoded:
    return decode(_bytes(where, file, files), f"{where}/{file}")


def _bytes(where: str, file: str, files: Mapping[str, bytes]) -> bytes:
    if file == "." or any(name.startswith(f"{file}/") for name in files):
        raise SourceError(normpath(f"{where}/{file}"), None, "is a folder, not a text", "name a file in it")
    if file not in files:
        raise SourceError(f"{where}/{file}", None, "no such file", "check the path")
    return files[file]


def read_source(path: Path, name: str) -> Decoded:
    """Read and decode one plain text."""
    return decode(read_bytes(path, name), name)


def take_file(path: Path) -> tuple[bytes, Taken]:
    """A file that a user named, in any format: its bytes, and its text."""
    data = read_bytes(path, str(path))
    return data, take(data, str(path))


def read_bytes(path: Path, name: str) -> bytes:
    """A file that a user named."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(name, None, "no such file", "check the path") from None
    except IsADirectoryError:
        raise SourceError(name, None, "is a folder, not a text", "name a file in it") from None


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read one editors' file; `name` is how errors call it."""
    return parse_yaml(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """The text of one editors' file, its line ends as they are."""
    try:
        return _utf8(path.read_bytes(), name)
    except FileNotFoundError:
        raise EditorError(name, None, "no such file", "create it, or restore it from version control") from None


def _utf8(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise EditorError(name, None, f"byte {error.start} is not UTF-8", "save the file as UTF-8") from None
