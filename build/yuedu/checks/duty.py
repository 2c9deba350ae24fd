"""The words of duty in both languages: what forbids, requires, allows and encourages, and what only looks so.

Ordered tables, an example in each row; `modality` counts them on both sides of a sentence.
"""

from __future__ import annotations

import re


def _table(*rows: tuple[str, str]) -> re.Pattern[str]:
    """Rows of an example and a pattern, as one pattern; the rows' order is that of the alternatives."""
    return re.compile("|".join(pattern for _, pattern in rows), re.I)


FORBIDDEN = _table(
    ("不得外借", "不得(?!不|已|了|而知|人心|[少低高多迟早晚短长大小]于|超过)"),
    ("严禁用火", "严禁|禁止|(?<![不解])禁(?=用|入|售|采|捕|放|烧|摘)"),
    ("不准收费", "不准(?!确)|不许|不允许|不予"),
    ("决不让步", "[绝决](?!不辜负|不动摇)不"),
    ("不能松懈", "(?<!能)(?<!不)不能(?!不|自)"),
    ("不可动摇", "不可(?!或缺|避免|分割|估量|逆转|替代|多得|限量|抗力|持续|再生|移动)|不容(?!乐观|易)|不应"),
    ("切勿大意", "切勿|切忌|请勿"),
)
STATUTORY = _table(
    ("不得外借", "不得(?!不|已|了|[少低高多迟早晚短长大小]于|超过)"),
    ("严禁用火", "严禁|禁止"),
    ("不准收费", "不准(?!确)|不许|不允许"),
)
"""Those that nobody renders by a bare must."""
REQUIRED = _table(
    ("必须培训", "必须|务必|须(?=[经由在按依])"),
    ("应当公开", "应当|应该"),
    ("要加强", "(?<![主重需摘纪首概提紧扼不只还就若想])要(?![素求点件闻义塞道么是害领旨])"),
    ("确保落实", "确保|力争|争取"),
)
ALLOWED = _table(
    ("可以外借", "(?<!不)可以(?!说|看到|看出)|(?<![不许认])可(?=[由按在向凭通依申自免])"),
    ("允许退出", "(?<!不)允许|准许|准予|有权"),
    ("鼓励参与", "鼓励|支持|提倡|倡导|引导"),
)
# Chinese that denies, forbids or prevents, wherever it stands.
DENIED = _table(
    ("不、无、非", "[不未无非禁免勿莫没别拒戒忌]|绝不|杜绝|避|防止|严防|谨防|防范|遏制|制止|难以|难(?=[于以])")
)
NO_DENIAL = re.compile(
    "不断|不仅|不但|不少|不同|不久|不平凡|不懈|不只|未来|无论|不论|不管|无限|非常|不变|不可或缺|不可分割|非公|非洲|非遗|无障碍|无偿|无党派|无线|无人|未成年|必不可少"
    "|防控|防疫|国防|预防|消防|防汛|防洪|防灾|防护|防治|免费|特别|分别|级别|个别|困难|难点|难题|难关|攻坚克难|绝对|不得不|不能不"
)
"""Words that hold such a character and deny nothing."""

# What English likes to say by a negative: must never forget (牢记), must not waver (坚定), must not be crossed (守住).
_IDIOM = (
    r"(?! (?:be )?(?:only|forg[eo]t\w*|waver|falter|relax\w*|slacken\w*|overlook\w*|neglect\w*|ignor\w*|los[et]\w*|cease|stop|relent|fail|hesitate|let|allow\w*|slip|miss\w*"
    r"|rest|tire|give|shirk\w*|evade\w*|careless|compromis\w*|cross\w*|breach\w*|br[eo]ak\w*|touch\w*|violat\w*|exceed\w*|deviat\w*|depart|complacent|underestimat\w*|shaken|weaken\w*"
    r"|tolerat\w*|permit\w*|fall|lag|leave|left|spare|delay\w*|drop\w*)\b)"
)
PROHIBITING = _table(
    ("must not", rf"\b(?:must|shall|may|should|can|need|will) (?:never|not)\b{_IDIOM}|\b(?:need|must|should|wo)n['’]t\b"),
    ("is prohibited", r"\b(?:is|are|be|being|strictly|hereby) (?:strictly )?(?:prohibited|forbidden|banned|barred|disallowed)\b|\b(?:prohibit|forbid|ban)s?\b"),
    ("are not allowed", r"\bnot (?:be )?(?:allow|permit|encourag|requir|oblig|support|entitl)\w*|\bdiscourag\w*"),
    ("do not have to", r"\b(?:do|does) not (?:have|need) to\b|\bhave no (?:duty|obligation)\b"),
)  # fmt: skip
"""What forbids, or takes a duty away."""
UNABLE = _table(("cannot", rf"\b(?:cannot|can['’]t|can not)\b{_IDIOM}"))
"""What forbids where the Chinese allows, and elsewhere may only say that something is impossible."""
PREVENTING = _table(
    ("forestall", r"\b(?:forestall\w*|fend\w* off|defus\w*|contain\w*|combat\w*|ward\w* off|overc[oa]me)\b")
)
"""What renders 防止, 防范 and 克服 without a negative."""
NEGATIVE = _table(
    ("no, not", r"\b(?:no|not|never|none|nor|neither|nobody|nothing|cannot|without)\b|n['’]t\b|\bzero\b"),
    ("prohibited", r"\b(?:forbid\w*|forbade|prohibit\w*|ban(?:s|ned|ning)?|bar(?:s|red)?|outlaw\w*|disallow\w*)\b"),
    ("avoid", r"\b(?:avoid\w*|refrain\w*|prevent\w*|stop\w*|guard\w* against|crack\w* down|rule[sd]? out|exclud\w*|eliminat\w*|end(?:ed|ing)? (?:to|the)|clamp\w*|curb\w*|check(?:ed)?)\b"),
    ("unless, only", r"\b(?:unless|only|free (?:of|from)|rather than|instead of|far from|keep\w* .{0,40}(?:from|out)|except\w*|exempt\w*|until|before)\b"),
    ("fail, refuse", r"\b(?:refus\w*|reject\w*|fail\w*|lack\w*|hardly|impossible|intoleran\w*|un(?:able|authori[sz]ed|lawful|permitted|acceptable|necessary|compromising))\b"),
)  # fmt: skip
"""What denies in any way: where it stands, a prohibition may be said by it."""
VAGUELY_NEGATIVE = _table(
    ("make certain", r"\b(?:make (?:certain|sure)|ensure|strictly|little|few|resolutely)\b"),
)
PERMITTING = _table(
    ("may", r"\b(?:may|might|can|could)\b(?! (?:not|never|only|be no|ill)\b)"),
    ("is allowed", r"\b(?:is|are|be) (?:fully |freely |also )?(?:allowed|permitted|encouraged|welcome\w*|entitled|free|authori[sz]ed)\b"),
    ("encourage", r"\b(?:encourage|allow|permit|support|welcome|promote)s?\b"),
)  # fmt: skip
REQUIRING = _table(
    ("must", r"\b(?:must|shall|should|ha(?:ve|s) to|(?:is|are) required to|need(?:s)? to)\b(?! not\b| never\b)")
)
COUNTERPARTS = (
    ("拒", r"\b(?:refus|reject|declin|den[yi])\w*"), ("停", r"\b(?:stop|suspen|halt)\w*"), ("缺", r"\black\w*"),
    ("避", r"\bavoid\w*"), ("阻", r"\b(?:prevent|stop|bar|block)\w*"), ("排除", r"\bexclud\w*"), ("失", r"\b(?:fail|los)\w*"),
    ("之前|前", r"\b(?:before|until)\b"), ("免", r"\bexempt\w*"), ("检|查", r"\bcheck\w*"), ("除", r"\bexcept\w*"), ("消", r"\beliminat\w*"),
)  # fmt: skip
"""A word that only sounds negative in English, and the Chinese that it renders."""
DEGREE = _table(("原则上", "原则上"))
IN_PRINCIPLE = _table(
    (
        "in principle",
        r"\b(?:in principle|as a (?:general |matter of )?(?:rule|principle)|generally|normally|in general|basically|ordinarily)\b",
    )
)
