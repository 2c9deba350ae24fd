"""A Chinese name in pinyin by GB/T 28039-2011: surname first, each part with a capital, given name in one word, no tones.

ü stays ü (Lü); the YU of passports is not written. An apostrophe parts syllables that could be read as one (Xi'an).
"""

from __future__ import annotations

from pypinyin import lazy_pinyin

from yuedu.text.names import surname

READINGS = {
    "单": "shan", "單": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "查": "zha", "朴": "piao", "盖": "ge", "蓋": "ge",
    "任": "ren", "区": "ou", "區": "ou", "乐": "yue", "樂": "yue", "翟": "zhai", "缪": "miao", "繆": "miao", "覃": "qin",
    "冼": "xian", "员": "yun", "員": "yun", "黑": "he", "召": "shao", "种": "chong", "重": "chong", "秘": "bi",
    "折": "she", "繁": "po", "纪": "ji", "紀": "ji", "华": "hua", "華": "hua", "燕": "yan", "应": "ying", "應": "ying",
    "宁": "ning", "柏": "bai", "哈": "ha", "那": "na", "郗": "xi", "隗": "wei", "訾": "zi", "谌": "chen", "逄": "pang",
    "褚": "chu", "葛": "ge", "费": "fei", "費": "fei", "贾": "jia", "賈": "jia", "沈": "shen", "石": "shi", "卜": "bu",
    "车": "che", "車": "che", "晁": "chao", "祭": "zhai", "阚": "kan", "闞": "kan", "幺": "yao", "撒": "sa", "洗": "xian",
    "尉迟": "yu chi", "长孙": "zhang sun", "長孫": "zhang sun", "万俟": "mo qi", "单于": "chan yu", "澹台": "tan tai",
    "令狐": "ling hu", "宿": "su", "曲": "qu", "牟": "mu", "相": "xiang", "盛": "sheng", "殷": "yin", "强": "qiang",
}  # fmt: skip
"""Surnames that are read otherwise than the word, or that a dictionary may read as another word (pypinyin knows words)."""


def pinyin_name(zh: str) -> str | None:
    """孟凡利 → Meng Fanli, 欧阳娜娜 → Ouyang Nana, 吕逸 → Lü Yi.

    None for what has no surname of the table and for a name with ·, which its own language spells (艾尔肯·吐尼亚孜).
    """
    own = surname(zh)
    if own is None:
        return None
    reading = READINGS.get(own)
    family = reading.split() if reading else lazy_pinyin(own, v_to_u=True)
    given = lazy_pinyin(zh[len(own) :], v_to_u=True, errors="ignore")
    if len(given) != len(zh) - len(own):
        return None
    return f"{_joined(family)} {_joined(given)}"


def typed(name: str) -> list[str]:
    """A name in pinyin as one word of a keyboard, ü as v first: Meng Fanli → mengfanli; Lü Yi → lvyi, luyi."""
    plain = "".join(c for c in name.lower() if c.isalpha())
    return list(dict.fromkeys([plain.replace("ü", "v"), plain.replace("ü", "u")])) if plain else []


def _joined(syllables: list[str]) -> str:
    word = syllables[0]
    for syllable in syllables[1:]:
        word += ("'" if syllable[0] in "aoe" else "") + syllable
    return word[:1].upper() + word[1:]
