"""The plugin of MkDocs, `plugins: [yuedu]`: docs/ up to date while an editor works, and the Markdown of each page beside it.

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
from yuedu.publish.markdown_copies import copy_markdown
from yuedu.store.project import build, preview

log = logging.getLogger("mkdocs.yuedu")

SOURCES = ("seeds", "summaries", "glossary.yml", "topics.yml")


class YueduPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no options
    """What happens at each event of MkDocs."""

    serving = False

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Which command runs; that there is this method keeps the plugin from build to build."""
        self.serving = command == "serve"

    def on_pre_build(self, *, config: Any, **_: Any) -> None:
        """Bring docs/ up to date. What is wrong with the sources is said, and the last good pages stay."""
        if not self.serving:
            return
        root = _project(config)
        try:
            built = build(root, searched=False)
        except YueduError as error:
            log.error("%s", error)
            return
        preview(root, built)
        for finding in built.corpus.findings:
            log.log(logging.ERROR if finding.severity == "error" else logging.INFO, "%s", finding)

    def on_serve(self, server: Any, /, *, config: Any, **_: Any) -> Any:
        """Watch the sources too, and the frame in the package."""
        for source in (*(_project(config) / name for name in SOURCES), Path(str(files("yuedu") / "theme"))):
            if source.exists():
                server.watch(str(source))
        return server

    def on_post_build(self, *, config: Any, **_: Any) -> None:
        """The site is written: put each page's Markdown beside it."""
        copy_markdown(Path(config.docs_dir), Path(config.site_dir))


def _project(config: Any) -> Path:
    return Path(config.config_file_path).parent
