"""What is said of documents stands in the catalogue of messages, in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ingest.vocabulary import vocabulary
from ingest.vocabulary.messages import in_chinese
from jixiao.docs.diagrams import tables
from jixiao.docs.dictionary import chinese_page, sentences
from jixiao.marts import marts

ROOT = Path(__file__).resolve().parents[2]
SAYING = {"DocumentRejected", "Notice", "issue", "leave", "_issue", "said_beside", "with_beside"}
"""What is called with a message."""
SAID = {"message", "reason", "expected"}
"""What a message is called before it is raised."""
NAMES = re.compile(
    r"`[^`]*`|--[a-z]+|(documents|fetched)\.csv|seeds/places\.csv|\.?(docx|xlsx|doc|wps|et|dps|csv|hwp|zip)\b|make (ocr|office)|GB/T|GB18030|UTF-16|Big5|"
    r"CSV|DuckDB|PostgreSQL|Word|Excel|WPS|PDF|PNG|JPEG|OFD|UTF-8|LibreOffice|ToUnicode|EOF|XML|MiB|MB|text/html|zip|"
    r"(RAR|Zip|gzip|bzip2|xz|Zstandard|tar|Cabinet|RTF|OpenDocument|PowerPoint|Visio|Outlook|XPS|Apple|iWork|CAJ|CEB|DjVu|"
    r"PostScript|WebP|HEIC|BMP|SQLite|Access|Parquet)"
)
"""Names of formats, files and programs: the same in both languages."""


_WORDS = re.compile("[a-z]{2} [^0-9]")


def _literal(node: ast.expr) -> str | None:
    """A text as it is written, a number where something stands in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return None


def _said(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SAYING:
            told = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg in SAID)]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in SAID:
            told = [node.value]
        else:
            continue
        yield from (text for one in told if (text := _literal(one)) and _WORDS.search(text))


def test_every_sentence_about_a_document_is_in_the_catalogue() -> None:
    said = {
        text: str(path.relative_to(ROOT))
        for path in sorted((ROOT / "ingest").rglob("*.py"))
        for text in _said(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert len(said) > 100
    assert {text: where for text, where in said.items() if in_chinese(text) == text} == {}


def test_what_the_chinese_pages_say_of_metrics_and_tables_is_in_the_catalogue() -> None:
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "models" / "semantic").glob("*.yml")]
    listed = [one for kind in ("metrics", "saved_queries") for own in read for one in own.get(kind, [])]
    said = [*(one["description"] for one in listed), *(table.grain for table in tables())]
    assert len(listed) > 50
    assert [text for text in said if in_chinese(text) == text] == []


def test_the_chinese_dictionary_describes_every_table_and_column() -> None:
    said = [text for mart in marts() for text in sentences(mart)]
    assert len(said) > 500
    assert {text for text in said if in_chinese(text) == text} == set()
    described = re.findall(r"^\|(?: [^|]*\|){5} ([^|]*) \|$", chinese_page(), re.MULTILINE)
    assert len(described) == sum(len(mart.fields) + 2 for mart in marts())
    assert [text for text in described if not re.search("[\u4e00-\u9fff]|---", text)] == []


def test_a_chinese_sentence_holds_no_english_word() -> None:
    said = {row["message_zh"]: NAMES.sub("", row["message_zh"]) for row in vocabulary("messages")}
    assert [text for text, rest in said.items() if re.search("[A-Za-z]{3}", rest)] == []
    assert [text for text in said if not re.search("[\u4e00-\u9fff]", text) and "{" not in text] == []


def test_both_languages_have_the_same_places() -> None:
    places = re.compile(r"\{\d\}")
    for row in vocabulary("messages"):
        assert set(places.findall(row["message_zh"])) <= set(places.findall(row["message"])), row["message"]


def test_what_stands_in_a_sentence_is_said_in_chinese_too() -> None:
    assert in_chinese("reading took too long (limit: 60 seconds of computing); the next build tries again") == (
        "读取时间过长（限 60 秒）；下次构建会再次读取"
    )
    assert in_chinese(
        "no performance form in this file; it holds 收支总表 (page 8), 支出总表 (page 11) and 6 more"
    ) == ("文件中没有绩效表，所载为收支总表（第 8 页）、支出总表（第 11 页），另有 6 张")
    assert in_chinese("an unheard sentence") == "an unheard sentence"
