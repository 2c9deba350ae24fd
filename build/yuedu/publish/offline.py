"""Make a built site work when it is opened from a folder: `python -m yuedu.publish.offline SITE [FOLDER]`.

With FOLDER the site stays as it is, and the variant stands there, written where it differs.

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


def main(site: Path, folder: Path) -> None:
    """The variant of a built site in `folder`, which may be the site itself."""
    wanted = {folder / file.relative_to(site): file for file in sorted(site.rglob("*")) if file.is_file()}
    for target, source in wanted.items():
        data = source.read_bytes()
        if source.suffix == ".html":
            data = naming_files(data.decode("utf-8")).encode()
        if not target.is_file() or target.read_bytes() != data:
            write_atomically(target, data)
    for left in sorted(folder.rglob("*"), reverse=True):
        if left.is_dir() and not any(left.iterdir()):
            left.rmdir()
        elif left.is_file() and left not in wanted:
            left.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[-1]))
