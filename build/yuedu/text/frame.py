"""The frame of an official document, as ordered tables: what stands before and after its text, in what role.

The order of a red-headed document and the names of its parts are those of GB/T 9704-2012.
"""

from __future__ import annotations

import re

from yuedu.text.grammar import DATE, GENRE, MONTH, OFFICIAL

_BRACKETED_YEAR = r"[〔\[［（(]\d{4}[〕\]］）)]"

CELL = "\u3000"
"""Between the cells of a table's row, once a text is cleaned."""

FRONT_MATTER = (
    # role, pattern of the whole line, example
    ("copy", re.compile(r"(?:份号[：:]?)?\d{6}"), "000001"),
    ("secrecy", re.compile(r"(?:绝密|机密|秘密)(?:★[^，。]{0,10})?(?:特急|加急)?"), "机密★20年"),
    ("urgency", re.compile("特急|特提|加急|平急|急件"), "特急"),
    (
        "number",
        re.compile(
            rf"[（(]?(?:发文字号[：:]|文号[：:])?[^，。：]{{1,20}}{_BRACKETED_YEAR}第?\d+号[）)]?(?:签发人[：:][^。]{{2,20}})?"
        ),
        "省数字政府办〔2023〕1号",
    ),
    ("number", re.compile(r"[（(]?(?:\d{4}年)?第\d+号[）)]?"), "第712号"),
    (
        "date",
        re.compile(
            rf"[（(]?(?:(?:时间|日期|成文日期)[：:])?{DATE}(?:（星期.）|星期.)?(?:[上下]午|晚)?(?:\d{{1,2}}[时點点:：]\d{{0,2}}分?)?(?:[，,、][\u4e00-\u9fff]{{2,6}}|地点[：:].{{2,20}})?[）)]?"
        ),
        "（2023年2月7日）",
    ),
    ("date", re.compile(rf"[（(]?{MONTH}[）)]?"), "2022年2月"),
    (
        "note",
        re.compile(rf"[（(][^（）()]*{DATE}[^（）()]*(?:通过|修订|修正|公布|发布|批准|施行|起草)[^（）()]*[）)]"),
        "（2021年7月30日省人民代表大会常务委员会通过）",
    ),
    (
        "note",
        re.compile(
            rf"[（(]?(?:根据)?{DATE}[^。；]{{2,160}}(?:通过|修正|修订|公布|发布|批准|施行|废止)(?:[，,]?(?:自{DATE})?起?(?:施行|实施))?[）)]?"
        ),
        "2018年3月20日某省第十三届人民代表大会第一次会议通过",
    ),
    ("note", re.compile(rf"[（(]?自?{DATE}起?(?:施行|实施|公布|发布|生效)[）)]?"), "2022年1月1日施行"),
    ("seal", re.compile(r"[（(](?:代章|盖章|印章|公章)[）)]"), "（代章）"),
    (
        "salutation",
        re.compile(
            r"(?:(?:尊敬的|亲爱的)[^。；]*|(?:各位|同志们|女士们|女士們|先生们|先生們|主席、|朋友们|同学们|老师们|乡亲们|主席先生|全国同胞们)[^。；]*)[：:]"
        ),
        "同志们：",
    ),
    ("subtitle", re.compile(r"(?:——|—|--|――).+"), "——2023年3月5日在第十四届全国人民代表大会第一次会议上"),
    (
        "occasion",
        re.compile(rf"[（(]?{DATE}[，,]?[在于][^。；：]{{4,80}}"),
        "2026年2月3日在四川省第十四届人民代表大会第五次会议上",
    ),
    (
        "occasion",
        re.compile(r"[（(](?:在|于)[^。；：]{4,80}(?:上|时|期间)(?:的[^。；：，]{2,8})?[）)]"),
        "（在全省水利工作会议上的讲话）",
    ),
    ("addressees", re.compile(r"(?!.*(?:如下|以下|下面))[^。；]+[：:]"), "各地级以上市政府，省各成员单位："),
    (
        "title",
        re.compile(rf"(?:[^。：；，]{{2,6}}[：:])?[^。：；]*(?:{GENRE})(?:[（(].{{2,60}}[）)])*"),
        "关于印发领导讲话的通知",
    ),
    ("issuer", re.compile(rf"[^。：；，]{{2,40}}(?:{OFFICIAL})(?:文件)?"), "广东省政务服务数据管理局"),
)
"""Lines before the first heading or paragraph, first match wins; which title line is the title is for `titles` to say.

What matches nothing is a byline (省委常委、副省长王曦) where it names a person or an office, else `other`."""

END_MATTER = (
    # role, pattern of the whole line, example
    ("subject", re.compile("主题词[：:].{2,60}"), "主题词：政务公开通知"),
    ("printing", re.compile(r"[（(]?共印\d{1,6}份[）)]?"), "（共印200份）"),
    ("release", re.compile(r"[（(]此件[^（）()]{2,16}[）)]"), "（此件公开发布）"),
    ("copies", re.compile(r"抄[送报][：:].+"), "抄送：市委办公室，市人大常委会办公室。"),
    ("printing", re.compile(rf".{{0,30}}{DATE}印发"), "某省人民政府办公厅2026年8月30日印发"),
)
"""Lines that stand below the signature of an official document."""

SIGNER = re.compile("签发人[：:].+$")
"""…〔2026〕3号签发人：张三: who signs a red-headed document for issue stands in the line of its number."""

ATTACHMENTS = re.compile(r"附件[：:](?:\d{1,2}[.．、])?(?!$).{2,60}|附件[：:]")
"""附件：1.政务公开要点: what is attached, named below the text; the next ones may stand on lines of their own."""

ATTACHMENT = re.compile(r"\d{1,2}[.．、][^。；]{2,60}|附件\d{1,2}[：:.．].{2,60}")
"""2.自查表: a line of the list that `ATTACHMENTS` begins."""

SIGNATURE_ROLES = frozenset({"date", "seal", "number", "release", "subject", "copies", "printing"})
"""After the last paragraph these keep their role; any other unfinished line is the signature."""
