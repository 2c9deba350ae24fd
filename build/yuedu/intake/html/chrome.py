"""What surrounds the text on a page: ways to elsewhere, buttons, legal lines. Known by its words and its links.

Names of classes differ from portal to portal and are a hint alone: by themselves they leave nothing out.
"""

from __future__ import annotations

import re

from yuedu.intake.html.line import Line
from yuedu.intake.html.tree import Node

TAGS = frozenset(("nav", "footer", "aside"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|foot|footer|bottom|copyright|crumbs?|breadcrumbs?|share|bdshare\w*|"
    r"jiathis\w*|tools?|toolbar|sidebar|side|related|relate|recommend|comments?|login|search|qrcode|ewm|links|dqwz|"
    r"friendlinks?|position|xgwd|xgxx|xgjd|xgyd|xglj|hot|rank|logo|fontsize|pagination|pager)(?:$|[\s_\d-])"
)

_BUTTONS = (
    r"字体|字号|【|】|打印|本页|关闭|窗口|分享|收藏|浏览|点击|返回|顶部|回到|首页|末页|上一页|下一页|视力保护色|大|中|小|特|"
    r"默认|加|缩|到|至|微信|微博|新浪|腾讯|QQ|空间|好友|复制|链接|朗读|语音|播报|播放|暂停|次数|量|率|次|阅读|访问|正文|下载|"
    r"保存|推荐|评论|点赞|赞|扫一扫|手机|版|二维码|更多|简体|繁体|繁體|English|EN|A[+-]?|T|\d+|[\s\W_]"
)
_ONLY_BUTTONS = re.compile(rf"(?:{_BUTTONS})+")
_A_BUTTON = re.compile(
    "字体|字号|打印|关闭|分享|收藏|浏览|点击|返回|上一页|下一页|首页|视力|朗读|扫一扫|微信|微博|二维码|繁"
)
_BUTTONS_AT_END = re.compile(
    rf"[\s【\[（(|]*(?:字体|字号|打印|分享|收藏|浏览|点击|访问量|视力保护色|扫一扫|【字体)(?:{_BUTTONS})*"
)
_LEGAL = re.compile(
    r"[^。]{0,30}(?:版权所有(?![人者权])|Copyright|copyright|©|ICP备\s*\d|公网安备\s*\d|网站标识码\s*[：:]|All Rights Reserved).*|"
    r"(?:建议使用|最佳浏览|推荐使用).{0,60}(?:分辨率|浏览器).{0,60}|"
    r"分享(?:到|至|让|给|本).{0,20}|.{0,20}(?:您的浏览器|启用\s*JavaScript).{0,60}"
)
_HOSTS = re.compile(r"(?:主办(?:单位)?|承办(?:单位)?|协办|技术支持|运维电话|网站管理)[：:].{0,80}")
_WAY = re.compile(
    r"(?:您(?:现在|当前)?(?:的|所在)?|当前|现在)(?:的|所在)?位置\s*(?:是|为)?\s*[：:].{0,200}|"
    r"(?:所在)?位置\s*[：:].{0,80}[>＞»›].{0,120}|(?:首\s*页|网站首页|主页).{0,6}[>＞»›/／→-].{0,200}"
)
_STEPS = re.compile(r"[^>＞»›。；]{1,40}(?:\s*[>＞»›]+\s*[^>＞»›。；]{0,60})+")
_NEIGHBOURS = re.compile(r"\s*【?(?:上一篇|下一篇|上一条|下一条|上篇|下篇|前一篇|后一篇)】?\s*[：:]?.{0,120}")
RELATED = re.compile(
    r"\s*[【\[]?(?:相关(?:链接|新闻|文章|信息|文件|文档|阅读|解读|稿件|报道|推荐|政策|内容)|延伸阅读|推荐阅读|热门.{0,4}|"
    r"猜你喜欢|网友评论|最新.{0,4}|热点.{0,4}|图片新闻|专题专栏|友情链接|解读(?:文件|材料)?|政策解读|关联(?:文件|阅读|稿件))[】\]]?[：:]?\s*"
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|txt)(?:$|[?#])", re.IGNORECASE)


def is_named(node: Node) -> bool:
    """Whether an element says that it surrounds the text."""
    names = f"{node.get('id')} {node.get('class')}".lower()
    return node.tag in TAGS or node.get("role") in _ROLES or bool(names.strip() and _NAMES.search(names[:300]))


def is_surrounding(line: Line) -> bool:
    """Whether a line's own words say that it is no text: buttons, the way to this page, the next page, legal lines."""
    text = line.text.strip()
    if not text or len(text) > 250:
        return False
    if is_of_buttons(line):
        return True
    if _LEGAL.fullmatch(text) or _WAY.fullmatch(text):
        return True
    if _NEIGHBOURS.fullmatch(text) or names_hosts(line):
        return True
    return bool(line.linked and _STEPS.fullmatch(text))


def is_of_buttons(line: Line) -> bool:
    """Whether a line is nothing but words of buttons: 【字体：大 中 小】 打印."""
    text = line.text.strip()
    return len(text) < 250 and bool(_ONLY_BUTTONS.fullmatch(text) and _A_BUTTON.search(text))


def names_hosts(line: Line) -> bool:
    """Whether a line says who runs something: the site, or what the text is about."""
    return bool(_HOSTS.fullmatch(line.text.strip()))


def is_link_only(line: Line) -> bool:
    """Whether nearly all of a line leads elsewhere: not to a place on the page, nor to a file that belongs to the text."""
    if line.link_share < 0.8 or line.heading or line.text.lstrip().startswith(("附件", "附：", "附表")):
        return False
    return not (leads_to_file(line) or any(address.startswith("#") for address in line.addresses))


def leads_to_file(line: Line) -> bool:
    """Whether a line has a link to a document, as attachments are given."""
    return any(_FILE.search(address) for address in line.addresses)


def without_buttons(text: str) -> str:
    """A line of date and source without the buttons that end it."""
    for found in re.finditer("[【\\[]?(?:字体|字号|打印|分享|收藏|浏览|点击|访问量|视力保护色|扫一扫)", text):
        if _BUTTONS_AT_END.fullmatch(text[found.start() :]):
            return text[: found.start()].rstrip(" 【[|（(\u3000\xa0")
    return text
