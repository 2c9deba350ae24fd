"""Whether the labels of a passage's figures are labels of figures, and of all that a table shows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from yuedu.findings import Finding
from yuedu.summaries import Summary, Target


def label_findings(ident: str, summary: Summary, target: Target, place: str) -> Iterator[Finding]:
    """A label of what is no figure of this passage is an error; a measured figure of reviewed English without one, a warning."""
    for key in summary.figures:
        if key not in target.figures:
            near = get_close_matches(key, list(target.figures), 1)
            message = f"{ident} has no figure {key}"
            yield Finding("error", "link.figure", place, message, key, near[0] if near else "", ident)
    if summary.state == "reviewed":
        for key, measured in target.figures.items():
            if measured and key not in summary.figures:
                message = f"no label says what the figure {key} counts"
                yield Finding("warning", "text.label", place, message, key, f"figures: {{{key}: {{zh, en}}}}", ident)
