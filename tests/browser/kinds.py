"""One page of every kind that the site has."""

KINDS = {
    "front": "/",
    "topics": "/topics/",
    "topic": "/topics/data-market/",
    "compare": "/topics/compare/",
    "commitments": "/topics/commitments/",
    "cities": "/topics/cities/",
    "frameworks": "/topics/frameworks/",
    "speeches": "/speeches/",
    "speech": "/speeches/wang-2023/",
    "systems": "/systems/",
    "system": "/systems/yueshengshi/",
    "glossary": "/glossary/",
    "term": "/glossary/xinchuang/",
    "figures": "/figures/",
    "data": "/data/",
    "search": "/search/?q=%E6%95%B0%E6%8D%AE",
    "about": "/about/",
    "decisions": "/decisions/",
    "missing": "/404.html",
}
