"""The words that say how firmly something is asked or promised, from the weakest rung to the strongest, with what each ladder
rests on. Ordered; an example of a change to a stronger word beside each.

Only what a source or the words themselves say is here. Two words of one rung, or of no common ladder, are `other`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

CODE = "用词说明 of the national building codes (such as JGJ 3-2010): 可, 宜, 应, 必须; 不宜, 不应 or 不得, 严禁"
LAW = "立法技术规范（试行）（一）, 法工委发〔2009〕62号, 14.1 and 15.1: 应当 and 必须 do not differ in substance; 不得 and 禁止 both forbid"
WORDS = "the words themselves"


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs from the weakest: words of each, parted by |. On a ladder of modifiers one rung is empty: the bare verb."""

    rungs: tuple[str, ...]
    source: str
    example: tuple[str, str]

    def rung(self, word: str) -> int | None:
        """The number of the rung a word stands on."""
        return next((n for n, rung in enumerate(self.rungs) if word in rung.split("|")), None)


WIDE = "全面实施|全面推行|全面推开|全面推广|全面推进|全面铺开|全面施行|全面落实|普遍推行"
LADDERS = (
    Ladder(("可以|可", "宜", "应当|应|应该|必须|务必"), f"{CODE}; {LAW}", ("可以公开", "应当公开")),
    Ladder(("要", "必须|务必|一定要"), f"{WORDS}: to be to, to have to", ("要落实", "必须落实")),
    Ladder(("不宜", "不应|不得|不准|禁止", "严禁"), f"{CODE}; {LAW}", ("不得挪用", "严禁挪用")),
    Ladder(
        ("争取", "力争", "确保|保证"),
        f"{WORDS}: to strive (力 adds force), to ensure",
        ("力争年底前完成", "确保年底前完成"),
    ),
    Ladder(("努力|尽力", "确保|保证"), f"{WORDS}: an effort, a result", ("努力实现", "确保实现")),
    Ladder(
        ("研究", "探索", "试点|试行|先行先试", "推广", WIDE),
        f"{WORDS}: think, try, try in chosen places, spread, everywhere",
        ("探索", "全面实施"),
    ),
    Ladder(("试点|试行", "实施|施行|推行", WIDE), f"{WORDS}: a trial, no trial, everywhere", ("试行", "施行")),
)
"""Words that stand for each other."""
MODAL = LADDERS[:5]
"""Those of modal words, which say how firmly whatever follows them is meant."""

MODIFIERS = (
    Ladder(("逐步|渐进", "", "加快|加速"), f"{WORDS}: step by step, faster", ("推动", "加快推动")),
    Ladder(("", "大力|着力", "全力"), f"{WORDS}: with great strength, with all strength", ("推进", "大力推进")),
    Ladder(("", "深入"), f"{WORDS}: deeper", ("实施", "深入实施")),
    Ladder(("", "坚决|坚定不移"), f"{WORDS}: resolutely", ("遏制", "坚决遏制")),
    Ladder(("", "严格|从严"), f"{WORDS}: strictly", ("控制", "严格控制")),
    Ladder(
        ("初步", "基本|大体", "", "全面|全部|完全|彻底"),
        f"{WORDS}: begun, by and large, in all respects",
        ("基本建成", "全面建成"),
    ),
    Ladder(("适度|适当|酌情", ""), f"{WORDS}: within measure", ("适度扩大", "扩大")),
    Ladder(("尽量|尽可能|原则上", ""), f"{WORDS}: as far as possible, exceptions allowed", ("原则上取消", "取消")),
)
"""What stands before a verb; the bare verb has a rung of its own."""

OTHER = "进一步|更好|更加|持续|不断|继续|积极|主动|稳步|有序|稳妥|扎实|切实|认真|充分|统筹|协同|系统|有效|精准|科学|率先|稳慎|及时|尽快|抓紧|强力|高质量|高标准|加大力度|将|应|须|需|需要"
"""Directs too, and is on no ladder: a change of it is `other`."""

VERBS = (
    "推动|推进|推出|推广|推行|促进|深化|完善|健全|建立|建设|建成|建强|构建|打造|打牢|夯实|筑牢|提升|提高|优化|强化|加强|加大|扩大|拓展|"
    "拓宽|发展|发挥|抓好|做好|做强|做优|做大|落实|实施|实行|实现|组织|开展|举办|办好|探索|研究|制定|编制|修订|出台|培育|壮大|"
    "激发|释放|吸引|支持|引导|鼓励|规范|保障|维护|防范|化解|整合|启动|启用|提供|争取|协调|谋划|对接|突出|增强|改进|改善|完成|"
    "控制|保持|稳定|恢复|改革|遏制|整治|治理|打击|惩治|取消|禁止|限制|减少|降低|压减|淘汰|清理|释放|开放|放开|放宽|贯彻|坚持|巩固|"
    "形成|达到|解决|消除|普及|覆盖|公开|共享|执行|施行|试点|试行|允许|要求|监管|检查|创新|转变|转型|升级|培养|造就|弘扬|繁荣|保护|利用"
)
"""Verbs that a modifier may stand before."""


class Directing(NamedTuple):
    """Where words of the tables stand."""

    verb: frozenset[str]
    modifier: frozenset[str]
    word: frozenset[str]


def _all(ladders: tuple[Ladder, ...]) -> frozenset[str]:
    return frozenset(w for ladder in ladders for rung in ladder.rungs for w in rung.split("|") if w)


DIRECTING = Directing(frozenset(VERBS.split("|")), _all(MODIFIERS), _all(LADDERS) | frozenset(OTHER.split("|")))
EVERY = re.compile(
    "|".join(sorted({*DIRECTING.verb, *DIRECTING.modifier, *DIRECTING.word}, key=lambda w: (-len(w), w)))
)
"""Any of them, the longest first."""
