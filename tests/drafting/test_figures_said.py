"""What a request says of a figure: its value in the scale of English."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from yuedu.desk.draft.spoken import spoken
from yuedu.quantities.model import Context
from yuedu.quantities.zh import read

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("注册用户1.81亿", "181 million"),
        ("安排资金12.62亿元", "RMB 1.262 billion"),
        ("汇聚数据877.98亿条", "87.798 billion"),
        ("设立服务点12.16万个", "121,600"),
        ("交易额达2.5万亿元", "RMB 2.5 trillion"),
        ("覆盖超1269个单位", "over 1,269"),
        ("近300万人", "nearly 3 million people"),
        ("约1234567人", "about 1,234,567 people"),
        ("建设3-5个数据要素发展集聚区", "3 to 5"),
        ("网办率达95.1%", "95.1%"),
        ("提高3.5个百分点", "3.5 percentage points"),
        ("引资3亿美元", "USD 300 million"),
        ("2023年2月7日召开会议", "2023-02-07"),
    ],
)
def test_the_value(zh: str, en: str) -> None:
    assert [spoken(q) for q in read(zh, context=Context(year=2023))] == [en]


def test_one_module_imports_httpx() -> None:
    """And nothing that publishes imports that one: see tests/site/test_without_english.py."""
    importing = []
    for file in sorted((ROOT / "build" / "yuedu").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        names = {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}
        names |= {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}
        if any(name.partition(".")[0] == "httpx" for name in names):
            importing.append(file.relative_to(ROOT).as_posix())
    assert importing == ["build/yuedu/desk/draft/client.py"]
