"""The glossary that is printed with a document: its head, and its entries, each of one term.

名词解释                                  附件2 有关名词解释
1.“四上”企业：指规模以上企业。
"""

from __future__ import annotations

import re

from yuedu.text.grammar import NUMERAL

GLOSSARY = re.compile(
    "(?:附件?[0-9一二三四五六七八九十]*[：:]?)?(?:《?[^，。；]{0,20}》?(?:有关|相关|部分|重要)?)?"
    "(?:名词|名词术语|术语|概念|用语|词语|缩略语)(?:解释|注释|释义|说明)(?:[和与及]说明)?"
)
"""名词解释: the line that entries follow."""

_NUMBER = rf"(?:[(（\[【]?[0-9０-９]{{1,3}}[)）\]】.．、]?|[（(]{NUMERAL}[）)]、?|{NUMERAL}、|[①-⑳])?\s*"
ENTRY = re.compile(rf"{_NUMBER}(?P<term>[^：:。；！？，]{{2,40}})[：:]\s*(?P<said>.*)", re.S)
"""1.“双一流”：指世界一流大学和一流学科。; what is said may stand on the next line."""

Span = tuple[int, int]


def definition(entry: str) -> tuple[Span, Span] | None:
    """The spans of the term and of what is said of it; None for what is no entry, or says nothing on its line."""
    match = ENTRY.fullmatch(entry)
    if not match or not match["said"]:
        return None
    inner = bare(match["term"])
    start = match.start("term") + match["term"].index(inner)
    return (start, start + len(inner)), match.span("said")


def bare(name: str) -> str:
    """A name without quotation marks or brackets that enclose the whole of it: “双一流”, 《条例》."""
    for opening, closing in ("“”", "《》", "‘’", '""', "「」"):
        if len(name) > 2 and name[0] == opening and name[-1] == closing and opening not in name[1:-1]:
            return name[1:-1]
    return name
