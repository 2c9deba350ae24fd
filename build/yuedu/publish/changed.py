"""Which files of a site have to be made anew, and what was made of each: one build of MkDocs, beside which this goes.

`mkdocs build --dirty` asks each file whether it was modified, and goes by the times of files. Here the answer is that of
the record: a file is as it was where its source has the bytes that it had, what was made of it lies in the site as it was
made, every file that its links name is where it was, and what all pages share has not changed. Where anything else may
have changed, everything is built.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

from yuedu.publish.record import Made, Record
from yuedu.publish.seen import Seen, is_as, look
from yuedu.publish.shared import reasons, shared
from yuedu.store.files import write_atomically

log = logging.getLogger("mkdocs.yuedu")


class Changed(logging.Handler):
    """One build: what is made anew in it, what its pages asked for, and which of them gave a warning."""

    def __init__(self, config: Any, files: Any) -> None:
        super().__init__(logging.WARNING)
        self.config, self.files = config, files
        self.site = Path(config.site_dir)
        self.page: str | None = None
        self.asked: dict[str, dict[str, str | None]] = {}
        self.warned: set[str] = set()
        self.shared: dict[str, str] = {}
        self.sources: dict[str, Seen] = {}
        self.kept: dict[str, Made] = {}
        self._find = files.get_file_from_path
        files.get_file_from_path = self._ask

    def emit(self, record: logging.LogRecord) -> None:
        """A warning: the page that gave it is built again next time, and says it again."""
        if self.page is not None:
            self.warned.add(self.page)

    def _ask(self, path: str) -> Any:
        """MkDocs' own look-up, which a page's links go through: what a page asks for is kept with it."""
        found = self._find(path)
        if self.page is not None:
            self.asked.setdefault(self.page, {})[path] = _address(found)
        return found

    def decide(self, nav: Any, before: Record | None) -> None:
        """Say of each file whether it is as it was; where all must be built, begin with an empty site.

        `before` None: nobody asks, and everything is built.
        """
        for page in nav.pages:  # their titles stand on every page, and are in their heads
            page.read_source(self.config)
        self.shared = shared(self.config, nav)
        why = self._why_all(nav, before) if before is not None else ""
        if why:
            clean_directory(str(self.site))
        known = {} if why or before is None else before.made
        for file in self.files:
            source = self._source(file, known.get(file.src_uri))
            if source is not None:
                self.sources[file.src_uri] = source
                self._keep(file, source, known.get(file.src_uri))
            kept = file.src_uri in self.kept
            file.is_modified = lambda kept=kept: not kept
        anew = sum(f.src_uri not in self.kept for f in self.files if f.is_documentation_page())
        if before is not None:
            log.info("%s of %s pages are built%s", anew, len(self.files.documentation_pages()), why and f": {why}")
        self._let_links_be_checked()

    def _why_all(self, nav: Any, before: Record) -> str:
        always = list(reasons(self.config, nav))
        if always:
            return always[0]
        if not before.shared:
            return "there is no record of what lies in the site"
        differ = [name for name, part in self.shared.items() if before.shared.get(name) != part]
        return f"{', '.join(differ)} changed" if differ else ""

    def _source(self, file: Any, made: Made | None) -> Seen | None:
        """What a source is, before MkDocs reads it; None for one that lies in no file."""
        return look(Path(file.abs_src_path), made.source if made else None) if file.abs_src_path else None

    def _keep(self, file: Any, source: Seen, made: Made | None) -> None:
        if made is None or made.source.sha256 != source.sha256:
            return
        if set(made.files) != set(_made_of(file)) or not file.inclusion.is_included():
            return
        if any(_address(self._find(path)) != address for path, address in made.asked.items()):
            return
        files = {path: is_as(self.site / path, seen) for path, seen in made.files.items()}
        if all(files.values()):
            there = {path: seen for path, seen in files.items() if seen is not None}
            self.kept[file.src_uri] = Made(source, there, made.asked, made.anchors)

    def _let_links_be_checked(self) -> None:
        """MkDocs holds links against the places on pages as it built them: so a page that is kept gets what it had."""
        for file in self.files.documentation_pages():
            if (made := self.kept.get(file.src_uri)) is not None:
                targets = ((self._find(path), links) for path, links in made.anchors.items())
                links = {t: dict(links) for t, links in targets if t is not None and t.src_uri not in self.kept}
                file.page.links_to_anchors = links
                file.page.present_anchor_ids = Places(file, self.config, self.files)

    def finish(self) -> Record:
        """After MkDocs: what the site holds beside its pages is put there or taken away; returns the new record."""
        made = dict(self.kept)
        wanted = {*self.config.theme.static_templates, *map(str, self.config.extra_templates)}
        wanted |= {"sitemap.xml.gz"} if "sitemap.xml" in wanted else set()
        for file in self.files:
            if not file.inclusion.is_included():
                continue
            wanted |= set(_made_of(file))
            if file.src_uri not in self.kept:
                if file.is_documentation_page():
                    write_atomically(self.site / _copy_of(file), file.content_bytes)
                if (one := self._made(file)) is not None:
                    made[file.src_uri] = one
        _remove_others(self.site, wanted)
        return Record(self.shared, {s: m for s, m in made.items() if s not in self._wrongly_linked()})

    def _made(self, file: Any) -> Made | None:
        """What was made of a file; None where it has to be made again next time."""
        source = self.sources.get(file.src_uri)
        files = {path: look(self.site / path) for path in _made_of(file)}
        there = {path: seen for path, seen in files.items() if seen is not None}
        if source is None or len(there) < len(files) or file.src_uri in self.warned:
            return None
        if not file.is_documentation_page():
            return Made(source, there)
        if file.page.links_to_anchors is None:  # MkDocs gathers none where it says everything (--verbose)
            return None
        anchors = {target.src_uri: dict(links) for target, links in file.page.links_to_anchors.items()}
        return Made(source, there, self.asked.get(file.src_uri, {}), anchors)

    def _wrongly_linked(self) -> set[str]:
        """Pages that link to a place which is not there, where MkDocs warns of that."""
        if self.config.validation.links.anchors < logging.WARNING:
            return set()
        pages = [f for f in self.files.documentation_pages() if f.page.links_to_anchors]
        return {
            file.src_uri
            for file in pages
            for target, links in file.page.links_to_anchors.items()
            if target.page is not None and target.page.present_anchor_ids is not None
            if any(anchor not in target.page.present_anchor_ids for anchor in links)
        }


class Places:
    """The places of a page that is not built, looked for when a link asks for one."""

    def __init__(self, file: Any, config: Any, files: Any) -> None:
        self._of = file, config, files
        self._ids: set[str] | None = None

    def __contains__(self, anchor: str) -> bool:
        if self._ids is None:
            file, config, files = self._of
            kept = file.page
            page = Page(kept.title, file, config)
            page.read_source(config)
            page.render(config, files)
            file.page, self._ids = kept, page.present_anchor_ids or set()
        return anchor in self._ids


def _address(file: Any) -> str | None:
    """Where a file is published, or lies for those who read the source: what a link to it depends on."""
    if file is None:
        return None
    left_out = "" if file.inclusion.is_included() else f" {InclusionLevel(file.inclusion).name}"
    return f"{file.url}{left_out}"


def _made_of(file: Any) -> Iterator[str]:
    """The files of the site that are made of one: of a page itself, and its Markdown beside it."""
    yield file.dest_uri
    if file.is_documentation_page():
        yield _copy_of(file)


def _copy_of(file: Any) -> str:
    return str(file.src_uri)


def _remove_others(site: Path, wanted: set[str]) -> None:
    """Take away what a clean build would not have; as MkDocs does, leave what is hidden at the top."""
    found = [p for p in sorted(site.rglob("*"), reverse=True) if not p.relative_to(site).parts[0].startswith(".")]
    for path in found:
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(site).as_posix() not in wanted:
            path.unlink()
