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
    _heading("division", rf"第(?P<n>{NUMERAL})分编", "第一分编通则"),
    _heading("chapter", rf"第(?P<n>{NUMERAL})章", "第一章总则"),
    _heading("section", rf"第(?P<n>{NUMERAL})节", "第一节优化农业结构"),
    _heading("roman", r"(?P<n>[IVX]{1,5}|[Ⅰ-Ⅻ])(?:[.．](?!\d) ?|、)", "I.改革创新"),
    _heading("article", rf"第(?P<n>{NUMERAL})条(?:之(?P<sub>{NUMERAL}))?", "第四条之一区政府加强领导。", titled=False),
    _heading("han", rf"(?P<n>{NUMERAL})、(?!{NUMERAL}、)", "一、突出重点、精准发力"),
    _heading("han-brackets", rf"[（(](?P<n>{NUMERAL})[）)]|(?P<n2>[㈠-㈩])", "（一）夯实集约化“大底座”。"),
    _heading("arabic", r"(?P<n>\d{1,2})(?:[.．](?!\d) ?|、)", "1.统筹规划"),
    _heading("arabic-brackets", r"[（(](?P<n>\d{1,2})[）)]|(?P<n2>[⑴-⒇])", "（1）统筹规划"),
    _heading("circled", r"(?P<n>[①-⑳])", "①统筹规划"),
)

LONGEST_TITLE = 50
"""A run-in first sentence longer than this (characters) is text, and its section has no title."""

POINT = re.compile(rf"(?:(?<=^)|(?<=[。！？；：]))(?P<n>{NUMERAL})(?P<kind>是|要)")
"""一是加快…。二是理顺…。 or 一要打牢…: the numeral must be 一 or one more than the last."""

LONE_MARK = re.compile(rf"(?:{NUMERAL}(?:是|要)|第{NUMERAL}[，,、]|首先[，,]|其次[，,]|最后[，,])")
"""一是 or 第一， alone on its line: the text that it counts stands on the next."""

ADDRESS = re.compile(r"(?:各位(?:代表|委员|同志|同事|来宾|朋友)|同志们|朋友们|乡亲们)！")
"""各位代表！ alone on its line opens the paragraph that follows."""

TERMINAL = re.compile(r"[。！？；：…!?;:]['”’》）)」』】]*$")
"""…迈出新步伐。 or …如下意见： — a line that ends like this is whole."""

CLOSING = re.compile(r"(?:同志们|各位代表|各位委员|各位同事)[，！,]|(?:报告|汇报|发言|讲话)完毕|谢谢(?:大家|各位)")
"""同志们，加强数字政府建设… or 汇报完毕。: after the last section it belongs to the document, not to that section."""

DATE = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
MONTH = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月"
OFFICIAL = "局|厅|廳|委|部|署|院|政府|管委会|委员会|委員會|常委会|协会|联合会|理事会|代表大会|商会|学会|总工会|办公室|处|處|办|组|中心|公司|大学"
GENRE = (
    "通知|讲话|报告|意见|决定|公告|通报|规划|纲要|方案|办法|条例|规定|细则|决议|公报|批复|函|致辞|发言|说明|措施|要点"
    "|致词|贺词|贺信|演讲|讲演|谈话|祝词|答词|宣言|声明|公开信|倡议书|白皮书|行动计划|计划|总结|汇报|议案|规则|规范|章程|制度|预案|纪要"
    "|修正案|司法解释|(?<=干问题的)解释|(?<![想方办做看语说写用手军司执合违])法(?![律规治院人庭官])|提纲|指导目录|指引|清单|通告|命令|令|指示|提案|草案|指南|致辭|演辭|講話|發言|報告|施政報告|財政預算案|宣布"
)
