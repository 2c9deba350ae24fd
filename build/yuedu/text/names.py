"""What is a person's name: a surname of the table and one or two characters, or parts joined by ·.

A name is proposed by its surname; where a line holds nothing but the name, a word of the general dictionary
(方案, 成绩, 任务 begin with surnames too) is none.
"""

from __future__ import annotations

import re
from functools import cache

SINGLE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛"
    "伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单"
    "包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙"
    "计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井练仲乐虞卞封竺冼衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保蔺云昌凤酆皮湛禹狄贝麻"
    "危骆经裘缪干宣贲杭诸钮嵇滑荣荀羊於惠芮羿储汲邴富巴弓牧隗山班仰秋伊仉暴钭厉戎祖束幸韶蓟溥印宿怀蒲邰鄂索咸籍蔚越夔隆师厍晁"
    "勾融訾阚那毋乜丰巢红权逯盍桓撒朴铁洛張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許蔣蘇盧賈葉閻餘鍾範譚鄒陸龍萬錢湯賀賴龔龐蘭嚴溫蘆魯"
    "韋畢聶叢齊莊塗紀歐項陽衛單寧閔車邊饒鄔暢宮簡婁蓋黨連欒計竇遲藍鞏練樂應銀雲鳳駱經繆諸鈕榮儲顏關費區麥邝鄺区麦佘粘揸招闫仝"
    "逄亓郄衡撖乌哈辇锡卡尚迪玛买牙吾扈展漆矫战门仵鹿冶郇母佴咎茹靖慕付肖代戈沃庾雍璩濮寿浦农宦鱼容慎"
)
"""Surnames of one character, simplified and traditional; those that are far oftener words than surnames are left out."""

COMPOUND = frozenset({
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "司空", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "尉迟",
    "公羊", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "公孙", "仲孙", "轩辕", "令狐", "钟离", "宇文", "长孙",
    "慕容", "鲜于", "闾丘", "司寇", "子车", "亓官", "端木", "拓跋", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘",
    "西门", "第五", "皇甫", "赫连", "完颜", "纳兰", "那拉", "爱新觉罗", "叶赫那拉",
})  # fmt: skip
"""Surnames of two characters and more."""

_HAN = "[\u3400-\u9fff]"
_MINORITY = re.compile(rf"{_HAN}{{1,8}}(?:[·•・‧]{_HAN}{{1,8}})+")
_NEVER = re.compile("[的了在及是这个年月第各等市县区厅局委部室处院校]|主任|书记")
"""What no given name holds."""


def surname(name: str) -> str | None:
    """The surname a name begins with, a compound one before a single one; None where it begins with none."""
    compound = next((s for s in COMPOUND if name.startswith(s) and len(name) > len(s)), None)
    if compound:
        return compound
    return name[0] if name[:1] in SINGLE and len(name) > 1 else None


def is_name(words: str) -> bool:
    """Whether words have the shape of a name: 孟凡利, 李强, 欧阳娜娜, 艾尔肯·吐尼亚孜."""
    if _MINORITY.fullmatch(words):
        return True
    own = surname(words) if re.fullmatch(rf"{_HAN}{{2,6}}", words) else None
    given = words[len(own) :] if own else ""
    return bool(own) and len(given) in (1, 2) and not _NEVER.search(given)


def is_lone_name(words: str) -> bool:
    """Whether a line that holds nothing else is a name: one of the shape that is no word of the dictionary."""
    return is_name(words) and not _is_word(words)


@cache
def _is_word(words: str) -> bool:
    """Whether jieba's dictionary has the words as anything but a person's name (nr)."""
    from jieba import posseg

    if not posseg.dt.word_tag_tab:  # the dictionary alone, without the tables for cutting
        posseg.dt.load_word_tag(posseg.dt.tokenizer.get_dict_file())
    tag = posseg.dt.word_tag_tab.get(words)
    return tag is not None and not tag.startswith("nr")
