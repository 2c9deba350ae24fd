"""Who speaks, and in what office, as a line or a title states it: 广东省省长孟凡利 is an office and a name.

The cleaned text has no white space between them. A line is parted where an office of the table ends and the rest is a
name; where it can be parted in two ways, or in none, nothing is proposed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yuedu.text.grammar import DATE, GENRE
from yuedu.text.names import is_lone_name, is_name

Span = tuple[int, int]

OFFICE = (
    "总书记|總書記|书记|書記|主席|总统|總統|总理|總理|首相|国务委员|國務委員|委员长|委員長|议长|省长|省長|市长|市長|州长|县长|縣長|区长|區長|镇长|乡长|旗长|盟长"
    "|部长|部長|厅长|局长|局長|处长|處長|科长|司长|司長|署长|署長|院长|院長|检察长|会长|會長|理事长|监事长|董事长|总裁|总经理|行长|校长|校長|所长|站长|台长|社长"
    "|主任|秘书长|秘書長|总编辑|总干事|司令员|政治委员|政委|参谋长|行政长官|行政長官|特首|大使|总领事|代表|发言人|發言人|委员|委員|常委|组长|成员|负责人|专员|專員|关长"
    "|主管|巡视员|调研员|顾问|院士|教授|董事|参事|审计长|总工程师|总会计师|总经济师|总督察|督察长|总警监|主委|总监|庭长|队长|支书|村长|街长|干事|理事|裁判长|财政司|律政司"
)
"""Words that an office ends with."""

_OFFICE = re.compile(rf"(?:[^，。：；！？]*?(?:{OFFICE})(?:[（(][^（）()]{{2,8}}[）)])?)")
_LABEL = re.compile("(?:发言人|发言者|报告人|主讲人|演讲人|讲话人|致辞人|汇报人|述职人|讲者|发布人|报告者|發言人)[：:]")
_OTHERS = re.compile("(?:主持人|主持|记录人?|整理|签发人?|审核|联系人|翻译)[：:]?")
_DATED = re.compile(rf"(?P<before>[（(]?{DATE}[）)]?)?(?P<rest>.*?)(?:[（(]{DATE}[）)])?")
_POLITE = re.compile("(?:同志|先生|女士|阁下|閣下|博士)$")
_SPOKE = f"(?:{GENRE}|演说|答问|讲课)"
_NAMED = (
    # pattern with the person before it, in a title or a caption, example
    (re.compile(rf"(?P<who>[^，。：；]{{2,40}}?)(?:同志|先生|女士)?(?:[：:]?在|于|出席|向|发表|動議|动议)[^。]*{_SPOKE}(?:[（(].*[）)]|全文|摘要|实录)*$"), "国务院总理李强在夏季达沃斯论坛开幕式上的致辞"),
    (re.compile(r"(?:以下|下面)[为是](?P<who>[^，。：；]{2,40}?)(?:同志|先生|女士)?(?:今[日天]|[（(]|在|于|出席|的|就|\d).*"), "以下是行政长官李家超今日在酒会致辞全文："),
    (re.compile(r"(?:.*[，。])?(?P<who>[^，。：；]{2,40}?)(?:同志)?(?:代表[^，。]{2,16})?(?:向[^，。]{2,20})?作(?:了)?(?:政府)?工作?报告.*"), "3月5日，李克强作政府工作报告。"),
    (re.compile(r"(?P<who>[^，。：；]{2,12}?)(?:同志|主席|总理|总书记)?的?(?:新年贺词|贺词|讲话|致辞|发言|演讲|谈话|述职报告)$"), "王小明同志的讲话"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Half-open spans of an office and of a name in a line; either may be None."""

    office: Span | None
    name: Span | None


def person(line: str) -> Person | None:
    """Read a whole line as an office, a name, or both: 国务院总理 · 李克强 · 省委常委、副省长王曦 · 发言人：王小明.

    A date before or after is passed over. None for anything else, such as who takes the chair (主持人：…).
    """
    start, end = _unbracketed(line, 0, len(line))
    dated = _DATED.fullmatch(line, start, end)
    start, end = _unbracketed(line, *dated.span("rest")) if dated else (start, end)
    label = _LABEL.match(line, start)
    if label:
        start = label.end()
    elif _OTHERS.match(line, start):
        return None
    polite = _POLITE.search(line[start:end])
    if polite:
        end = start + polite.start()
    words = line[start:end]
    after = re.fullmatch(r"(?P<name>[^（）()]{2,8})[（(](?P<office>[^（）()]+)[）)]", words)
    if after and is_name(after["name"]) and _is_office(after["office"]):
        return Person(_moved(after.span("office"), start), _moved(after.span("name"), start))
    found = _parted(words, start)
    if found is None and (is_lone_name(words) or (label and is_name(words))):
        return Person(None, (start, end))
    return found


def _unbracketed(line: str, start: int, end: int) -> Span:
    if line[start : start + 1] in ("（", "(") and line[end - 1 : end] in ("）", ")"):
        return start + 1, end - 1
    return start, end


def _parted(words: str, start: int) -> Person | None:
    office, colon, name = words.replace(":", "：").partition("：")
    if colon:
        known = _is_office(office) and is_name(name)
        return Person((start, start + len(office)), (start + len(office) + 1, start + len(words))) if known else None
    cuts = [n for n in range(2, len(words) - 1) if _is_office(words[:n]) and is_name(words[n:])]
    if len(cuts) == 1:
        return Person((start, start + cuts[0]), (start + cuts[0], start + len(words)))
    if not cuts and _is_office(words) and len(words) > 2:
        return Person((start, start + len(words)), None)
    return None


def _is_office(words: str) -> bool:
    """Whether words are an office, or several with 、 between; never a sentence or a title."""
    if len(words) > 60 or re.search("[。！？：；，《》]|关于|同志们|各位", words):
        return False
    return bool(_OFFICE.fullmatch(words))


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def named_in(words: str) -> Person | None:
    """Who speaks by a title or a caption: 李强在…上的致辞 · 以下是行政长官李家超今日在…致辞全文."""
    for pattern, _ in _NAMED:
        match = pattern.fullmatch(words)
        if not match:
            continue
        a, b = match.span("who")
        if is_name(match["who"]):
            return Person(None, (a, b)) if is_lone_name(match["who"]) else None
        found = _parted(match["who"], a)
        if found:
            return found
    return None


def after_occasion(words: str) -> Person | None:
    """Who is named at the end of a subtitle: ——2026年1月26日在…会议上广东省省长孟凡利."""
    match = re.match(r".*[会议典仪坛式礼動动會議]上(?:的报告)?", words)
    if not match or match.end() == len(words):
        return None
    found = person(words[match.end() :])
    if not found:
        return None
    by = match.end()
    return Person(found.office and _moved(found.office, by), found.name and _moved(found.name, by))
