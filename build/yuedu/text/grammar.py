"""The grammar of an official document, as ordered tables. Each pattern carries an example in its own script.

Headings nest in the order of `HEADINGS`; whichever of them a document uses, the first is the outermost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMERAL = "[〇零一二三四五六七八九十百两]+"


@dataclass(frozen=True, slots=True)
class Heading:
    """A kind of numbered heading. `titled` is False where the rest of the line is always text (条)."""

    name: str
    pattern: re.Pattern[str]
    example: str
    titled: bool = True


def _heading(name: str, pattern: str, example: str, *, titled: bool = True) -> Heading:
    return Heading(name, re.compile(rf"(?P<label>{pattern})"), example, titled)


HEADINGS = (
    _heading("part", rf"第(?P<n>{NUMERAL})[编篇]", "第一篇指导原则和发展目标"),
    _heading("chapter", rf"第(?P<n>{NUMERAL})章", "第一章总则"),
    _heading("section", rf"第(?P<n>{NUMERAL})节", "第一节优化农业结构"),
    _heading("article", rf"第(?P<n>{NUMERAL})条", "第一条为了加强管理，制定本办法。", titled=False),
    _heading("han", rf"(?P<n>{NUMERAL})、(?!{NUMERAL}、)", "一、突出重点、精准发力"),
    _heading("han-brackets", rf"[（(](?P<n>{NUMERAL})[）)]|(?P<n2>[㈠-㈩])", "（一）夯实集约化“大底座”。"),
    _heading("arabic", r"(?P<n>\d{1,2})(?:[.．](?!\d)|、)", "1.统筹规划"),
    _heading("arabic-brackets", r"[（(](?P<n>\d{1,2})[）)]|(?P<n2>[⑴-⒇])", "（1）统筹规划"),
    _heading("circled", r"(?P<n>[①-⑳])", "①统筹规划"),
)

LONGEST_TITLE = 50
"""A run-in first sentence longer than this (characters) is text, and its section has no title."""

POINT = re.compile(rf"(?:(?<=^)|(?<=[。！？；：]))(?P<n>{NUMERAL})(?P<kind>是|要)")
"""一是加快…。二是理顺…。 or 一要打牢…: the numeral must be 一 or one more than the last."""

TERMINAL = re.compile(r"[。！？；：…]['”’》）)」』】]*$")
"""…迈出新步伐。 or …如下意见： — a line that ends like this is whole."""

CLOSING = re.compile(r"(?:同志们|各位代表|各位委员|各位同事)[，！,]|(?:报告|汇报|发言|讲话)完毕|谢谢(?:大家|各位)")
"""同志们，加强数字政府建设… or 汇报完毕。: after the last section it belongs to the document, not to that section."""

DATE = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
OFFICIAL = "局|厅|委|部|署|院|会|府|室|处|办|组|中心|公司|大学|协会"
GENRE = (
    "通知|讲话|报告|意见|决定|公告|通报|规划|纲要|方案|办法|条例|规定|细则|决议|公报|批复|函|致辞|发言|说明|措施|要点"
)

FRONT_MATTER = (
    # role, pattern of the whole line, example
    ("number", re.compile(r"[（(]?[^，。：]{2,20}〔\d{4}〕\d+号[）)]?"), "省数字政府办〔2023〕1号"),
    ("date", re.compile(rf"[（(]?{DATE}[）)]?"), "（2023年2月7日）"),
    ("seal", re.compile(r"[（(](?:代章|盖章|印章|公章)[）)]"), "（代章）"),
    ("salutation", re.compile(r"(?:尊敬的)?(?:各位|同志们|女士们|先生们|朋友们)[^。；]*[：:]"), "同志们："),
    ("subtitle", re.compile(r"(?:——|—|--).+"), "——2023年3月5日在第十四届全国人民代表大会第一次会议上"),
    ("addressees", re.compile(r"(?!.*(?:如下|以下|下面))[^。；]+[：:]"), "各地级以上市政府，省各成员单位："),
    ("title", re.compile(rf"[^。：；]*(?:{GENRE})(?:[（(].{{2,12}}[）)])?"), "关于印发领导讲话的通知"),
    ("issuer", re.compile(rf"[^。：；，]{{2,40}}(?:{OFFICIAL})"), "广东省政务服务数据管理局"),
)
"""Lines before the first heading or paragraph, first match wins; of titles only the first is one.

What matches nothing is a byline (省委常委、副省长王曦) where a title stands before it, else `other`."""

SIGNATURE_ROLES = frozenset({"date", "seal", "number"})
"""After the last paragraph these keep their role; any other unfinished line is the signature."""
