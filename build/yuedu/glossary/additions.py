"""A record or a string added to the text of `glossary.yml`; every other byte stays, comments too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pypinyin import lazy_pinyin

from yuedu.errors import EditorError
from yuedu.glossary.candidates import Candidate
from yuedu.glossary.insertion import position, unfit, with_record, with_string
from yuedu.glossary.load import HAN, load_glossary, load_not_terms
from yuedu.glossary.shape import GlossaryFile, Kind
from yuedu.sources.yamlfile import YamlFile, parse_yaml

KINDS: tuple[tuple[str, Kind], ...] = (
    ("平台 系统", "system"),  # 政务服务平台
    ("工程 行动 计划 规划 战略 攻坚战", "programme"),  # 百千万工程
    ("条例 办法 意见 通知 方案 纲要 法 规定 决定", "document"),  # 数据条例
    ("局 厅 署 委员会 办公室 实验室 大学 公司 联盟 协会 银行", "body"),  # 数据管理局
    ("大会 论坛 会议 博览会", "meeting"),  # 数字论坛
)
"""How a name ends, and the kind of thing it then is most often: proposed, the editor says what it is."""


def take(text: str, name: str, candidate: Candidate) -> str:
    """The file with a record for the candidate, to be completed by an editor, in the order of the slugs.

    Raises `EditorError` where the term base has the string already, or says that it is no term.
    """
    file = parse_yaml(text, name)
    records = file.shaped(GlossaryFile).terms
    _refuse_known(file, candidate.text)
    record: dict[str, Any] = {
        "slug": slug_for(candidate.text, {r.slug for r in records}),
        "zh": candidate.text,
        "kind": _kind(candidate),
        "to_complete": True,
    }
    if candidate.definition and HAN.search(candidate.definition.zh):
        record["definition"] = {"zh": candidate.definition.zh}
    record["basis"] = "text"
    return _held(with_record(text, file, record, [r.slug for r in records]), file, _taken(file.value, record))


def drop(text: str, name: str, string: str, reason: str) -> str:
    """The file with the string on `not_terms`, under its reason. Raises `EditorError` as `take` does."""
    file = parse_yaml(text, name)
    file.shaped(GlossaryFile)
    _refuse_known(file, string)
    old = file.value.get("not_terms") or {}
    value = {**file.value, "not_terms": {**old, reason: [*(old.get(reason) or []), string]}}
    return _held(with_string(text, string, reason), file, value)


def slug_for(zh: str, taken: set[str]) -> str:
    """Joined toneless pinyin, a number added where two would meet: 粤基座 → yuejizuo."""
    slug = "".join(c for c in "".join(lazy_pinyin(zh)).lower() if c.isascii() and c.isalnum()) or "term"
    return next(s for s in (slug, *(f"{slug}{n}" for n in range(2, len(taken) + 3))) if s not in taken)


def _refuse_known(file: YamlFile, string: str) -> None:
    for n, record in enumerate(file.shaped(GlossaryFile).terms):
        if string in record.forms:
            raise file.error(("terms", n), f"{string!r} is a form of the term {record.slug}", "change that record")
    for reason, strings in file.shaped(GlossaryFile).not_terms:
        if string in strings:
            where = ("not_terms", reason, strings.index(string))
            raise file.error(where, f"{string!r} is on not_terms, as {reason}", "remove it there first")


def _kind(candidate: Candidate) -> Kind:
    if candidate.source == "title":
        return "document"
    bare = candidate.text.rstrip("”》")
    for ends, kind in KINDS:
        if bare.endswith(tuple(ends.split())):
            return kind
    return "person" if candidate.source == "name" else "concept"


def _taken(value: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    old = list(value.get("terms") or [])
    at = position([r["slug"] for r in old], str(record["slug"]))
    return {**value, "terms": [*old[:at], dict(record), *old[at:]]}


def _held(after: str, file: YamlFile, value: Mapping[str, Any]) -> str:
    """The new text, once it is certain that it reads as meant and that the build takes it."""
    try:
        made = parse_yaml(after, file.path)
    except EditorError:
        raise unfit(file) from None
    if made.value != value:
        raise unfit(file)
    load_glossary(made)
    load_not_terms(made)
    return after
