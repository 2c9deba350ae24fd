"""The variant that opens from a folder as one file on the data page: `python -m yuedu.publish.archive SITE [FOLDER]`.

The same site gives the same bytes: files by name, none with a date of its own. Where FOLDER keeps the last zip, what has
not changed is taken from it as it is compressed there.
"""

from __future__ import annotations

import re
import sys
import tempfile
import zipfile
from pathlib import Path

from yuedu.publish.compressed import LEVEL, Kept
from yuedu.publish.marks import fill
from yuedu.publish.offline import naming_files

MARK = "yuedu:archive"
_ID = re.compile(r'<meta name="yuedu:id" content="([a-z0-9-]+)">')
ROW = (
    '<tr><th scope="row"><a href="{name}">{name}</a></th><td><span lang="en">This whole site to read and search from a '
    'folder, without a network: unpack it and open index.html ({size:.0f} MB)</span> <span lang="zh-Hans">'
    "本站全部内容，离线阅读与检索：解压后打开 index.html（{size:.0f} MB）</span></td></tr>"
)


def digest_id(site: Path) -> str:
    """The id of the digest whose built site this is, as its pages say it."""
    found = _ID.search((site / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else "digest"


def archive_name(site: Path) -> str:
    return f"{digest_id(site)}-offline.zip"


def archive(site: Path, target: Path, kept: Kept | None = None) -> None:
    """Write into `target` a zip of the site's files with every link naming a file, in one folder named as the digest is."""
    folder, name = digest_id(site), archive_name(site)
    files = sorted(p for p in site.rglob("*") if p.is_file() and p.name != name and p.suffix != ".map")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as packed:
        for file in files:
            entry = zipfile.ZipInfo(f"{folder}/{file.relative_to(site).as_posix()}", (1980, 1, 1, 0, 0, 0))
            if kept and kept.put(packed, entry.filename, file):
                continue
            data = file.read_bytes()
            if file.suffix == ".html":
                data = naming_files(data.decode("utf-8")).encode()
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, data)


def main(site: Path, folder: Path | None = None) -> None:
    """Write the zip, and say so on the data page; the page in the zip names no zip.

    With `folder`, what an earlier run compressed is kept there and taken from there.
    """
    page = site / "data" / "index.html"
    fill(page, MARK, "")
    name = archive_name(site)
    zipped = site / "data" / name
    with tempfile.TemporaryDirectory(dir=site.parent, prefix=".archive-") as aside:
        made = Path(aside) / name
        if folder is None:
            archive(site, made)
        else:
            with Kept(folder, site) as kept:
                archive(site, made, kept)
                kept.remember(made)
        made.chmod(0o644)
        made.replace(zipped)
    fill(page, MARK, ROW.format(name=name, size=max(1, zipped.stat().st_size / 1e6)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
