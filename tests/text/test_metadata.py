"""What a document says of itself: title, number, date; and an id made of a file's name."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from yuedu.text.dates import iso_date
from yuedu.text.ids import DOCUMENT
from yuedu.text.metadata import document_id, metadata
from yuedu.text.stated import Stated

from .conftest import FirstCorpus
from .reading import tree_of
from .test_grammar import HAN, han

DAYS = [date(2024, 1, 1) + timedelta(n) for n in range(366)]


def value(found: Stated | None) -> str | None:
    return found.value if found else None


@pytest.mark.parametrize("zero", ["〇", "○", "零"])
def test_every_day_of_a_year_is_read_in_both_systems(zero: str) -> None:
    for day in DAYS:
        year = "".join(HAN[int(c)] for c in str(day.year)).replace("〇", zero)
        assert iso_date(f"{year}年{han(day.month)}月{han(day.day)}日") == day.isoformat()
        assert iso_date(f"（{day.year}年{day.month}月{day.day}日）") == day.isoformat()
        assert iso_date(f"{day:%Y年%m月%d日}") == day.isoformat()


@pytest.mark.parametrize(
    "text", ["", "2023年", "2月7日", "2023年2月", "2023年13月1日", "2023年2月30日", "二〇二三年十月三十二日"]
)
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert iso_date(text) is None


def test_the_first_date_counts_and_full_width_digits_are_read() -> None:
    assert iso_date("２０２３年２月７日通过，2024年1月1日施行") == "2023-02-07"


def test_the_first_corpus_says_what_its_editor_wrote(first: FirstCorpus) -> None:
    for speech in first.speeches:
        found = metadata(speech.tree)
        assert value(found.title) == speech.meta.title.zh
        assert value(found.number) == speech.meta.number
        assert value(found.date) == (speech.meta.date if speech.meta.id != "yang-2023" else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "管理办法\n（余府发〔2012〕3号）\n（二○一二年一月九日）\n会议召开。",
            ("管理办法", "余府发〔2012〕3号", "2012-01-09"),
        ),
        ("政府工作报告\n——2023年3月5日在大会上\n会议召开。", ("政府工作报告", None, "2023-03-05")),
        ("工作通知\n会议召开。\n办公室\n2023年2月20日", ("工作通知", None, "2023-02-20")),
        ("会议于2023年2月7日召开。", (None, None, None)),
        # a date line counts before the subtitle, and of two dates or numbers the first
        ("工作报告\n——2023年3月5日在大会上\n（2023年3月6日）\n会议召开。", ("工作报告", None, "2023-03-06")),
        (
            "省府办〔2023〕1号\n工作通知\n（2023年2月6日）\n会议召开。\n市府办〔2023〕8号\n2023年2月20日",
            ("工作通知", "省府办〔2023〕1号", "2023-02-06"),
        ),
    ],
)
def test_front_matter_is_read(text: str, expected: tuple[str | None, str | None, str | None]) -> None:
    found = metadata(tree_of(text))
    assert (value(found.title), value(found.number), value(found.date)) == expected


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("wang-2023", "wang-2023"),
        ("Wang_2023 (final)", "wang-2023-final"),
        ("gwr2023.zh", "gwr-2023-zh"),
        ("2023-report", "document"),
        ("政府工作报告", "document"),
        ("2023年报告 v2", "document"),
        ("", "document"),
        ("--", "document"),
    ],
)
def test_an_id_is_made_of_a_files_name(name: str, ident: str) -> None:
    assert document_id(name) == ident
    assert re.fullmatch(DOCUMENT, document_id(name))
