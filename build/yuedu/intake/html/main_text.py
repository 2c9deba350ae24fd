"""Which lines of a page are its text.

Every line that reads as prose (it has sentence marks, and little of it is link) is scored by its length. The text is the
smallest element that holds nearly all of the score; with it go the title and the line of number and date above it, and
what still belongs to it below: signature, date, attachments. Too much is better than too little: what goes, goes by its
own words or links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.intake.html.chrome import (
    RELATED,
    is_link_only,
    is_of_buttons,
    is_surrounding,
    leads_to_file,
    names_hosts,
    without_buttons,
)
from yuedu.intake.html.line import Line
from yuedu.intake.html.scoring import named_elements, scores, smallest, widened, within
from yuedu.intake.html.tree import Page

_ENTRY = re.compile(
    r"索\s*引\s*号|发文(?:机关|字号|单位)|发布(?:机构|时间|日期|单位)|成文日期|文\s*号|主题(?:分类|词)|公开(?:方式|日期)|有效性|"
    r"来源|时间|日期|作者|〔\d{4}〕|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}"
)
_BELOW = re.compile(
    r"(?:附件?|附表|注|抄送|（此件|\(此件|联系人|责任编辑|编辑|来源|签发).*|.*(?:人民政府|办公[厅室]|委员会|[局厅部院办会])|"
    r".*(?:\d{4}|[二〇○零一]{4})年.{1,3}月.{1,3}日.*|.{0,40}印发|第.{1,4}页.*"
)
_KIND = re.compile(
    "关于|讲话|報告|报告|意见|通知|办法|规定|条例|决定|公报|演讲|致辞|方案|规划|批复|公告|通告|决议|命令|纲要"
)


def chosen(page: Page, lines: Sequence[Line]) -> tuple[list[str], list[Line]]:
    """The lines of the text, and those that are left out (with text); both empty where the page has no text."""
    named = named_elements(page, lines)
    score = scores(page, lines, named)
    if not any(score):
        kept = [line for line in lines if not _goes(line, named, True)]
        if not any(line.length - line.linked for line in kept):
            return [], [line for line in lines if line.text]
        return _result(lines, {id(line): line.text for line in kept})
    inside = within(widened(smallest(page, lines, score), page, lines, named), page, lines)
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    scored = [n for n, value in enumerate(score) if value]
    kept_texts: dict[int, str] = {}
    for n, line in enumerate(lines):
        if score[n] or (inside[n] and not _goes(line, named, not scored[0] <= n <= scored[-1])):
            kept_texts[id(line)] = line.text
    _without_related(lines, inside, scored[-1], kept_texts)
    for n in _above(page, lines, first, named):
        kept_texts[id(lines[n])] = without_buttons(lines[n].text)
    for n in range(last + 1, len(lines)):
        if _belongs_below(lines[n], named):
            kept_texts[id(lines[n])] = lines[n].text
    for n in range(first, min(first + 6, len(lines))):
        if id(lines[n]) in kept_texts and _ENTRY.search(lines[n].text):
            kept_texts[id(lines[n])] = without_buttons(lines[n].text)
    return _result(lines, kept_texts)


def declared_title(page: Page, kept: Sequence[str]) -> str:
    """A title that only the page's head has: declared as that of a document, and not among the first lines shown."""
    title = _first_part(page.meta.get("articletitle", "") or page.title)
    if len(title) < 6 or not _KIND.search(title) or _shows(kept[:12], title):
        return ""
    return title


def _shows(lines: Sequence[str], title: str) -> bool:
    """Whether lines hold a title: whole, over several of them, or most of it in one."""
    whole = _bare(_first_part(title))
    if not whole:
        return False
    return whole in _bare("".join(lines)) or any(
        len(_bare(line)) * 5 > len(whole) * 3 and _is_in(line, title) for line in lines
    )


def _first_part(title: str) -> str:
    """A declared title without the name of the site after it."""
    return re.split(r"[_|｜]|\s+[-–—]\s*|-{1,2}(?=[^\d\s])", title)[0].strip()


def _result(lines: Sequence[Line], kept: dict[int, str]) -> tuple[list[str], list[Line]]:
    texts: list[str] = []
    for line in lines:
        if id(line) in kept:
            texts.append(kept[id(line)])
    while texts and not texts[0].strip():
        texts.pop(0)
    while texts and not texts[-1].strip():
        texts.pop()
    return texts, [line for line in lines if line.text and id(line) not in kept]


def _goes(line: Line, named: list[bool], at_an_end: bool) -> bool:
    """Whether a line inside the text's element is none of it."""
    if line.heading or not line.text:
        return False
    apart = is_surrounding(line) or is_link_only(line)
    if named[line.node.index]:
        return apart
    if at_an_end:
        return apart and not names_hosts(line)
    return is_of_buttons(line) or (line.linked > 0 and is_surrounding(line))


def _without_related(lines: Sequence[Line], inside: Sequence[bool], last: int, kept: dict[int, str]) -> None:
    """A heading of links (相关链接) after the text goes with its links."""
    for n in range(last + 1, len(lines)):
        if inside[n] and RELATED.fullmatch(lines[n].text):
            kept.pop(id(lines[n]), None)


def _above(page: Page, lines: Sequence[Line], first: int, named: list[bool]) -> list[int]:
    """The lines above the text that belong to it: from its title on, and entries (number, date) before the title."""
    title = page.meta.get("articletitle", "") or page.title
    usable = [n for n in range(first) if lines[n].text and not _goes(lines[n], named, False)]
    usable = [n for n in usable if not named[lines[n].node.index] or lines[n].heading]
    headings = [n for n in usable if lines[n].heading]
    start = first
    if not _shows([line.text for line in lines[first : first + 8]], title):
        told = _run([n for n in usable if _is_in(lines[n].text, title) and not is_link_only(lines[n])])
        if told and _shows([lines[n].text for n in told], title):
            start = told[0]
        elif headings:
            start = _run(headings)[0]
    entries = [n for n in usable if n < start and _ENTRY.search(lines[n].text) and lines[n].link_share < 0.5]
    return entries + [n for n in usable if n >= start and not is_link_only(lines[n])]


def _run(numbers: Sequence[int]) -> Sequence[int]:
    """The last of them, and those that stand right before it one by one."""
    start = len(numbers) - 1
    while start > 0 and numbers[start - 1] == numbers[start] - 1:
        start -= 1
    return numbers[start:]


def _belongs_below(line: Line, named: list[bool]) -> bool:
    if not line.text or named[line.node.index] or is_surrounding(line) or is_link_only(line):
        return False
    return (
        line.is_row
        or leads_to_file(line)
        or bool(_BELOW.fullmatch(line.text.strip()))
        or (line.length > 15 and not line.linked)
    )


def _is_in(line: str, title: str) -> bool:
    """Whether a line is a title, or a part of it that is long enough to tell; the site's name after it is none."""
    bare, whole = _bare(line), _bare(_first_part(title))
    return len(bare) >= 4 and (bare in whole or (len(whole) >= 8 and bare.startswith(whole)))


def _bare(text: str) -> str:
    return re.sub(r"[\s\W_]+", "", text)
