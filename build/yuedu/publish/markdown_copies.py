"""The Markdown of every page at the page's own address: `topics/security/` has `topics/security/index.md` beside it.

The plugin makes them after `mkdocs build`. An engine that does not know it leaves the copies out and the site is whole
without them; there `python -m yuedu.publish.markdown_copies DOCS SITE` adds them afterwards.
"""

from __future__ import annotations

import sys
from pathlib import Path

from yuedu.store.files import write_atomically


def copy_markdown(docs: Path, site: Path) -> list[Path]:
    """Copy each Markdown file to where its page is published; returns the copies."""
    copies = []
    for source in sorted(docs.rglob("*.md")):
        copy = site / source.relative_to(docs)
        copy.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(copy, source.read_bytes())
        copies.append(copy)
    return copies


if __name__ == "__main__":
    copy_markdown(Path(sys.argv[1]), Path(sys.argv[2]))
