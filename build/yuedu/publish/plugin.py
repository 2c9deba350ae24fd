"""The plugin of MkDocs, `plugins: [yuedu]`: docs/ up to date while an editor works, the Markdown of each page beside it,
and with `--dirty` only what has changed built anew, into the site that would come of building everything.

Only under `mkdocs serve` are pages made: `mkdocs build` and other engines publish docs/ as it is. What the search finds is
left as the last `yuedu build` made it: making it anew costs each edit half a second and would rewrite most of its files.
"""

from __future__ import annotations

import logging
from importlib.resources import files
from pathlib import Path
from typing import Any

from mkdocs.plugins import BasePlugin

from yuedu.errors import YueduError
from yuedu.publish import record
from yuedu.publish.changed import Changed

log = logging.getLogger("mkdocs.yuedu")

SOURCES = ("seeds", "summaries", "glossary.yml", "topics.yml")


class YueduPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no options
    """What happens at each event of MkDocs."""

    serving = False
    dirty = False
    shown = record.Record()
    """What the last build under `mkdocs serve` made: its site lies in a folder of that run alone."""
    building: Changed | None = None

    def on_startup(self, *, command: str, dirty: bool = False, **_: Any) -> None:
        """Which command runs; that there is this method keeps the plugin from build to build."""
        self.serving = command == "serve"
        self.dirty = dirty
        if dirty:  # a warning that the site may be wrong, which it is not, would stop a strict build
            logging.getLogger("mkdocs.commands.build").addFilter(_is_no_word_of_dirt)

    def on_pre_build(self, *, config: Any, **_: Any) -> None:
        """Bring docs/ up to date. What is wrong with the sources is said, and the last good pages stay."""
        if not self.serving:
            return
        from yuedu.store.project import build, preview  # here: loading the rules takes longer than publishing a page

        root = _project(config)
        try:
            built = build(root, searched=False)
        except YueduError as error:
            log.error("%s", error)
            return
        preview(root, built)
        for finding in built.corpus.findings:
            log.log(logging.ERROR if finding.severity == "error" else logging.INFO, "%s", finding)

    def on_files(self, found: Any, /, *, config: Any, **_: Any) -> Any:
        """From here on it is noted what each page asks for."""
        self._stop()
        self.building = Changed(config, found)
        logging.getLogger("mkdocs").addHandler(self.building)
        return found

    def on_nav(self, nav: Any, /, *, config: Any, **_: Any) -> Any:
        """Which files have to be made anew, now that all are known."""
        if self.building:
            self.building.decide(nav, self._before(config))
        return nav

    def on_pre_page(self, page: Any, /, **_: Any) -> Any:
        """A page is read and made HTML."""
        if self.building:
            self.building.page = page.file.src_uri
        return page

    def on_page_content(self, html: str, /, **_: Any) -> str:
        """It is HTML."""
        if self.building:
            self.building.page = None
        return html

    def on_page_context(self, context: Any, /, *, page: Any, **_: Any) -> Any:
        """A page is put into its template."""
        if self.building:
            self.building.page = page.file.src_uri
        return context

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """It is put there."""
        if self.building:
            self.building.page = None
        return output

    def on_serve(self, server: Any, /, *, config: Any, **_: Any) -> Any:
        """Watch the sources too, and the frame in the package."""
        for source in (*(_project(config) / name for name in SOURCES), Path(str(files("yuedu") / "theme"))):
            if source.exists():
                server.watch(str(source))
        return server

    def on_post_build(self, *, config: Any, **_: Any) -> None:
        """The site is written: put each page's Markdown beside it, and keep a record of what was made of what."""
        if not self.building:
            return
        made = self.building.finish()
        self._stop()
        if not logging.getLogger("mkdocs").isEnabledFor(logging.WARNING):
            return  # with --quiet nobody hears a warning, and what gave one cannot be told from what gave none
        if self.serving:
            self.shown = made
        else:
            site = Path(config.site_dir)
            record.save(record.path_of(_project(config), site), site, made)

    def on_build_error(self, **_: Any) -> None:
        """The build has failed: the record stays as it was, and what was written meanwhile is not as it says."""
        self._stop()

    def _before(self, config: Any) -> record.Record | None:
        if not self.dirty:
            return None
        if self.serving:
            return self.shown
        return record.load(record.path_of(_project(config), Path(config.site_dir)))

    def _stop(self) -> None:
        if self.building:
            logging.getLogger("mkdocs").removeHandler(self.building)
            self.building = None


def _is_no_word_of_dirt(said: logging.LogRecord) -> bool:
    return not str(said.msg).startswith(("A 'dirty' build is being performed", "The directory contains stale files"))


def _project(config: Any) -> Path:
    return Path(config.config_file_path).parent
