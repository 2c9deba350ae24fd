"""A computed number and the paragraph that it labels, put together."""

from __future__ import annotations


def labelled(label: str, text: str) -> str:
    """The number before its paragraph: 一、总体要求, nothing between, as Chinese is set.

    Only where two figures or letters would run into one another (1. and 5亿元, 1 and 2023年) a space keeps them apart.
    """
    if not label:
        return text
    text = text.lstrip(" \t\u3000")
    close = (
        label[-1].isascii() and (label[-1].isalnum() or label[-1] == ".") and text[:1].isascii() and text[:1].isalnum()
    )
    return f"{label} {text}" if close else label + text
