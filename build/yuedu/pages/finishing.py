"""A page as it is published: tidy, with the anchors that it once had, and with a word where one went elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from yuedu.pages.addresses import anchors_of, recorded, with_old_anchors
from yuedu.pages.engine import environment
from yuedu.pages.site import hides, moved_anchor


@dataclass(frozen=True, slots=True)
class Finished:
    """The text, the anchors of it that a ledger has to name, and those published before that nothing leads to any more."""

    text: str
    anchors: tuple[str, ...]
    lost: tuple[str, ...]


def finished(
    text: str,
    url: str,
    published: Collection[str],
    moved: Mapping[str, str],
    has: Callable[[str], bool],
    *,
    stays: bool = True,
) -> Finished:
    """`published`: the anchors that the page once had; `moved`: anchors of it → where an editor says that they went; `has`:
    whether a document holds an id. A page that `stays` cannot have an anchor that went elsewhere."""
    given = {*anchors_of(text)}
    for fragment, target in moved.items():
        if fragment in given and stays:
            raise hides(f"{url}#{fragment}")
        if fragment not in given:
            text += moved_anchor(environment(), url, fragment, target)
    text = tidy(text)
    given |= {*moved}
    whole, lost = with_old_anchors(text, url, sorted({*published} - given), has)
    return Finished(whole, tuple(sorted(recorded(whole, url, given))), tuple(lost))


def tidy(text: str) -> str:
    """No trailing white space, no runs of blank lines, one line feed at the end."""
    lines: list[str] = []
    for line in (x.rstrip() for x in text.strip().split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"
