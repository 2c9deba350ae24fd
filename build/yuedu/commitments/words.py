"""The words that direct and plan, what each is called, and who may be told to do something.

Each pattern has an example in Chinese beside it; the tables are read from the top.
"""

from __future__ import annotations

import re
from typing import Literal

Force = Literal["must", "directive", "will", "ensure", "strive", "bare"]

MODALS: tuple[tuple[Force, str], ...] = (
    ("must", "必须|务必|应当|不得|严禁|禁止"),  # 各地必须落实
    ("directive", "要"),  # 各地要落实, 二要促进; the token decides: see `NOT_MODAL`
    ("will", "即将|将"),  # 省里将选择; not 将峰会打造成: see `rule`
    ("ensure", "确保"),  # 确保年内出台
    ("strive", "力争|努力"),  # 力争年底前完成
)

FORCE_OF: dict[str, Force] = {word: force for force, words in MODALS for word in words.split("|")}

NOT_MODAL = frozenset(
    [
        "重要",
        "主要",
        "需要",
        "只要",
        "首要",
        "纪要",
        "概要",
        "摘要",
        "提要",
        "想要",
        "扼要",
        "简要",
        "必要",
        "紧要",
        "机要",
        "次要",
        "险要",
        "撮要",
    ]
)
"""Tokens that end in 要 and do not direct."""

ADVERBS = (
    "同时|此外|另外|下来|接下来|进一步|继续|持续|不断|全面|充分|切实|扎实|大力|认真|积极主动|积极|主动|高标准|"
    "高质量|尽快|抓紧|稳步|着力|逐步|统筹|系统|千方百计|始终|牢牢|深入|加快|加大力度|真正|有序|率先|及时|严格|全力|积极稳妥地|努力"
)
"""What may stand before the verb: 进一步激发…"""

VERBS = (
    "加快|推动|推进|推出|推广|促进|深化|完善|健全|建立|建设|建强|建好|构建|打造|打牢|夯实|筑牢|提升|提高|优化|强化|加强|加大|"
    "扩大|拓展|扩展|发挥|用好|利用|抓好|抓实|抓住|抢抓|做好|做强|做大|落实|实施|实现|组织|开展|举办|办好|探索|研究|制定|编制|"
    "修订|出台|印发|培育|壮大|激发|激活|释放|吸引|支持|引导|鼓励|规范|支撑|部署|把握|绷紧|坚持|坚守|聚焦|紧扣|让|把|搭建|选择|"
    "保障|维护|防范|化解|整合|梳理|总结|启动|服务|助力|赋能|提供|争取|协调|谋划|对标|对接|突出|联合|规划|增强|改进|配强|守牢|"
    "投入|安排|设立|成立|培训|培养|改造|完成|调整|划定|控制|保持|稳定|实行|推行|恢复|建成|"
    "发展(?!的|基础|环境|态势|成果|水平|质量)|改革(?!的|开放)"
)
"""What a clause opens with that directs without a modal word: 深化政务服务“一网通办”."""

BARE = re.compile(rf"(?:[一二三四五六七八九十]+是)?(?P<word>(?:{ADVERBS})*(?:{VERBS})|加快|加大力度)")

OBJECT = re.compile(rf"(?:^|并|{ADVERBS})$")
"""What stands in a clause before a 将 that takes an object: nothing, or no subject: 将峰会打造成, 努力将人员解脱出来."""

DONE = re.compile("已|了$|了(?=[^解])|过去")
"""What stands in a clause that reports: 资金已下达, 编制了要点."""

WHEN: tuple[tuple[str, str], ...] = (
    (r"从今年(?:开始|起)|自今年起|今年起", "from"),  # 从今年开始，省级财政连续三年投入
    (r"连续[一二两三四五六七八九十\d]+年", "span"),  # 连续三年投入
    (r"(?<!\d)(?:年内|今年内|年底(?:前|之前)?|今年年底前?)", "year"),  # 确保条例年内出台
    (r"(?P<year>20\d\d)年(?:度|底前|底|内|之前|前|年底前|年底)", "dated"),  # 2025年底前完成, 2023年度培训
    (r"(?:(?<=^)|(?<=[，；：]))(?:在)?今年(?:工作中)?(?=，)", "year"),  # 今年，省政数局将…; 在今年工作中，我们将…
    (r"作为(?P<inside>今年)", "year"),  # 将…作为今年的重点工作
    (r"(?:(?<=^)|(?<=[，；：]))今年(?=培训|新增|完成|建成|投入|安排|将|要|再)", "year"),  # 今年培训馆员300名以上
)
"""Words that say by when or from when something is to be done, and how: by the end of the document's year, say. A year
that stands for something else does not count: 今年的资金已拨付, 三年行动计划."""

ADDRESSEES = {
    "各地": "all localities",
    "各地市": "all prefecture-level cities",
    "各市": "all cities",
    "各部门": "all departments",
    "各地各部门": "all localities and departments",
    "各级各部门": "departments at all levels",
    "各有关部门": "all departments concerned",
    "有关部门": "the departments concerned",
    "省有关部门": "the provincial departments concerned",
    "各单位": "all units",
    "我们": "we",
}
"""Whom a sentence addresses without naming a body."""

ACTOR = re.compile(
    "(?:部门|单位|公司|企业|地市|[等各]市|各[县区乡镇村]|各地|各地区|各级|市县|区县|县区|乡镇|街道|上下|我们|大家|全党|干部|党员|党委|党组|政府|"
    "领导小组|委员会|财政|中心|高校|学校|医院|银行|金融机构)(?:（[^（）]*）)?$"
)
"""How the words before 要 or 将 end where they are somebody: 佛山等市要…, but not 重点要… or 在纵向上，要…"""
