"""What a section or a sentence does, proposed by its words: asked, done, planned, gaps, context or occasion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from yuedu.text.tree import Passage, Section, Tree

Strand = Literal["asked", "done", "planned", "gaps", "context", "occasion"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A strand, the words that speak for it, and the id of the part they stand in (of a sentence: empty)."""

    strand: Strand
    words: str
    at: str = ""


Rows = tuple[tuple[Strand, re.Pattern[str], str], ...]

_PLAN = '[“"](?:[一二三四五六七八九]|十[一二三四五六七八九]?)五[”"]'

HEADINGS: Rows = (
    # strand, pattern in the heading, example
    (
        "gaps",
        re.compile(
            "^(?!.*(?:解决|治理|破解|补齐|补短板|攻坚|克服|防范|应对|整改)).*?(?P<words>问题|差距|困难|不足|短板|清醒看到|薄弱环节|教训)"
        ),
        "存在的主要问题和差距",
    ),
    ("context", re.compile("形势|意义|背景|重要性|必要性|机遇|挑战"), "深刻认识数字政府建设的重大意义"),
    ("occasion", re.compile("^(?:序言|前言|引言|结束语|结语|致谢)$"), "结束语"),
    ("done", re.compile("回顾|总结|成绩|成就|成效|工作情况|执行情况|完成情况|进展|取得|变革|做法"), "2025年工作回顾"),
    ("done", re.compile("过去(?:的)?[一二三四五六七八九十]+年"), "过去五年的工作"),
    ("planned", re.compile("(?:今年|明年|下一步|下一阶段|下半年|未来|今后)[^，。]*"), "今年重点工作"),
    ("planned", re.compile(rf"(?:20\d\d年|{_PLAN})[^，。]*(?:工作|任务|目标|发展)"), "“十五五”时期主要任务"),
    ("planned", re.compile("安排|计划|目标|规划|总体要求|总体思路|工作思路|打算|展望|建议|草案"), "工作安排"),
    ("asked", re.compile("部署|要求|任务|希望|组织实施|组织领导|保障措施|监督检查"), "几点要求"),
)
"""The first row that is in a heading speaks for its section; a heading with words of both done and planned says nothing."""

OPENINGS: Rows = (
    # strand, pattern at the start of a passage, example
    ("gaps", re.compile("(?:同时|但|当然)?，?(?:我们)?(?:也|还)?(?:要|必须|应当?)?(?:清醒|深刻|充分)?(?:地)?(?:看到|认识到)[^。]*"), "同时要看到，我省数字政府建设还有差距。"),
    ("gaps", re.compile("在(?:充分)?(?:肯定|看到)成绩的同时[^。]*|[^。]{0,20}(?:存在|面临)[^。]{0,8}(?:困难|问题|不足|差距)"), "在肯定成绩的同时，我们也清醒看到困难。"),
    ("occasion", re.compile("(?:这些成绩|成绩)[^。]*来之不易|[^。]{0,12}在此，我[^。]*(?:感谢|敬意|问候)"), "这些成绩，来之不易。在此，我代表市政府表示感谢。"),
)  # fmt: skip

_GENRES: Rows = (
    ("planned", re.compile("(?:规划|纲要|要点|计划|行动方案|施政报告|施政報告)(?:[（(].*[）)])?(?:的(?:通知|决议))?$"), "2026年工作要点"),
    ("asked", re.compile("(?:意见|通知|方案|决定|措施|办法|条例|规定|细则|规则|指示|批复|公告|通告)(?:[（(].*[）)])?$"), "关于推进改革的实施意见"),
)  # fmt: skip
"""What a whole document does, by its title. A report and a speech do several things, by their headings."""


SHORT_HEADING = 8
"""Below a section that asks or plans, only a heading this short (characters) speaks for itself: 工作目标, 存在问题."""


def strands(tree: Tree, title: str | None = None) -> dict[str, Proposed]:
    """By section or passage, as `document.yml` writes them ("", "2.4", "1.p6"): what it does; the nearest above holds.

    A top section speaks by its heading, else by its genre (an opinion asks), else by most of its own sentences; where all
    are silent it goes on with what is asked or planned before it.
    """
    genre = _of_genre(title or "")
    found = {"": Proposed("occasion", "")}
    if genre and not re.search("印发|转发|印送", title or ""):
        found[""] = Proposed("context" if tree.sections else genre.strand, genre.words)
    going_on: Proposed | None = None
    below: dict[str, list[Passage]] = {}  # by the top section
    for passage in tree.passages:
        top = passage.id.removeprefix(f"{tree.document}.").partition(".")[0]
        below.setdefault(top, []).append(passage)
    for section in tree.sections:
        path, heading = ".".join(map(str, section.path)), section.title or ""
        said = _of_heading(section)
        if len(section.path) == 1:
            if genre and (said is None or said.strand in ("asked", "planned")):
                said = Proposed(genre.strand, genre.words, section.id)
            said = said or _by_most(below.get(path, ()), section) or going_on
            going_on = said if said and said.strand in ("asked", "planned") else going_on
        elif said and len(heading) > SHORT_HEADING and _above(found, path).strand in ("asked", "planned"):
            said = None
        if said and _above(found, path).strand != said.strand:
            found[path] = said
    for passage in tree.passages:
        path = passage.id.removeprefix(f"{tree.document}.")
        opened, above = _of_opening(passage), _above(found, path)
        if opened and above.strand == "done" and opened.strand != above.strand:
            found[path] = opened
    return found


def _by_most(below: Sequence[Passage], section: Section) -> Proposed | None:
    """What most of the sentences below a heading do, of at least three that say something by their own words."""
    spoken = [said for p in below for a, b in p.sentences if (said := strand_of_sentence(p.zh[a:b], "asked"))]
    counts = Counter(said.strand for said in spoken)
    strand, times = counts.most_common(1)[0] if counts else ("occasion", 0)
    if times < 3 or times <= len(spoken) * MOST:
        return None
    return Proposed(strand, next(said.words for said in spoken if said.strand == strand), section.id)


MOST = 0.6


def _above(found: dict[str, Proposed], path: str) -> Proposed:
    while path and path not in found:
        path = path.rpartition(".")[0]
    return found[path]


def _of_genre(title: str) -> Proposed | None:
    for strand, pattern, _ in _GENRES:
        if match := pattern.search(title):
            return Proposed(strand, match[0])
    return None


def _of_heading(section: Section) -> Proposed | None:
    said = [
        (strand, m.groupdict().get("words") or m[0])
        for strand, pattern, _ in HEADINGS
        if (m := pattern.search(section.title or ""))
    ]
    if not said or ({"done", "planned"} <= {strand for strand, _ in said} and _parted(section.title or "")):
        return None
    return Proposed(said[0][0], said[0][1], section.id)


def _parted(heading: str) -> bool:
    """Whether a heading has a review and a plan side by side: 2025年工作总结和2026年工作安排."""
    return bool(re.search("(?:回顾|总结|情况|成绩)(?:和|及|与|、).*(?:安排|计划|目标|打算|任务|思路)", heading))


def _of_opening(passage: Passage) -> Proposed | None:
    for strand, pattern, _ in OPENINGS:
        if match := pattern.match(passage.zh):
            return Proposed(strand, match[0][:24], passage.id)
    return None


SENTENCES: Rows = (
    # strand, pattern in the sentence, example
    ("gaps", re.compile("(?:看到|认识到)[^。]*?(?:差距|问题|困难|不足|短板)"), "要清醒看到我们与先进地区的差距。"),
    ("gaps", re.compile("(?:仍|还|依然)?(?:存在|面临)[^，。；]{0,14}(?:问题|差距|不足|困难|短板|压力)|(?:仍|还)有(?:较大|不小|一定)?差距"), "基层能力还存在不少短板。"),
    ("gaps", re.compile("(?:还|仍|尚)?(?:不够|不强|不足|不高|不优|薄弱|滞后)(?=[，。；、]|$)|亟[需待]|有待"), "数据共享还不够。"),
    ("asked", re.compile("(?<![需主重概纲摘首紧扼简只想必])要(?!求|素|点|闻|害|件|道|么|不是|事|务|领|义)|必须|务必|应当|不得|严禁|请(?:各|你)"), "各地要抓好落实。"),
    ("planned", re.compile("将(?=继续|进一步|选择|会|于|在|大力|全面|加快|推动|推进|安排|投入|建设|实施|启动|出台|开展|组织|陆续|重点|逐步|持续|着力|深入|统筹|印发|研究|通过|按|新建|建成|完成|达到|实现|召开|制定|适时|对|以|从|支持|设立|打造|力争|更|再|重点)|力争|争取|拟(?=[于在对出制]|建|定)|打算|(?<![规五年划的])计划(?=[在用新建投于到完对]|今年|明年)|预计"), "省里将选择有条件的地市开展试点。"),
    ("done", re.compile("已(?!有|知)(?:经)?|累计|荣获|同比|实现了|完成了|建成了|取得了?|得到了?(?:有效)?|(?:实现|完成|建成|增长|达到?|达成)[^，。；]{0,10}\\d"), "全省已建成平台3个。"),
    ("done", re.compile("去年|过去(?:一年|五年)|一年来|五年来"), "去年我们推进改革。"),
    ("done", re.compile("完成|实现"), "实现县域全覆盖。"),
)  # fmt: skip
"""What a sentence does, by its own words."""


def strand_of_sentence(zh: str, default: Strand) -> Proposed | None:
    """What a sentence does by its own words, where they speak; `default` is what its section does.

    Of a word that asks and one that plans the earlier speaks. 完成 and 实现 alone report only where nothing is asked
    or planned: 实现全覆盖 among tasks is a task.
    """
    found: list[tuple[int, int, Strand, str]] = []
    for n, (strand, pattern, _) in enumerate(SENTENCES):
        if match := pattern.search(zh):
            found.append((n, match.start(), strand, match[0]))
    if not found:
        return None
    if found[0][2] == "gaps" and (not _asks_before(found) or found[0][0] == 0):
        return Proposed("gaps", found[0][3])
    directs = [f for f in found if f[2] in ("asked", "planned")]
    if directs:
        _, _, strand, words = min(directs, key=lambda f: f[1])
        return Proposed(strand, words)
    n, _, strand, words = found[0]
    if strand == "done" and n >= len(SENTENCES) - 1 and default in ("asked", "planned"):
        return None
    return Proposed(strand, words)


def _asks_before(found: list[tuple[int, int, Strand, str]]) -> bool:
    """Whether a word that asks or plans stands before the gap it is about: 要解决存在的问题."""
    return any(f[2] in ("asked", "planned") and f[1] < found[0][1] for f in found)
