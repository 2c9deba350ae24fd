"""A hook for `mkdocs serve`, and for nothing else: it keeps docs/ up to date while an editor works.

`mkdocs build` and other engines publish docs/ as it is; there the hook does nothing. What the search finds is left as the
last `yuedu build` made it: making it anew costs each edit half a second and would rewrite most of its files.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from yuedu.errors import YueduError
from yuedu.store.project import build, preview

log = logging.getLogger("mkdocs.yuedu")

SOURCES = ("seeds", "summaries", "glossary.yml", "topics.yml")

_serving = False


def on_startup(*, command: str, **_: Any) -> None:
    """MkDocs event: which command runs."""
    global _serving
    _serving = command == "serve"


def on_pre_build(config: Any) -> None:
    """MkDocs event: bring docs/ up to date. What is wrong with the sources is said, and the last good pages stay."""
    if not _serving:
        return
    root = Path(config.config_file_path).parent
    try:
        built = build(root, searched=False)
    except YueduError as error:
        log.error("%s", error)
        return
    preview(root, built)
    for finding in built.corpus.findings:
        log.log(logging.ERROR if finding.severity == "error" else logging.INFO, "%s", finding)


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """MkDocs event: watch the sources too."""
    root = Path(config.config_file_path).parent
    for name in SOURCES:
        if (root / name).exists():
            server.watch(str(root / name))
    return server
