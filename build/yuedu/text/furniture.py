"""Furniture: lines of the page that a text was taken from. Portal, time stamp, buttons and captions stand before the
title or after the end, page numbers anywhere, a licence at the very end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_CAPTION = 300
"""A longer line (characters) is text."""

PORTAL = (
    # kind, pattern of the whole line, example
    ("time stamp", re.compile(r".{0,24}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}[:：]\d{2}.{0,40}"), "新华网2021-03-1511:17"),
    ("day", re.compile(r".{0,24}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.{0,30}"), "发布日期：2026-02-09"),
    (
        "label",
        re.compile(
            r"【?(?:发布时间|发表时间|发布日期|更新时间|发布机构|发文机关|成文日期|来源|信息来源|文章来源|稿源|编辑|责任编辑|责编|校对|浏览次数|浏览量|阅读量|阅读|点击数|点击|"
            r"访问量|字体|字号|索引号|索引|主题分类|主题词|标题|发文字号|公开方式|有效性|分享|原标题|原文链接|法宝引证码)[：:】].{0,80}"
        ),
        "来源：宁夏日报客户端",
    ),
    ("place", re.compile(r"(?:当前位置|您的位置|您现在的位置|所在位置)[：:].*|.*[>＞].*[>＞].*"), "当前位置：首页>政务信息>正文"),
    ("button", re.compile(r"首页|正文|返回|打印(?:本页)?|关闭(?:窗口)?|[大中小]{1,3}|扫一扫.{0,20}|分享.{0,20}|收藏|[\W_]+"), "打印本页"),
    ("section", re.compile(r"(?:政务信息|政务公开|时政要闻|要闻|.{2,4}要闻|新闻中心|领导讲话|政府信息公开|信息公开)"), "政务信息"),
    (
        "portal",
        re.compile(r"(?!.*(?:关于|的))[^，。：]{2,12}(?:网|网站|客户端|日报|晚报|通讯社|新华社|公众号|融媒体?|新闻|在线|门户)"),
        "新华网",
    ),
    ("wire", re.compile(r"(?:新华社|中新社|中新网|央视网|央视新闻|人民网|本报|[^，。]{2,6}日报)[^。]{0,24}(?:电|讯|消息)(?![站力视网业]).*"), "新华社北京3月5日电政府工作报告全文"),
    ("caption", re.compile(r".*(?:以下|下面)(?:为|是)[^。]{0,60}(?:全文|实录|摘要|原文)[^。]{0,8}[：:。]?"), "3月5日，李克强作政府工作报告。以下为全文："),
    ("caption", re.compile(r".*(?:全文|摘要|致辭|致辞|演辭)如下[：:。]?"), "现将报告全文如下："),
    ("photograph", re.compile(r".{0,80}(?:记者[^。，]{2,8}摄|[^。，]{2,4}摄|供图|资料图片?|图片来源.*)[）)]?。?|图为.{0,80}"), "图为大会会场。记者王某摄"),
    ("imprint", re.compile(r"(?:版权所有|主办单位?[：:]|承办单位?[：:]|技术支持[：:]|Copyright|©).{0,80}|.{0,40}(?:ICP备\d+号|公网安备).{0,40}"), "版权所有：某省人民政府办公厅某ICP备05070829号"),
    ("related", re.compile(r"(?:相关(?:链接|新闻|阅读|文章|解读|附件)|延伸阅读|上一篇|下一篇|附件下载|推荐阅读)[：:]?.{0,60}"), "相关链接："),
    ("download", re.compile(r"(?:附件\d*[：:．.]?)?.{1,60}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|jpg|png)(?:[（(].{1,20}[）)])?", re.I), "附件：登记表.docx"),
    ("contact", re.compile(r"联系(?:电话|我们)[：:].{0,60}|.{0,40}(?:网站地图|网站标识码|无障碍浏览).{0,40}"), "联系电话：0700-1234567网站地图"),
    ("link", re.compile(r".{0,20}https?://\S+|【法宝引证码】.*"), "https://www.example.org/report.html"),
)  # fmt: skip
"""First match names the kind."""


PAGE_NUMBER = re.compile(r"[-—–－·]{1,2}\s*\d{1,4}\s*[-—–－·]{1,2}|第\s*\d{1,4}\s*页(?:[，,/]?\s*共\s*\d{1,4}\s*页)?")
"""— 3 —, 第3页 共20页: furniture wherever it stands."""

PHOTOGRAPH = re.compile(r".{0,60}(?:记者|通讯员|特约记者)[^。，；]{2,10}[摄文]?[/／]?摄[）)]?。?")
"""记者王某摄: the caption of a photograph, which may stand inside the text."""

LICENCE = re.compile(
    r"本(?:作品|页面?|文)[^。]{0,30}(?:著作权|版权|公有领域|许可协议|授权条款|中华人民共和国的$)|.*维基文库.*|Public domain|.*知识共享.*(?:许可|授权).*"
)
"""本作品是中华人民共和国的… — all from here to the end is the licence of the carrier."""

LONGEST_LICENCE = 1500
"""Characters from the first line of a licence to the end of the file."""


def licence(lines: Sequence[str]) -> int:
    """The first line of a licence that runs to the end; the number of lines where there is none."""
    size = 0
    first = len(lines)
    for n in range(len(lines) - 1, -1, -1):
        size += len(lines[n])
        if size > LONGEST_LICENCE:
            break
        if LICENCE.match(lines[n]):
            first = n
    return first


def furniture_kind(line: str) -> str | None:
    """The kind of a line that belongs to the page and not to the text, or None."""
    if len(line) > LONGEST_CAPTION:
        return None
    return next((kind for kind, pattern, _ in PORTAL if pattern.fullmatch(line)), None)
