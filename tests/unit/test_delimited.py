"""Delimited texts: which texts are tables, what their quotes mean, in which encoding they are."""

import pytest

from ingest.readers import read_source
from tests.unit.test_readers import cells, code_of

TABLE = [["项目", "金额", "备注"], ["甲", "1,234.50", "街道"], ["乙", "2", "社区"]]
TRADITIONAL = [["項目", "金額", "備註"], ["甲", "1,234.50", "街道"], ["乙", "2", "社區"]]


def written(rows: list[list[str]], separator: str = ",", end: str = "\r\n") -> str:
    quoted = [[f'"{cell}"' if separator in cell or "," in cell else cell for cell in row] for row in rows]
    return "".join(separator.join(row) + end for row in quoted)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_whatever_parts_and_encodes_it(encoding: str, separator: str) -> None:
    source = read_source(written(TABLE, separator).encode(encoding), "x")
    assert source.medium == "csv"
    assert cells(source) == TABLE


def test_big5_is_read_and_what_is_neither_is_refused() -> None:
    source = read_source(written(TRADITIONAL).encode("big5"), "x")
    assert (source.encoding, cells(source)) == ("big5", TRADITIONAL)
    assert code_of("名称：Größe, naïve, Ærø, ñandú, œuvre\n".encode("cp1252", errors="ignore")) == "encoding"
    assert code_of("名称,金额\n甲,1\n".encode()[:-1] + b"\xe9\xa1\n") == "encoding"
    assert code_of("項目のサービス水準の向上について\n".encode("shift_jis")) == "encoding"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("项目,金额\nA,1\nB,2\n", [["项目", "金额"], ["A", "1"], ["B", "2"]]),
        ("预算表\n项目,金额\nA,1\nB,2\n", [["预算表"], ["项目", "金额"], ["A", "1"], ["B", "2"]]),
        (
            "绩效目标表\n（2025年度）\n项目名称,清淤\n资金,总额,,120\n,其中：拨款,,100\n,其他,,20\n",
            [["绩效目标表"], ["（2025年度）"], ["项目名称", "清淤", "", ""], ["资金", "总额", "", "120"],
             ["", "其中：拨款", "", "100"], ["", "其他", "", "20"]],
        ),
        ("a,b,c\nd,5\" 管,f\n", [["a", "b", "c"], ["d", '5" 管', "f"]]),
        ('a,b,c\n"d"e,"1,2",f\n', [["a", "b", "c"], ['"d"e', "1,2", "f"]]),
        ('a,b,c\nd,"e,f\ng,h,i\n', [["a", "b", "c"], ["d", '"e', "f"], ["g", "h", "i"]]),
        ('a,b,c\nd,"e\nf",g\n', [["a", "b", "c"], ["d", "e\vf", "g"]]),
        ('a,b,c\n="001","""d""",e\n', [["a", "b", "c"], ["001", '"d"', "e"]]),
        ("编码,名称,金额\n350823\t,甲,1\n350824\t,乙,2\n", [["编码", "名称", "金额"], ["350823", "甲", "1"], ["350824", "乙", "2"]]),
        ("sep=;\na;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ('a\t"1,234"\t"x"\nb\t2\ty\n', [["a", "1,234", "x"], ["b", "2", "y"]]),
    ],
)  # fmt: skip
def test_ragged_quoted_and_narrow_tables(text: str, rows: list[list[str]]) -> None:
    source = read_source(text.encode(), "x")
    assert source.medium == "csv"
    assert cells(source) == rows


@pytest.mark.parametrize(
    "text",
    [
        "开展清淤,保持畅通\n完成年度任务\n提升服务,改善环境\n加强管理,落实责任\n",
        "1、1-产出指标;11-数量指标;名\n2、1-产出指标;12-质量指标\n3、2-效益指标\n",
        "合计 136,657.68 136,657.68\n甲 1,000.00 1,000.00\n乙 2,000.00 2,000.00\n",
        '合计\t1.00\n"两委"干部\t2.00\n其他"\t3.00\n',
        "开展工作,\n,完成任务\n",
    ],
)
def test_prose_stays_a_text(text: str) -> None:
    assert read_source(text.encode(), "x").medium == "text"


def test_many_stray_quotes_take_no_longer_than_their_length() -> None:
    data = ('a,b,c\n"d"e,"' + ',"x""' * 100_000 + "\n").encode()
    assert read_source(data, "x").medium in ("csv", "text")
