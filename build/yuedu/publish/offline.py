"""Make a built site work when it is opened from a folder: `python -m yuedu.publish.offline SITE`.

A web server answers `topics/` with `topics/index.html`; a folder does not. Every relative link to a page is made to name
its file. The search loads its shards as scripts, with or without a server.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from yuedu.store.files import write_atomically

_LINK = re.compile(
    r'(<a\b[^>]*?\bhref=|<form\b[^>]*?\baction=|<link rel="(?:prev|next)" href=|content="0; url=)"([^"#?:]*)([#?][^"]*)?"'
)


def naming_files(html: str) -> str:
    """The page with every relative link to a folder (`../topics/`, `./`, `..`) naming its `index.html`."""
    return _LINK.sub(lambda m: f'{m[1]}"{_named(m[2])}{m[3] or ""}"', html)


def _named(path: str) -> str:
    if path.endswith("/"):
        return path + "index.html"
    if path == "." or path == ".." or path.endswith("/.."):
        return path + "/index.html"
    return path


def main(site: Path) -> None:
    """Rewrite every page of a built site."""
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        changed = naming_files(html)
        if changed != html:
            write_atomically(page, changed.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
