"""What a reader of quantities returns, whatever the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Type = Literal["count", "money", "share", "duration", "frequency", "range", "rank", "date"]
Bound = Literal["exact", "about", "over", "under", "nearly", "at-least"]
Status = Literal["actual", "plan", "aim", "historical", "structural"]

Direction = Literal["up", "down"]
Extent = Literal["by", "to", "from"]

MEASURED: frozenset[str] = frozenset({"count", "money", "share", "duration", "frequency", "range"})


@dataclass(frozen=True, slots=True)
class Change:
    """That a quantity is one of a change, as the words beside it say; None is what they leave open.

    `direction`: up (增长, rose) or down (下降, fell). `extent`: what it changes by (增长5%), to (降到5%) or from (由5%).
    `start`, `end`: the words that say so, as code points of the text. `led`: a preposition says by.
    """

    direction: Direction | None
    extent: Extent | None
    start: int
    end: int
    led: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity, with its place in the text that was read.

    `start`, `end`: code points; `zh == text[start:end]`, hedges and measure word included: 超1269个.
    `value`: a decimal string in base units, '181000000' for 1.81亿, '95.1' for 95.1%, '0.5' (years) for 半年;
        a date is ISO 8601: '2023-02-07', '2022-11', '2022', and without a known year '--02-07', '--11'.
    `value_max`: the other end of a range of numbers, dates or ranks (前六 is 1 to 6), else None.
    `unit_zh`, `unit_en`: see `units.UNITS`; both empty where the text prints no unit.
    `currency`: ISO 4217, money (or a range of money) only.
    `period`: the ISO year, month or interval the quantity speaks of, where the text or its context says so.
    `per`: the measure of land that it is an amount for, 'mu' or 'hectares' (亩产400公斤, 6 tonnes per hectare).
    `whole`: a multiple said of what it is one of: 2.5 times that of the year before.
    `change`: the change that it is the amount or the end of, None where its words tell of none.
    """

    start: int
    end: int
    zh: str
    type: Type
    value: str
    value_max: str | None
    unit_zh: str
    unit_en: str
    currency: str | None
    bound: Bound
    period: str | None
    status: Status
    per: str | None = None
    whole: bool = False
    change: Change | None = None

    @property
    def measured(self) -> bool:
        """Whether a translation has to carry it: a measure (no rank, no date) that is not structural."""
        return self.type in MEASURED and self.status != "structural"


@dataclass(frozen=True)
class Context:
    """What the passage cannot say of itself.

    `year`: of the document's date; 今年 is this year, 去年 the one before.
    `default_status`: 'actual' where the passage reports, 'plan' where it directs.
    `currency`: ISO 4217; what 元 and $ are where they name no country, None for yuan and US dollars.
    """

    year: int | None = None
    default_status: Literal["actual", "plan"] = "actual"
    currency: str | None = None
