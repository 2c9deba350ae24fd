"""Radicals and compatibility forms that fonts yield in the place of characters, made characters again.

PDF fonts often map 方 to the Kangxi radical ⽅ (U+2F45), or to a compatibility ideograph; such a text looks right and is found
by no search. Only those blocks are normalised: NFKC on all would change ① and （. Two radicals stand for different characters
in simplified and in traditional fonts: the whole text tells which.
"""

from __future__ import annotations

import re
import unicodedata

FORMS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
SUPPLEMENT = dict(
    zip(
        "⺁⺒⺝⺠⺬⺮⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "厂巳月民示竹虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
"""Radicals that Unicode gives no character for, though they look like one."""
TWO_FORMS = {"⼾": ("户", "戶"), "⾭": ("青", "靑")}
SIMPLIFIED, TRADITIONAL = "这国发为义务会实业设关于产学", "這國發為義務會實業設關於產學"


def ordinary(text: str) -> str:
    """The characters of a glyph; those of `TWO_FORMS` are left for `settled`."""
    if not FORMS.search(text):
        return text
    return "".join(
        c if c in TWO_FORMS or not FORMS.match(c) else SUPPLEMENT.get(c) or unicodedata.normalize("NFKC", c)
        for c in text
    )


def settled(text: str) -> str:
    """A whole text, its radicals of two forms made the character of its script."""
    if not any(radical in text for radical in TWO_FORMS):
        return text
    traditional = sum(map(text.count, TRADITIONAL)) > sum(map(text.count, SIMPLIFIED))
    for radical, forms in TWO_FORMS.items():
        text = text.replace(radical, forms[traditional])
    return text
