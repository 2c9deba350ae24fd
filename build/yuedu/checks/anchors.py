"""What figures count, by words that both languages have: 就业 is job or employ, 铁路 rail, 东部 east.

Ordered: a longer word before one that it holds, so that 失业保险 is not also 保险. The English is the beginning of a word,
or several words.
"""

from __future__ import annotations

import re

_TABLE = """
高速公路 expressway|motorway
农村公路 rural road
高速铁路 high-speed
高铁 high-speed
铁路 rail
公路 road|highway
水运 waterway|shipping
航空 aviation|air
地铁 metro|subway
机场 airport
港口 port
桥梁 bridge
城镇 urban|town
城市 urban|cit
农村 rural|countryside|village
乡村 rural|countryside|village
东部 east
中部 central
西部 west
东北 northeast
南部 south
北部 north
沿海 coast
内陆 inland
国内 domestic|home
国外 foreign|overseas|abroad
境外 overseas|foreign|outside
出口 export
进口 import
进出口 foreign trade|import
外贸 foreign trade
外资 foreign capital|foreign invest|FDI
内资 domestic
出境 outbound
入境 inbound
失业率 unemploy
失业保险 unemployment
养老保险 old-age|pension|aged-care|endowment
医疗保险 medical|health
工伤保险 injur
生育保险 maternity
失业 unemploy
就业 job|employ
脱贫 poverty
贫困 poor|poverty|impoverish
减税 tax
降费 fee
税 tax
费 fee|charge|contribution
收入 income|revenue|earning
支出 expenditure|spending|spend|outlay|paid
消费 consum
投资 invest
储蓄 saving
存款 deposit
贷款 loan|lend|credit
债券 bond
赤字 deficit
利润 profit
产值 output
增加值 value added|value-added|added value
总产值 output
第一产业 primary
第二产业 secondary
第三产业 tertiary|service
农业 agricultur|farm
工业 industr
制造业 manufactur
服务业 service
建筑业 construction
旅游 touris|travel|visit
粮食 grain|food|cereal
小麦 wheat
水稻 rice|paddy
玉米 corn|maize
大豆 soy
蔬菜 vegetable
水果 fruit
棉花 cotton
油料 oil-bear|oilseed
生猪 pig|hog|pork
猪肉 pork
牛羊 cattle|beef
水产 aquatic|fish|seafood
茶叶 tea
煤炭 coal
石油 oil|petroleum
原油 crude
天然气 natural gas
电力 electric|power
发电 power generat|electricity|generat
风电 wind
光伏 solar|photovolt
水电 hydro
核电 nuclear
钢铁 steel|iron
水泥 cement
汽车 car|vehicle|automobile
新能源 new energy|new-energy
机器人 robot
手机 phone|mobile
用户 user|subscriber
宽带 broadband
基站 base station
专利 patent
商标 trademark
论文 paper
研发 R&D|research
技术 technolog
企业 enterprise|compan|firm|business
个体工商户 self-employ|individual
小微企业 small
民营 private
国有 state-owned|state
央企 central
合作社 cooperative
家庭农场 family farm
幼儿园 kindergarten|preschool
小学 primary
初中 junior|middle
高中 senior|high school
中学 secondary|middle
大学 universit
高校 universit|college|higher
职业 vocational
学校 school
学生 student|pupil
教师 teacher
毕业生 graduate
研究生 postgraduate|graduate student
本科 undergraduate
医院 hospital
医生 doctor|physician
护士 nurse
床位 bed
药品 drug|medicine
疫苗 vaccin
老年 elderly|senior|older
老人 elderly|senior|older|old people
儿童 child
妇女 women
残疾 disab
退役军人 veteran
农民工 migrant
农民 farmer|peasant
居民 resident
男 men|male|boy
女 women|female|girl
住房 housing|home|apartment
公租房 public rental
保障性住房 affordable|subsidi
棚户区 shanty|rundown
老旧小区 old residential|old urban|old neighbo
危房 dilapidated
商品房 commercial|housing
房价 house price|housing price
公园 park
森林 forest
造林 afforest|forest
草原 grass
湿地 wetland
耕地 farmland|arable|cultivated
农田 farmland|cropland|field
水库 reservoir
河流 river
湖泊 lake
污水 sewage|wastewater
垃圾 waste|garbage|refuse
二氧化硫 sulfur dioxide|sulphur dioxide
氮氧化物 nitrogen oxide
化学需氧量 chemical oxygen|COD
氨氮 ammonia
二氧化碳 carbon dioxide|carbon
细颗粒物 PM2.5|fine partic
能耗 energy
水耗 water
用水 water
用电 electricity|power
空气 air
水质 water
碳排放 carbon
图书馆 librar
博物馆 museum
文化馆 cultural
体育 sport
电影 film|movie
图书 book
法律 law
条例 regulation
议案 bill|motion
提案 proposal
案件 case
诉讼 lawsuit|litigation
代表 deput|representative
委员 member
会议 meeting|session
大桥 bridge
隧道 tunnel
卫星 satellite
火箭 rocket
飞机 aircraft|plane
船舶 ship|vessel
快递 parcel|express|deliver
货物 goods|freight|cargo
旅客 passenger
客运 passenger
货运 freight|cargo
电商 e-commerce|online
网上 online
零售 retail
批发 wholesale
餐饮 catering
食品 food
服装 cloth|apparel
价格 price
工资 wage|salar|pay
低保 subsisten
养老金 pension
补助 subsid|allowance|grant
奖 award|prize|reward
基金 fund
保险 insurance
财政 fiscal|budget|government revenue
中央 central
地方 local
省级 provinc
市级 municipal|prefecture|city-level
县级 count
乡镇 township|town
街道 subdistrict|street
社区 communit
村 village
县 count
市民 citizen|resident
游客 visitor|tourist
观众 visitor|audience|viewer
志愿者 volunteer
党员 party member
干部 official|cadre
上半年 first half
下半年 second half
一季度 first quarter
二季度 second quarter
三季度 third quarter
四季度 fourth quarter
去年 last year|previous year|year before
今年 this year
明年 next year
上年 last year|previous year|year before
目前 now|current|at present
注册 regist
活跃 active
满意 satisf
"""

ANCHORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (zh, re.compile(rf"(?<![A-Za-z])(?:{english})", re.I))
    for zh, english in sorted((line.split(" ", 1) for line in _TABLE.split("\n") if line), key=lambda row: -len(row[0]))
)
