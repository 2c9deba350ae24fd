"""The words of the interface, in both languages."""

from __future__ import annotations

from yuedu.glossary.shape import Term
from yuedu.sources.document import Strand
from yuedu.sources.shape import Bilingual


def both(en: str, zh: str) -> Bilingual:
    return Bilingual(en=en, zh=zh)


KINDS = {
    "system": both("System", "系统平台"),
    "concept": both("Concept", "概念"),
    "body": both("Body", "机构"),
    "document": both("Document", "文件"),
    "meeting": both("Meeting", "会议"),
    "programme": both("Programme", "工程"),
    "region": both("Region", "区域"),
    "metaphor": both("Metaphor", "比喻"),
    "person": both("Person", "人物"),
}

STRANDS = {
    "asked": both("Asked", "要求"),
    "done": both("Reported", "汇报"),
    "planned": both("Planned", "计划"),
    "gaps": both("Gaps admitted", "差距"),
    "context": both("Background", "背景"),
    "occasion": both("Occasion", "会议与场合"),
}
"""In the order in which a topic page shows them."""

BY_RULE = both("proposed by rule", "规则所拟，待核")

FILED_BY_RULE = both("filed by rule", "按规则归类")

COMPARED: tuple[Strand, ...] = ("asked", "done", "planned", "gaps")
"""The strands that are set against each other; background and occasion count towards the whole alone."""

TYPES = {
    "count": both("count", "数量"),
    "money": both("money", "金额"),
    "share": both("share", "比率"),
    "duration": both("duration", "时长"),
    "frequency": both("frequency", "频次"),
    "range": both("range", "区间"),
    "rank": both("rank", "位次"),
    "date": both("date", "日期"),
}

STATUSES = {
    "actual": both("stated as fact", "陈述为事实"),
    "plan": both("plan", "计划"),
    "aim": both("aim", "目标"),
    "historical": both("historical", "既往"),
    "structural": both("structural", "结构性"),
}

BOUNDS = {
    "exact": both("", ""),
    "about": both("about", "约"),
    "over": both("over", "超过"),
    "under": both("under", "不足"),
    "nearly": both("nearly", "近"),
    "at-least": both("at least", "至少"),
}

FORCES = {
    "must": both("must", "必须"),
    "directive": both("is to", "要求"),
    "will": both("will", "将要"),
    "ensure": both("ensure", "确保"),
    "strive": both("strive", "力争"),
    "bare": both("no modal word", "无情态词"),
}
"""What a directing word comes to, beside the word itself."""

BASES_OF_INFERENCE = {
    "we": both("“we” is the side that speaks", "“我们”指讲话一方"),
    "carried": both("named in an earlier sentence of the passage", "承同段前句主语"),
    "plan": both("the plan is that of the side that speaks", "系讲话一方自己的计划"),
    "addressees": both("the document is addressed to them", "系文件主送单位"),
}
"""Why somebody is taken to be the one who acts, where a sentence does not say."""

PROVENANCE = {
    "official": both("official", "官方"),
    "attested": both("attested", "有例"),
    "ours": both("our own", "本站自拟"),
}

RENDERINGS = {
    "preferred": both("preferred", "首选"),
    "accepted": both("accepted", "可用"),
    "avoided": both("avoid", "勿用"),
}

BASES = {
    "text": both("from the text", "据原文"),
    "background": both("background, not in the text", "背景知识，原文未载"),
}


def basis_of(term: Term) -> Bilingual:
    """On what a definition rests; for what the text does not say, with the ground."""
    basis, note = BASES[term.basis], term.basis_note
    return both(f"{basis.en} ({note.en})", f"{basis.zh}（{note.zh}）") if note else basis
