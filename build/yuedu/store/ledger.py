"""The ledger of published addresses: every page path and fragment id that ever was, and where those that moved went.

A build in which one would vanish fails unless a redirect is recorded. The ledger only ever grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yuedu.errors import EditorError
from yuedu.pages.addresses import REDIRECTS
from yuedu.sources.yamlfile import YamlFile

FILE = "seeds/ledger.txt"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Addresses such as `/topics/talent/` and `/speeches/wang-2023/#wang-2023.2.4`, sorted."""

    addresses: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> Ledger:
        return cls(frozenset(line for line in text.splitlines() if line and not line.startswith("#")))

    def __str__(self) -> str:
        head = "# Every address ever published, one a line. Written by `yuedu build`; never remove a line.\n"
        return head + "".join(f"{a}\n" for a in sorted(self.addresses))


def redirects(file: YamlFile | None) -> dict[str, str]:
    """Old address → new address."""
    if file is None or file.value is None:
        return {}
    if not isinstance(file.value, dict):
        raise file.error((), "redirects are a mapping of old address to new", "write /old/#id: /new/#id")
    for old, new in file.value.items():
        if not (isinstance(old, str) and isinstance(new, str) and old.startswith("/") and new.startswith("/")):
            raise file.error(
                (old,), f"not a redirect: {old!r}: {new!r}", "write /old/#id: /new/#id, both from the site's root"
            )
    return dict(file.value)


def settle(ledger: Ledger, given: Iterable[str], moved: Mapping[str, str]) -> Ledger:
    """The ledger after this build; raises `EditorError` where an address would vanish or a redirect leads nowhere."""
    given = set(given)
    for old, new in moved.items():
        if new not in given:
            raise EditorError(
                REDIRECTS,
                None,
                f"the redirect of {old} leads to {new}, which is not there",
                "name an address of the site",
            )
    lost = sorted(ledger.addresses - given - set(moved))
    if lost:
        shown = ", ".join(lost[:5]) + (f" and {len(lost) - 5} more" if len(lost) > 5 else "")
        raise EditorError(
            FILE,
            None,
            f"{len(lost)} published addresses would vanish: {shown}",
            f"restore what they named, or record in {REDIRECTS} where each went (old: new); "
            f"if they never left this machine, restore {FILE} from version control",
        )
    return Ledger(frozenset(ledger.addresses | given))
