"""Get a browser for the PDFs and the tests: `python -m yuedu.publish.install_browser`.

Uses what is there; else, with the rights to, Debian's packages; else Playwright's download; else says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from yuedu.publish import chromium

PACKAGES = ["chromium", "fonts-noto-cjk"]
BY_HAND = f"""No browser for the PDFs and the tests, and none could be installed here. Either of these gets one:
  sudo apt-get install {" ".join(PACKAGES)}      (Debian, Ubuntu 24.04 and later)
  .venv/bin/playwright install chromium
or set YUEDU_CHROMIUM to the path of a Chromium or Chrome."""


def main() -> int:
    """Exit code 0 with a browser, 2 without."""
    if chromium.find():
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("installing", *PACKAGES)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", *PACKAGES]):
            subprocess.run(["apt-get", *command], check=False, stdout=subprocess.DEVNULL, env=environment)
    if not chromium.find():
        print("asking Playwright for its Chromium")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not chromium.find():
        print(BY_HAND, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
