"""PDFs set by reportlab, and read back as the paragraphs that their pages show."""

from __future__ import annotations

import pytest

from tests.intake.pages import Pages, width, wrapped
from yuedu.intake.converted import Converted
from yuedu.intake.pdf.reader import read_pdf

LONG = "为贯彻落实决策部署，现就加快数字政府建设提出以下意见，到2025年建成平台三个，服务用户一千万人，办事事项全部上网，企业和群众满意。"
NAME = "通知.pdf"


def read(pages: Pages) -> Converted:
    return read_pdf(pages.data, NAME)


def lines(pages: Pages) -> list[str]:
    return [line for line in read(pages).text.split("\n") if line]


def test_the_lines_of_a_paragraph_are_joined() -> None:
    pages = Pages()
    pages.paragraph("一、总体要求")
    for _ in range(3):
        pages.paragraph(LONG)
    assert lines(pages) == ["一、总体要求", LONG, LONG, LONG]
    assert read(pages_of("正文")).converter.startswith("pdfplumber ")


def pages_of(*words: str, **how: float) -> Pages:
    pages = Pages(**how)  # type: ignore[arg-type]
    for paragraph in words:
        pages.paragraph(paragraph)
    return pages


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    pages = Pages(foot="— # —")
    for _ in range(24):
        pages.paragraph(LONG)
    assert pages.number > 2
    assert lines(pages) == [LONG] * 24


def test_a_paragraph_that_ends_at_the_margin_is_not_joined_to_the_next() -> None:
    pages = Pages()
    full = "统" * int((pages.right - pages.left) / pages.size - 3) + "。"
    for words in (full, full, LONG):
        pages.paragraph(words)
    assert lines(pages) == [full, full, LONG]


def test_titles_centred_over_several_lines_stay_lines() -> None:
    pages = Pages()
    for title in ("某省人民政府关于印发某省数字政府改革", "建设工作要点的通知"):
        pages.centred(title)
    pages.paragraph(LONG)
    pages.paragraph(LONG)
    assert lines(pages) == ["某省人民政府关于印发某省数字政府改革", "建设工作要点的通知", LONG, LONG]


def test_a_signature_and_its_date_at_the_right_stay_lines() -> None:
    pages = pages_of(LONG, LONG)
    for words in ("某省人民政府办公厅", "2024年3月5日"):
        pages.line(words, pages.right - width(words, pages.size))
    assert lines(pages) == [LONG, LONG, "某省人民政府办公厅", "2024年3月5日"]


def test_latin_words_are_parted_by_one_space_and_figures_by_none() -> None:
    english = (
        "The provincial government has issued an opinion on building a digital government by 2025 for all of us here. "
    )
    words = english * 3
    assert lines(pages_of(words.strip(), LONG)) == [words.strip(), LONG]


def test_a_wider_gap_begins_a_paragraph_and_leaves_an_empty_one() -> None:
    pages = Pages()
    full = "统" * int((pages.right - pages.left) / pages.size)
    pages.line(full, pages.left)
    pages.line(full, pages.left)
    pages.y += 40
    pages.line(full, pages.left)
    assert read(pages).text.split("\n") == [full * 2, "", full]


@pytest.mark.parametrize("foot", ["— # —", "第#页 共9页", "-#-", "#"])
def test_running_heads_and_page_numbers_are_left_out(foot: str) -> None:
    pages = Pages(head="某省人民政府公报 2024年第3期", foot=foot)
    for _ in range(24):
        pages.paragraph(LONG)
    converted = read(pages)
    assert "公报" not in converted.text and converted.text.count("\n") == 23
    assert converted.notes[-1].startswith(
        "running heads and page numbers of 3 pages left out: «某省人民政府公报 2024年第3期», «"
    )


def test_a_number_in_dashes_is_a_page_number_on_one_page_too() -> None:
    pages = Pages(foot="— # —")
    pages.paragraph(LONG)
    assert lines(pages) == [LONG]


def test_words_of_the_text_that_recur_at_the_top_of_pages_are_no_running_head() -> None:
    pages = Pages()
    for n in range(4):
        if n:
            pages.turn()
        for words in ("申报单位：某市", "申报项目：数字政府", f"第{n}项"):
            pages.paragraph(words)
    assert lines(pages).count("申报单位：某市") == 4


def set_columns(pages: Pages, left: list[str], right: list[str], top: float) -> None:
    room = (pages.right - pages.left - 2 * pages.size) / 2 // pages.size * pages.size
    for x, column, shift in ((pages.left, left, 0.0), (pages.right - room, right, 5.0)):
        y = top + shift
        for words in column:
            for n, part in enumerate(wrapped(words, room, pages.size, 2)):
                pages.at(x + (2 * pages.size if n == 0 else 0), y, part)
                y += pages.leading


def test_two_columns_are_read_one_after_the_other() -> None:
    pages = Pages(size=12)
    pages.centred("某省人民政府关于加快数字政府建设的意见")
    first, second = [f"甲{LONG}"] * 4, [f"乙{LONG}"] * 4
    set_columns(pages, first, second, pages.y + 20)
    converted = read(pages)
    assert [p for p in converted.text.split("\n") if p][1:] == first + second
    assert "1 page read in two columns" in converted.notes


def test_names_with_figures_beside_them_are_no_columns() -> None:
    pages = Pages(size=12)
    for n in range(12):
        pages.at(pages.left, 100 + 20 * n, f"指标{n}")
        pages.at(pages.right - 60, 100 + 20 * n, f"{1200 + n}")
    assert lines(pages)[:2] == ["指标0\u30001200", "指标1\u30001201"]


def test_the_lines_of_a_contents_list_stay_lines() -> None:
    pages = Pages()
    for words in ("一、总体要求", "二、重点任务", "三、保障措施"):
        dots = int((pages.right - pages.left - width(words, 16) - 16) // width(".", 16))
        pages.at(pages.left, pages.y, words + "." * dots)
        pages.at(pages.right - width("3", 16), pages.y, "3")
        pages.y += pages.leading
    pages.paragraph(LONG)
    assert [line.strip(". 3") for line in lines(pages)] == ["一、总体要求", "二、重点任务", "三、保障措施", LONG]


def rule(pages: Pages, x0: float, y0: float, x1: float, y1: float) -> None:
    pages.canvas.line(x0, pages.height - y0, x1, pages.height - y1)


def table(pages: Pages, rows: list[list[str]], top: float, step: float = 30, room: float = 100) -> None:
    columns = len(rows[0])
    for n in range(len(rows) + 1):
        rule(pages, 100, top + n * step, 100 + columns * room, top + n * step)
    for n in range(columns + 1):
        rule(pages, 100 + n * room, top, 100 + n * room, top + len(rows) * step)
    for y, row in enumerate(rows):
        for x, words in enumerate(row):
            for n, part in enumerate(words.split("|")):
                pages.at(105 + x * room, top + y * step + 2 + 12 * n, part, 10)


def test_a_table_drawn_with_rules_gives_its_rows_at_its_place() -> None:
    pages = pages_of("表前。")
    table(pages, [["指标", "单位", "数值"], ["粮食产|量", "万吨", "1200"], ["增加值", "", "3.5"]], 130)
    pages.y = 260
    pages.paragraph("表后。")
    assert lines(pages) == ["表前。", "指标\t单位\t数值", "粮食产量\t万吨\t1200", "增加值\t\t3.5", "表后。"]


def test_cells_merged_along_and_down() -> None:
    pages = Pages()
    for y in (100, 130, 160, 190):
        rule(pages, 100 if y != 160 else 200, y, 400, y)
    for x in (100, 200, 300, 400):
        rule(pages, x, 130 if x == 200 or x == 300 else 100, x, 190)
    for x, y, words in (
        (105, 105, "合计"),
        (105, 140, "农业"),
        (205, 135, "粮食"),
        (305, 135, "12"),
        (205, 165, "油料"),
        (305, 165, "3"),
    ):
        pages.at(x, y, words, 10)
    assert lines(pages) == ["合计", "农业\t粮食\t12", "\t油料\t3"]


def test_a_frame_around_words_is_no_table() -> None:
    pages = pages_of(LONG, LONG)
    pages.canvas.rect(60, 100, pages.width - 120, pages.height - 160)
    assert lines(pages) == [LONG, LONG]


def test_footnotes_are_tied_to_their_marks() -> None:
    pages = pages_of(LONG, "建成平台三个，面积5m，办法另行规定。")
    y = pages.y - pages.leading
    pages.at(pages.left + 2 * 16 + width("建成平台三个", 16), y - 3, "1", 8)
    pages.at(pages.left + 2 * 16 + width("建成平台三个，面积5m", 16), y - 3, "2", 8)
    pages.at(pages.left, 700, "1", 6)
    pages.at(pages.left + 6, 700, "平台指一网通办平台，", 10)
    pages.at(pages.left, 715, "由某市建设。", 10)
    converted = read(pages).text
    assert "建成平台三个①，面积5m2，办法另行规定。" in converted
    assert converted.endswith("注：\n① 平台指一网通办平台，由某市建设。")


def test_characters_drawn_twice_for_boldness_are_read_once() -> None:
    pages = Pages()
    for shift in (0, 0.3, 0.6):
        pages.at(100 + shift, 100, "一一、总体要求")
    converted = read(pages)
    assert converted.text == "一一、总体要求"
    assert converted.notes == ("14 characters drawn twice for boldness taken once",)


def test_a_turned_watermark_and_vertical_writing_are_left_out() -> None:
    pages = pages_of(LONG)
    pages.canvas.saveState()
    pages.canvas.translate(200, 300)
    pages.canvas.rotate(45)
    pages.canvas.drawString(0, 0, "内部资料")
    pages.canvas.restoreState()
    for n, char in enumerate("某省人民政府公报"):
        pages.at(30, 200 + 16 * n, char)
    converted = read(pages)
    assert converted.text == LONG
    assert converted.notes == (
        "4 turned characters (a watermark, a seal or a table on its side) left out",
        "8 characters of vertical writing left out",
    )


def test_a_short_stack_of_characters_is_kept() -> None:
    pages = Pages()
    for n, char in enumerate("指标名"):
        pages.at(100, 200 + 24 * n, char)
    assert lines(pages) == ["指", "标", "名"]


def test_the_lines_of_an_item_that_hang_from_its_number_are_joined() -> None:
    pages = Pages()
    for n in (1, 2):
        for k, part in enumerate(wrapped(f"{n}.　{LONG}", pages.right - pages.left - 32, 16, -2)):
            pages.line(part, pages.left + (0 if k == 0 else 32))
    assert lines(pages) == [f"1.　{LONG}", f"2.　{LONG}"]


def test_footnotes_that_count_afresh_on_each_page_are_numbered_on() -> None:
    pages = Pages()
    for n in (1, 2):
        if n == 2:
            pages.turn()
        pages.paragraph(f"正文第{n}页")
        pages.at(pages.left + 32 + width(f"正文第{n}页", 16), pages.y - pages.leading - 3, "①", 8)
        pages.at(pages.left, 720, f"① 某页第{n}注。", 10)
    assert lines(pages) == ["正文第1页①", "正文第2页②", "注：", "① 某页第1注。", "② 某页第2注。"]


def test_small_type_that_no_mark_refers_to_stays() -> None:
    pages = pages_of(LONG, LONG)
    pages.at(pages.left, 720, "1 某省人民政府办公厅秘书处", 10)
    assert lines(pages)[-1] == "1 某省人民政府办公厅秘书处"


@pytest.mark.parametrize("indent", [2, 0])
@pytest.mark.parametrize(("size", "leading"), [(10.5, 2.0), (12, 1.3), (18, 1.75)])
def test_other_sizes_with_and_without_indents(size: float, leading: float, indent: float) -> None:
    pages = Pages(size=size, leading=leading, head="某省人民政府公报", foot="第#页")
    wanted = [f"（{'一二三四五六七八九十'[n % 10]}）{LONG[: 20 + 7 * n]}。" for n in range(30)]
    for words in wanted:
        pages.paragraph(words, indent)
        pages.y += 0 if indent else size / 2
    assert lines(pages) == wanted
