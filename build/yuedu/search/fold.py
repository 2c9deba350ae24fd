"""What counts as the same when it is looked for. `assets/search-engine.js` folds a query by the same rules.

1. Width and compatibility forms are one (NFKC), and so are capitals and small letters.
2. Blanks, quotation marks, 《》 and every other separator are nothing, inside a number too: 181,000,000 is 181000000.
3. A point or a hyphen between digits stays: 95.1 is not 951, and 3-5 is not 35. So do % and +.
"""

from __future__ import annotations

import re
import unicodedata

_NOTHING = re.compile(r"(?<!\d)[.\-]|[.\-](?!\d)|[^\w%+.\-]|_")
_WORD = re.compile(r"[^\W\d_][^\W_]*|\d+(?:[.,]\d+)*[^\W_]*")
_LATIN = re.compile(r"[a-z][a-z0-9]*|\d+(?:[.,]\d+)*[a-z0-9]*")
_OWNER = re.compile(r"['’]s\b")


def fold(text: str) -> str:
    """The characters of a text that can be looked for.

    >>> fold("粤省心“１２３４５”，达 95.1％、APP")
    '粤省心12345达95.1%app'
    """
    return _NOTHING.sub("", unicodedata.normalize("NFKC", text).lower())


def words(english: str) -> list[str]:
    """The words and numbers of an English text, in order.

    >>> words("The province's 1,181.5 million e-licences")
    ['the', 'province', '1181.5', 'million', 'e', 'licences']
    """
    lower = english.lower() if english.isascii() else unicodedata.normalize("NFKC", english).lower()
    if "'" in lower or "’" in lower:
        lower = _OWNER.sub("", lower)
    found = _WORD.findall(lower)
    return [w.replace(",", "") for w in found] if "," in lower else found


def latin(chinese: str) -> list[str]:
    """The Latin words and numbers inside a Chinese text.

    >>> latin("粤省心12345热线和APP，1,181.5万")
    ['12345', 'app', '1181.5']
    """
    return [w.replace(",", "") for w in _LATIN.findall(unicodedata.normalize("NFKC", chinese).lower())]
