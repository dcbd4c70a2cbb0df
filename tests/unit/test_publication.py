"""Which part of a file is the publication."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.document.publication import publication
from ingest.forms import continues_form, is_form
from ingest.forms.labelled.evidence import has_grid
from ingest.pipeline import read
from ingest.readers.text.reader import read_text
from ingest.source.blocks import Cell, Row, Source, assemble
from ingest.source.printed import texts_of
from tests.unit.test_delivery import table
from tests.unit.test_published_forms import as_html

FORM = [line.split("\t") for line in table().decode().splitlines()]
OTHER = [["收支总表"], ["单位：万元"], ["收入", "预算数"], ["一般公共预算", "1.00"]]
CONTINUED = [["续表"], ["水库管理", "2.00", "2.00", "", "", "", ""]]


def source(*pages: Sequence[Sequence[str]], medium: str = "xlsx") -> Source:
    rows = [Row(page, tuple(map(Cell, cells))) for page, lines in enumerate(pages, start=1) for cells in lines]
    return assemble("a", "0", medium, "utf-8", rows)


def kept(given: Source) -> list[str]:
    part = publication(given, texts_of(given), is_form, continues_form, has_grid)
    assert all(part.text[line.span.start : line.span.end] in given.text for line in part.lines)
    return part.text.splitlines()


def lines(*pages: Sequence[Sequence[str]]) -> list[str]:
    return ["\t".join(cells) for page in pages for cells in page]


def test_other_tables_of_a_workbook_are_left_out() -> None:
    assert kept(source(OTHER, FORM, OTHER)) == lines(FORM)


def test_a_table_that_goes_on_is_kept_to_its_end() -> None:
    rest = [["堤围管理", "3.00", "3.00", "", "", "", ""]]
    assert kept(source(OTHER, FORM, CONTINUED, rest, OTHER)) == lines(FORM, CONTINUED, rest)


def test_what_stands_between_two_forms_is_kept() -> None:
    assert kept(source(FORM, OTHER, FORM)) == lines(FORM, OTHER, FORM)


def test_prose_and_distant_lines_above_are_left_out_and_notes_below_are_kept() -> None:
    prose = [["本部门职能" * 30], *([f"第{n}行"] for n in range(9))]
    notes = [[f"注：{n}"] for n in range(5)]
    above = [["第6行"], ["第7行"], ["第8行"]]
    page = source([*prose, ["发布时间：2024-02-01 来源：本网"], *FORM, ["扫一扫"], *notes], medium="html")
    assert kept(page) == lines(above, FORM, notes[:3])


def test_gaps_make_no_heading_long() -> None:
    below = FORM[1:]
    for title in (f"{FORM[0][0]}{' ' * 120}单位：万元", f"{FORM[0][0]}{'　' * 120}单位：万元"):
        assert kept(source([["本部门职能" * 30], [title], *below]))[0] == title.rstrip()


def test_lines_keep_their_numbers_pages_and_cells() -> None:
    given = source(OTHER, FORM)
    part = publication(given, texts_of(given), is_form, continues_form, has_grid)
    assert [(line.number, line.page) for line in part.lines] == [(number, 2) for number in range(5, 5 + len(FORM))]
    assert [[part.text[slice(*cell)] for cell in line.cells] for line in part.lines] == FORM


def test_a_file_without_a_form_and_a_text_are_left_as_they_are() -> None:
    for given in (source(OTHER), source([["a"]]), source(), read_text(table() + b"\n\nnote", "a.txt")):
        assert publication(given, texts_of(given), is_form, continues_form, has_grid) is given


TARGET = (
    "项目支出绩效目标表\n（2025年度）\n项目名称\t河道保洁\n主管部门\t平泉市水务局\n年度资金总额（万元）\t126\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t保洁河道\t≥12公里\n"
)


def rows_of(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def test_a_table_of_purchases_below_words_of_goals_is_no_form() -> None:
    bought = "第一部分部门整体绩效目标\n采购见下表。\n项目名称\t物品名称\t数量\t单价\t总金额\n河道保洁\t保洁服务\t1\t80\t80\n"
    totals = "部门支出总表\n科目名称\t合计\t基本支出\n农林水支出\t3684\t1491\n"
    given = source(rows_of(bought), rows_of(totals), rows_of(TARGET), medium="docx")
    assert kept(given)[-6:] == lines(rows_of(TARGET))[-6:]
    assert not any("农林水" in line for line in kept(given))


def test_a_form_whose_title_and_grid_paragraphs_part_is_kept_before_and_behind_another() -> None:
    department = (
        "部门整体支出绩效自评表\n（2023年度）\n部门名称\t大姚县林业和草原局\n二、重点工作任务\n"
        "任务名称\t主要内容\t批复金额（万元）\n森林防火\t储备物资\t160\n三、绩效指标\n"
        "一级指标\t二级指标\t三级指标\t指标值\t实际完成值\n产出指标\t数量指标\t营造林面积\t≥6万亩\t6.3万亩\n备注：无。\n"
    )
    project = (
        TARGET.replace("绩效目标表", "绩效自评表")
        .replace("指标值", "指标值\t实际完成值")
        .replace("公里", "公里\t13公里")
    )
    for pages in ((department, project), (project, department)):
        given = source(*map(rows_of, pages), medium="xlsx")
        assert {"三、绩效指标", "部门整体支出绩效自评表"} <= set(kept(given))
        assert any("营造林面积" in line for line in kept(given)) and any("保洁河道" in line for line in kept(given))


def test_a_list_of_evaluated_projects_is_read_beside_the_form_of_one_of_them() -> None:
    listed = (
        "2024年度绩效自评结果汇总表\n序号\t项目名称\t项目实施单位\t年初预算数\t执行数\t执行率\t自评得分\n"
        "1\t河道保洁\t平泉市水务局\t126\t120\t95.24%\t96\n2\t水库维修\t平泉市水务局\t80\t80\t100%\t99\n"
    )
    form = TARGET.replace("绩效目标表", "绩效自评表").replace("2025", "2024").replace("指标值", "指标值\t实际完成值")
    form = form.replace("公里", "公里\t13公里")
    page = "".join(
        f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in line.split(chr(9)))}</tr></table>"
        if chr(9) in line
        else f"<p>{line}</p>"
        for line in f"{listed}注：略\n{form}".splitlines()
    ).replace("</table><table>", "")
    found = read(f"<html><body>{page}</body></html>".encode(), "page.html")
    assert {project.project_name for project in found.projects} == {"水库维修", "河道保洁"}
    assert [row.indicator_name for row in found.performance] == ["保洁河道"]
    assert sum(row.reason == "the form of the project is printed, too" for row in found.not_understood) == 7


def test_tables_of_final_accounts_behind_a_form_are_no_list_of_evaluations() -> None:
    prose = [["第二部分 决算情况说明"], ["按要求对1个项目开展了绩效自评。"], ["第三部分 名词解释"]]
    form = [
        ["附件：项目支出绩效自评表（2022年度）"],
        ["项目名称", "", "全民健身设施维护", "", "主管部门", "延吉市体育局", ""],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        ["", "年度资金总额", "146.00", "146.00", "138.70", "95.00%", "9.5"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "维护健身路径", "85条", "85条", "90", "90"],
    ]
    accounts = [
        ["公开07表 财政拨款“三公”经费支出决算表"],
        ["编制单位：延吉市体育局　单位：万元"],
        ["项目", "预算数", "决算数"],
        ["公务用车运行维护费", "3.60", "3.12"],
        ["公务接待费", "0.80", "0.54"],
    ]
    page = as_html("\n".join("\t".join(cells) for cells in (*prose, *form, *accounts)))
    reading = read(page.encode(), "决算.html")
    assert [project.project_name for project in reading.projects] == ["全民健身设施维护"]
    assert [(line.adjusted_wan, line.executed_wan) for line in reading.executions] == [
        (Decimal(146), Decimal("138.70"))
    ]
    assert {row.line for row in reading.not_understood} <= {1, 3}  # the headings of the chapters above


def test_the_smallest_document_is_read_within_a_site_that_says_more_than_it() -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in FORM[3:])
    page = f"""<html><body><form><div>您好，今天是2025年3月1日 <a href=/>登录</a></div><div>佛山市民政局</div>
    <ul><li><a href=/>首页</a></li><li><a href=/>政务公开</a></li></ul><div>当前位置：首页 &gt; 信息公开 &gt; 预决算</div>
    <h1>{FORM[0][0]}</h1><div>发布时间：2025-03-01 10:00:00 来源：本网 字体：【大 中 小】 浏览次数：123</div>
    <p>{FORM[1][0]}</p><p>{FORM[2][0]}</p><table>{rows}</table><div>扫一扫在手机打开当前页</div>
    <div>主办单位：佛山市财政局 地址：佛山市禅城区 电话：12345</div><div>版权所有</div></form></body></html>"""
    reading = read(page.encode("gb18030"), "page")
    assert (reading.document.department_name, reading.document.budget_year) == ("佛山市民政局", 2024)
    assert [row.amount_printed for row in reading.funding] == ["1.00"]
    assert "财政局" not in reading.source.text


def test_a_form_that_is_one_only_together_stands_apart_from_the_prose_above_it() -> None:
    prose = "本部门贯彻落实党中央的方针政策和决策部署。" * 20
    money = "<tr><td>年度预算安排</td><td>年度资金</td><td>30.00</td></tr>"
    parts = "<tr><td></td><td>基本支出</td><td>10.00</td></tr><tr><td></td><td>项目支出</td><td>20.00</td></tr>"
    grid = "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>"
    row = "<tr><td>产出指标</td><td>数量指标</td><td>补助人数</td><td>≥300人</td></tr>"
    page = (
        f"<p>第一部分 部门概况</p><p>{prose}</p><p>部门整体支出绩效目标表</p><p>（2020年度）</p><p>单位：万元</p>"
        f"<table><tr><td>预算部门</td><td>湛江市民政局</td><td></td></tr>{money}{parts}</table>"
        f"<p>全年目标</p><table>{grid}{row}</table>"
    )
    reading = read(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert [row.item for row in reading.department_budget] == ["total", "basic", "project"]
    assert [row.indicator_name for row in reading.department_indicators] == ["补助人数"]
    assert reading.document.outside_characters == len(prose)


def test_a_goal_above_a_table_goes_on_in_a_line_that_looks_like_prose() -> None:
    above = (
        "梅州市林业局项目支出绩效目标表",
        "2024年度",
        "项目名称：林道养护",
        "年度总体目标：提高服务能力和水",
        "平，增强获得感。",
    )
    rows = ("一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t养护里程\t≥8公里", "\t质量指标\t合格率\t≥95%")
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(chr(9)))}</tr>" for row in rows)
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in above)}<table>{cells}</table></body></html>"
    assert [own.annual_goal for own in read(page.encode(), "page.html").projects] == [
        "提高服务能力和水平，增强获得感。"
    ]
