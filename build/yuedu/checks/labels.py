"""Whether the labels of a passage's figures are labels of figures, and of all that a table shows."""

from __future__ import annotations

from collections.abc import Iterator

from yuedu.findings import Finding
from yuedu.summaries import Summary, Target


def label_findings(ident: str, summary: Summary, target: Target, place: str) -> Iterator[Finding]:
    """A label of what is no figure of this passage is an error; a measured figure of reviewed English without one, a warning."""
    for key in summary.figures:
        if key not in target.figures:
            near = _nearest(key, list(target.figures))
            message = f"{ident} has no figure {key}"
            yield Finding("error", "link.figure", place, message, key, near, ident)
    if summary.state == "reviewed":
        for key, measured in target.figures.items():
            if measured and key not in summary.figures:
                message = f"no label says what the figure {key} counts"
                yield Finding("warning", "text.label", place, message, key, f"figures: {{{key}: {{zh, en}}}}", ident)


def _nearest(key: str, figures: list[str]) -> str:
    """The figure that starts nearest to where this one would."""
    offset = key.removeprefix("f")
    if not offset.isdecimal() or not figures:
        return ", ".join(figures)
    return min(figures, key=lambda f: abs(int(f.removeprefix("f")) - int(offset)))
