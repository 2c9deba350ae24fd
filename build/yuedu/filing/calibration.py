"""From likeness to likelihood: a multinomial logistic model of two numbers (temperature scaling, with «none of these»).

The topics of a passage compete with each other and with «none», whose likeness is always the same. How sharply, and how
alike a topic must be before it beats «none», is learnt from filed passages judged as if they had never been seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SHARPNESS, NOTHING = 30.0, 6.0  # what the passages move it away from; it stays where there are none
HOLD = (0.01, 0.2)  # how firmly those hold: about as ten passages would
STEPS = 25


@dataclass(frozen=True, slots=True)
class Judged:
    """The likeness of a passage to each topic, and the right one; None where the right one was hidden."""

    likeness: Mapping[str, float]
    right: str | None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """The likelihood of a topic goes as exp(sharpness · likeness), that of none as exp(nothing)."""

    sharpness: float = SHARPNESS
    nothing: float = NOTHING

    def likelihood(self, likeness: Mapping[str, float]) -> dict[str, float]:
        """Topic → 0 to 1; what is missing to 1 is that of none."""
        logits = {topic: self.sharpness * x for topic, x in likeness.items()}
        top = max(self.nothing, *logits.values()) if logits else self.nothing
        parts = {topic: math.exp(x - top) for topic, x in logits.items()}
        whole = sum(parts.values()) + math.exp(self.nothing - top)
        return {topic: x / whole for topic, x in parts.items()}


def calibrate(judged: Sequence[Judged]) -> Calibration:
    """The likeliest two numbers, by Newton's method; the objective is concave."""
    now = Calibration()
    best = _fit(now, judged)
    for _ in range(STEPS):
        (ga, gb), (haa, hab, hbb) = _slope(now, judged)
        whole = haa * hbb - hab * hab
        step_a, step_b = (hbb * ga - hab * gb) / whole, (haa * gb - hab * ga) / whole
        for size in (1.0, 0.5, 0.25, 0.1, 0.01):
            tried = Calibration(now.sharpness + size * step_a, now.nothing + size * step_b)
            fit = _fit(tried, judged)
            if tried.sharpness > 0 and fit > best:
                break
        else:
            break
        now, best = tried, fit
    return now


def _fit(now: Calibration, judged: Sequence[Judged]) -> float:
    pulled = HOLD[0] * (now.sharpness - SHARPNESS) ** 2 + HOLD[1] * (now.nothing - NOTHING) ** 2
    return sum(j.weight * math.log(max(p, 1e-300)) for j, p, _ in _believed(now, judged)) - pulled / 2


def _believed(now: Calibration, judged: Sequence[Judged]) -> Iterator[tuple[Judged, float, dict[str, float]]]:
    for j in judged:
        p = now.likelihood(j.likeness)
        yield j, (max(0.0, 1 - sum(p.values())) if j.right is None else p[j.right]), p


def _slope(now: Calibration, judged: Sequence[Judged]) -> tuple[tuple[float, float], tuple[float, float, float]]:
    """The gradient, and the curvature turned positive."""
    ga, gb = -HOLD[0] * (now.sharpness - SHARPNESS), -HOLD[1] * (now.nothing - NOTHING)
    haa, hab, hbb = HOLD[0], 0.0, HOLD[1]
    for j, _, p in _believed(now, judged):
        mean = sum(x * p[t] for t, x in j.likeness.items())
        none = max(0.0, 1 - sum(p.values()))
        ga += j.weight * ((0.0 if j.right is None else j.likeness[j.right]) - mean)
        gb += j.weight * ((1.0 if j.right is None else 0.0) - none)
        haa += j.weight * (sum(x * x * p[t] for t, x in j.likeness.items()) - mean * mean)
        hab -= j.weight * none * mean
        hbb += j.weight * none * (1 - none)
    return (ga, gb), (haa, hab, hbb)
