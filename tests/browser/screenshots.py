"""Pictures of every kind of page in each reading, size and scheme: `python tests/browser/screenshots.py SITE FOLDER`.

The first screen of each, and of the topic, the speech and the term the whole page. For eyes, not for comparison.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.browser.conftest import serve
from tests.browser.kinds import KINDS
from yuedu.publish.chromium import ARGUMENTS, find

READINGS = ("both", "en", "zh", "hant")
SIZES = {"phone": (360, 780), "tablet": (820, 1100), "wide": (1440, 900)}
SCHEMES = ("light", "dark")
WHOLE = ("topic", "speech", "term")


def main(site: Path, folder: Path) -> None:
    """Write KIND-READING-SIZE-SCHEME.png for all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        for address in serve(site):
            for (size, (width, height)), scheme in product(SIZES.items(), SCHEMES):
                context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                context.add_init_script("localStorage.clear()")  # a reading is of its picture alone
                page = context.new_page()
                for (kind, path), reading in product(KINDS.items(), READINGS):
                    page.goto(f"{address}{path}{'&' if '?' in path else '?'}read={reading}", wait_until="networkidle")
                    name = f"{kind}-{reading}-{size}-{scheme}"
                    page.screenshot(path=folder / f"{name}.png")
                    count += 1
                    if kind in WHOLE and scheme == "light":
                        page.screenshot(path=folder / f"{name}-whole.png", full_page=True)
                        count += 1
                context.close()
        browser.close()
    print(f"{count} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
