"""Numbers that are no quantities: names, codes, versions, ordinals, enumerators.

Ordered; the first that fits is skipped, from its number to its end.
"""

from __future__ import annotations

import re

from yuedu.quantities.numerals import HAN, D

_N = rf"(?:{D}++|{HAN})"
_OPEN, _CLOSE = "“‘「『", "”’」』"

# Each row: an example in context, the pattern from the number on.
TRAPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (example, re.compile(pattern))
    for example, pattern in (
        # documents, codes, identifiers
        ("〔2023〕1号", rf"(?<=[〔\[［【（(]){D}{{4}}[〕\]］】）)](?:第?{D}+号)?"),
        ("1号文件", rf"{_N}(?:[-—]{D}+)?号(?!召)"),
        ("020-83133000", rf"{D}{{3,4}}-{D}{{7,8}}(?!{D})"),
        ("2019-03-1809:54", rf"{D}{{4}}-{D}{{1,2}}-{D}{{3,}}(?::{D}+)*"),
        ("12345+N", rf"{D}+(?:\+[0-9０-９A-Za-zＮＸ]+)+"),
        ("7×24小时", rf"{D}+[×xX*✕]{D}+(?:小时)?"),
        ("8.3∶41.4∶50.3", rf"{D}+(?:[.．]{D}+)?(?:[:：∶]{D}+(?:[.．]{D}+)?)+"),
        ("7·20暴雨", rf"{D}{{1,2}}[·•]{D}{{1,2}}"),
        ("12345政务服务便民热线", rf"{D}{{3,6}}(?=(?:政务服务|政府服务|公共服务|便民|市长|市民)*(?:热线|专线))"),
        # beside Latin letters
        ("PM2.5", rf"(?<=[A-Za-z_/]){D}[\d.]*"),
        ("COVID-19", rf"(?<=[A-Za-z][-－–]){D}+"),
        ("5G", rf"{D}+(?:\.{D}+)?(?!(?:km|kg|kWh?|MW|GW|TWh|TEU|PB|TB|GB)(?![A-Za-z]))[A-Za-z]+"),
        ("CLI.12.748997", rf"(?<=[A-Za-z][.．]){D}+(?:[.．]{D}+)*"),
        # versions
        ("1.0版", rf"{D}+(?:\.{D}+)*(?=版)"),
        (
            "数字政府2.0建设",
            rf"(?<![长降为达至高比是率、和{D}]){D}{{1,2}}\.0(?=[^0-9０-９%％‰万亿个级倍米吨元年分度次千百公平\u3000])",
        ),
        # slogans and names in quotation marks that begin with their number
        ("“十四五”规划", rf"(?<=[{_OPEN}])(?!{_N}连冠){_N}(?!{D})[^{_OPEN}{_CLOSE}，。；]{{0,10}}[{_CLOSE}]"),
        ("每年6月底和12月底", rf"(?<=每年){D}{{1,2}}月(?:{D}{{1,2}}日|[底初]|[上中下]旬)?(?:[和、至]{D}{{1,2}}月(?:{D}{{1,2}}日|[底初]|[上中下]旬)?)*"),
        # enumerators
        ("（三）", rf"(?<=[（(]){_N}[）)]"),
        ("1.加强领导", rf"(?:(?<=^)|(?<=[\n。；])){D}{{1,2}}[.．、](?!{D})"),
        # editions, congresses, sessions
        ("十三届二次全会", rf"第?{_N}届(?:{HAN}(?:次|中)(?:全会|全体会议|会议))?"),
        ("二十届三中全会", rf"{HAN}(?:中全会|次全会|次全体会议)"),
        ("全国人大四次会议", rf"(?<=人大|政协|大会){HAN}次会议"),
        ("党的二十大", rf"(?<=党的){HAN}大"),
        ("十九大以来", r"(?:十[一二三四五六七八九]|二十[一二三四]?)大"),
        ("十四五时期", r"十[一二三四五六七八九]五(?=规划|时期|期间|末|以来|开局|计划)"),
        ("前四款", rf"(?<=前){HAN}[款条项]"),
        # kinds that carry a number
        ("世界500强", rf"{_N}强"),
        ("90后", rf"(?<!{D}){D}{{2}}后(?![续来])"),
        ("三次产业", rf"{HAN}次产业"),
        ("五位一体", rf"{HAN}位一体"),
        ("一年半载", r"一年半载|三年五载"),
        ("两位数", rf"{_N}位数"),
        ("三年级", rf"{_N}年级"),
        ("三级医院", r"(?<![省市县区乡镇村街国州盟旗])(?:[一二三]级(?:甲等|乙等)?|[一二三]甲)(?!联动|联通|贯通|书记)"),
        ("一带一路", r"一带一路|一国两制"),
        ("二十国集团", rf"{HAN}国集团"),
        ("八一建军节", r"(?:八一|七一|五一|十一)(?=建军|勋章|劳动|国庆|假期|黄金周|精神)"),
        # ordinals that rank nothing
        ("第十四个五年规划", rf"第{_N}(?:个(?:五年|百年))?"),
    )
)  # fmt: skip


def skip(text: str, position: int) -> int | None:
    """The end of the trap whose number starts at `position`, or None."""
    for _, pattern in TRAPS:
        if match := pattern.match(text, position):
            return match.end()
    return None
