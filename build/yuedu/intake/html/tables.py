"""Tables: those of figures or entries, whose rows are paragraphs, and those that only place the parts of a page."""

from __future__ import annotations

from collections.abc import Iterator

from yuedu.intake.html.tree import Node

_WIDEST = 200  # columns
_LONG = 300  # characters from which a cell that holds most of a table is a column of the page


def is_of_figures(table: Node) -> bool:
    """Whether a table's rows are to be read as rows.

    Not where a cell holds another table, where there is one row or one column, or where one long cell holds most of it.
    """
    if table.get("role") == "presentation":
        return False
    rows = list(_rows(table))
    cells = [cell for _, row in rows for cell in row]
    lengths: list[int] = []
    headed = False
    for cell in cells:
        headed = headed or cell.tag == "th"
        length = _length(cell)
        if length is None:
            return False
        lengths.append(length)
    columns = sum(1 for _, row in rows if len(row) > 1)
    if columns * 2 < len(rows) or not columns:
        return False
    longest = max(lengths)
    if longest > _LONG and longest * 2 > sum(lengths) and not headed:
        return False
    return headed or len(rows) > 1 or longest < 60


def grid(table: Node) -> Iterator[tuple[Node, list[Node | None]]]:
    """Each row of a table (its caption first) with its cells, None where a cell of this row or one above reaches over."""
    for child in table.children:
        if isinstance(child, Node) and child.tag == "caption":
            yield child, [child]
    reaching: dict[int, int] = {}  # column: rows still to come
    for row, cells in _rows(table):
        line: list[Node | None] = []
        waiting = list(reversed(cells))
        below: dict[int, int] = {}
        while waiting or any(column >= len(line) for column in reaching):
            at = len(line)
            if at >= _WIDEST:
                line.extend(reversed(waiting))
                break
            if reaching.get(at):
                line.append(None)
                if reaching[at] > 1:
                    below[at] = reaching[at] - 1
                continue
            if not waiting:
                line.append(None)
                continue
            cell = waiting.pop()
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            line.extend([cell, *[None] * (wide - 1)])
            if high > 1:
                below.update(dict.fromkeys(range(at, at + wide), high - 1))
        reaching = below
        yield row, line


def _rows(table: Node) -> Iterator[tuple[Node, list[Node]]]:
    for child in table.children:
        if not isinstance(child, Node):
            continue
        for row in [child] if child.tag == "tr" else [c for c in child.children if isinstance(c, Node)]:
            if row.tag == "tr":
                yield row, [c for c in row.children if isinstance(c, Node) and c.tag in ("td", "th")]


def _span(cell: Node, which: str) -> int:
    value = cell.get(which).strip()
    return min(max(int(value), 1), 50) if value.isdecimal() and len(value) < 6 else 1


def _length(cell: Node) -> int | None:
    """How many characters a cell holds; None where it holds a table."""
    length, stack = 0, [cell]
    while stack:
        for child in stack.pop().children:
            if isinstance(child, str):
                length += len(child.strip())
            elif child.tag == "table":
                return None
            else:
                stack.append(child)
    return length
