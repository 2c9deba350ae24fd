"""The colours that a desk may choose, and whether they can be read: contrast as WCAG 2.2 defines it."""

from __future__ import annotations

from collections.abc import Callable, Collection

ENOUGH = 4.5
"""The contrast that text of this size needs: https://www.w3.org/TR/WCAG22/#contrast-minimum."""

GROUNDS = {
    "light": {"paper": "#ffffff", "wash": "#f4f6f6", "mark": "#fdf0c2"},
    "dark": {"paper": "#15181a", "wash": "#1d2225", "mark": "#473c15"},
}
"""What a colour of the desk is written on in each scheme: the colours of assets/yuedu.css, by their names there."""

TINTS = {"light": "#d9ebf2", "dark": "#1d3d4b"}
"""What marks a sentence that is pointed at. A desk's own is as light, so that every ink that holds on this holds on it."""

SEAL = "#b23a2b"
"""The red of a seal, under white characters."""


def contrast(one: str, other: str) -> float:
    """From 1 to 21, of two colours as #rrggbb."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def holds(colour: str, grounds: Collection[str], least: float = ENOUGH) -> bool:
    """Whether the colour has the contrast on every one of the grounds."""
    return all(contrast(colour, ground) >= least for ground in grounds)


def shade_that_holds(colour: str, grounds: Collection[str], least: float = ENOUGH) -> str:
    """The colour, or the nearest shade of it (towards black or white) that has the contrast on every ground.

    Where none has it on all of them, the end that is nearer to having it.
    """
    dark = min(contrast("#000000", g) for g in grounds) > min(contrast("#ffffff", g) for g in grounds)
    end = "#000000" if dark else "#ffffff"
    return _first(colour, end, lambda shade: holds(shade, grounds, least))


def tint(colour: str, scheme: str) -> str:
    """A ground of this colour for a scheme, near to its paper."""
    paper, usual = GROUNDS[scheme]["paper"], _luminance(TINTS[scheme])
    reached = (lambda s: _luminance(s) >= usual) if scheme == "light" else (lambda s: _luminance(s) <= usual)
    return _first(colour, paper, reached)


def _first(start: str, end: str, good: Callable[[str], bool]) -> str:
    """The first good colour on the way from one to the other, in steps of a hundredth."""
    return next((shade for n in range(101) if good(shade := _mixed(start, end, n / 100))), end)


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
