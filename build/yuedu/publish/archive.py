"""The variant that opens from a folder as one file on the data page: `python -m yuedu.publish.archive SITE`.

The same site gives the same bytes: files by name, none with a date of its own.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from yuedu.publish.marks import fill
from yuedu.publish.offline import naming_files
from yuedu.store.files import write_atomically

NAME = "yuedu-offline.zip"
MARK = "yuedu:archive"
ROW = (
    '<tr><th scope="row"><a href="{name}">{name}</a></th><td><span lang="en">This whole site to read and search from a '
    'folder, without a network: unpack it and open index.html ({size:.0f} MB)</span> <span lang="zh-Hans">'
    "本站全部内容，离线阅读与检索：解压后打开 index.html（{size:.0f} MB）</span></td></tr>"
)


def archive(site: Path) -> bytes:
    """A zip of the site's files with every link naming a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(p for p in site.rglob("*") if p.is_file() and p.name != NAME and p.suffix != ".map"):
            data = file.read_bytes()
            if file.suffix == ".html":
                data = naming_files(data.decode("utf-8")).encode()
            entry = zipfile.ZipInfo(f"yuedu/{file.relative_to(site).as_posix()}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, data)
    return buffer.getvalue()


def main(site: Path) -> None:
    """Write the zip, and say so on the data page; the page in the zip names no zip."""
    page = site / "data" / "index.html"
    fill(page, MARK, "")
    data = archive(site)
    write_atomically(site / "data" / NAME, data)
    fill(page, MARK, ROW.format(name=NAME, size=max(1, len(data) / 1e6)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
