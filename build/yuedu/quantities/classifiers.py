"""Chinese classifiers: words that count without saying what, and so have no English of their own.

One word each; after the colon the characters that make another word of it: `部:门` because 部 in 两部门 counts nothing.
"""

# 20家, 两批, 十余次: after a Chinese numeral too, things in the world.
PLAIN = """
家:庭长乡园具属政畜禽电 名:单录牌优称义师气 位:数一于置居列次 台:湾风账胞阶河 套:餐利路 辆 艘 架:构设 座:谈 栋
幢 间:接 例:如外会行 宗:教旨 笔:记试 单:位独项元一纯 册 篇 首:次批个位先要都届创府 支:持部付撑出援流行线柱配
只:要有是能 匹:配 株:洲 棵 枚 颗 粒 款:项 所:有得以需属在谓 场:所景馆地域均合 轮:流换值岗 村 镇:区 县:域区级
市:场级区政 省:级内外市区域会
"""

# 36起, 9000多处: after digits only; 四处, 三方, 十分 are words of their own.
DIGITS_ONLY = """
处:理于置罚室长分 起:步降草点诉 头:部雁等 口:岸径头号 门:户诊店槛 股:权份票市东民改 组:织建成团长合 片:区面
块:链 道:路德理 根:据本治 层:次面级 分:析布别工类配享散钟钱之 本:地科级市省土身领行轮次质金着 期:间望限货盼
段:落 盏 箱 包:括含容装 袋 盒 瓶 班:子 队:伍 师:生 面:对向临积 单元 步:伐骤入
"""

# 三大, 两部, 四个: after a small Chinese numeral they count the text's own points.
RHETORICAL = """
个:体性别旧 项:目 种:植子业质养粮苗 类:型似别 条:件例约款块 件 张 份:额 部:门委曲署队分长 部分 方面
大:力量幅型批会家多学众小于 点:钟半整到至，。左 者 章 节:约能点日水目俗 级:别 重:要点大视新塑
"""
