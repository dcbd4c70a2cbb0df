"""The script that an analyst would write for the same files: regular expressions, lists of rows, pandas, DuckDB.

It reads list tables (typed, recognised, or as lines of a text layer) and labelled forms (批复表, 申报表) of text files,
and knows nothing of jixiao. No arithmetic proves its numbers, no place leads back to the words, nothing says what it
left out: it is as good as such scripts are.
"""

import html
import re
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

ITEM = re.compile(r"\d+\s*[、．.]\s*[1-4]\s*-\s*[^；;：:，,]+[；;：:，,]\s*(\d\d)\s*-\s*([^；;：:，,]+)[；;：:，,]\s*")
VALUES = re.compile(
    r"(?P<name>.*?)[；;。]?(?:实施周期指标值[：:](?P<cycle>.*?))?[；;]?(?:年度指标值[：:](?P<annual>.*?))?。?$", re.S
)
BRACKETED = re.compile(r"【[^】-]*-([^】]*)】|指标\d+[:：](.*?)[（(]((?:[^（()）]|[（(][^（()）]*[）)])*)[)）]")
AMOUNTS = re.compile(r"^(.*?)((?:\d[\d,]*\.\d\d)(?:\s+\d[\d,]*\.\d\d)*)(?:\s+(.*))?$")
TAG = re.compile(r"</?[a-z]+[^>]*>")
SOURCES = ("fiscal", "special_account", "other")
FUNDS = {
    "财政专户": "special_account", "拨款": "fiscal", "财政资金": "fiscal", "其他": "other", "单位资金": "other",
    "自有": "other", "结转": "other",
}  # fmt: skip
CATEGORIES = {
    "数量": 11, "质量": 12, "时效": 13, "社会、经济、生态": 20, "经济效益": 21, "社会效益": 22, "生态效益": 23,
    "可持续": 24, "满意度": 31, "经济成本": 41, "控制": 41, "社会成本": 42, "生态环境成本": 43,
}  # fmt: skip
TARGET = (
    r"^(?P<operator>大于等于|小于等于|不少于|不低于|不超过|至少|大于|高于|小于|低于|约|[≥≤><＞＜=＝])?"
    r"(?P<value>\d+(?:\.\d+)?)(?:[-～~](?P<upper>\d+(?:\.\d+)?))?"
    r"(?P<unit>[^\d，。；]{0,8}?)(?P<suffix>及以上|以上|以下|以内|内|左右)?$"
)

Rows = list[dict[str, Any]]


class Script:
    """Rows of all files, gathered in lists."""

    def __init__(self) -> None:
        self.documents: Rows = []
        self.projects: Rows = []
        self.funding: Rows = []
        self.indicators: Rows = []

    def read(self, file: str, text: str) -> None:
        """One file: by what stands in it, a list table, its text layer, or forms."""
        year = re.search(r"(20\d\d)\s*年", text)
        department = re.search(r"(?:部门名称|预算单位)[:：]\s*(\S+)", text)
        self.documents.append(
            {
                "file": file,
                "year": int(year[1]) if year else None,
                "department": department[1] if department else None,
            }
        )
        money = 10000 if re.search(r"单位[:：]\s*元", text) else 1
        if "财政专户拨款\t" in text:
            self.list_table(file, text, money)
        elif "财政专户拨款 " in text:
            self.list_lines(file, text)
        else:
            self.forms(file, text)

    def project(self, file: str, name: str, goal: str) -> None:
        """A new project; its rows of money and indicators name it."""
        self.projects.append({"file": file, "project": name, "goal": goal or None})

    def money(self, file: str, name: str, source: str, amount: str, divisor: int = 1) -> None:
        """An amount that can be read; what cannot be read is skipped."""
        digits = re.sub(r"[,，\s]|万?元$", "", amount)
        if re.fullmatch(r"\d+(?:\.\d+)?", digits):
            row = {"file": file, "project": name, "source": source, "amount_wan": round(float(digits) / divisor, 6)}
            self.funding.append(row)

    def listed(self, file: str, name: str, text: str) -> None:
        """The numbered list of indicators of a cell."""
        parts = ITEM.split(text)
        for code, rest in zip(parts[1::3], parts[3::3], strict=True):
            values = VALUES.match(rest)
            if values:
                row = {"file": file, "project": name, "category_code": int(code), "indicator_name": values["name"]}
                self.indicators.append(row | {"cycle_target": values["cycle"], "annual_target": values["annual"]})

    def list_table(self, file: str, text: str, divisor: int) -> None:
        """Seven cells a row; a row with neither goal nor indicators is a unit, a row without a name goes on."""
        rows: list[list[str]] = []
        for line in text.split("\n"):
            cells = [re.sub(r"\s+", "", html.unescape(TAG.sub("", cell))) for cell in line.split("\t")]
            if len(cells) < 7 or "项目名称" in cells[0] or cells[0] == "合计":
                continue
            if cells[0] or not rows:
                rows.append(cells)
            else:
                rows[-1] = [before + after for before, after in zip(rows[-1], cells, strict=False)]
        for name, _, *amounts, goal, listed in (row[:7] for row in rows):
            if goal or listed:
                self.project(file, name, goal)
                for source, amount in zip(SOURCES, amounts, strict=True):
                    self.money(file, name, source, amount, divisor)
                self.listed(file, name, listed)

    def list_lines(self, file: str, text: str) -> None:
        """Lines of a text layer: a row begins with its amounts, the name before them may be wrapped."""
        _, _, body = text.partition("绩效指标")
        rows: list[tuple[str, list[str], list[str]]] = []
        name = ""
        for line in body.split("\n"):
            found = AMOUNTS.match(line)
            if found and (found[1].startswith("  ") or name or not rows or not found[1].strip()):
                rows.append((re.sub(r"\s+", "", name + found[1]), found[2].split(), [found[3] or ""]))
                name = ""
            elif line.startswith("    ") or name:
                name += line
            elif rows:
                rows[-1][2].append(line)
        for name, amounts, lines in rows:
            told = re.sub(r"\s+", "", "".join(lines))
            if name == "合计" or not told:
                continue
            first = ITEM.search(told)
            self.project(file, name, told[: first.start()] if first else told)
            for source, amount in zip(SOURCES, amounts[1:], strict=False):
                self.money(file, name, source, amount)
            self.listed(file, name, told[first.start() :] if first else "")

    def forms(self, file: str, text: str) -> None:
        """Forms of labels and values; the grid is read by its header."""
        name, code, divisor, has_goal = "", 0, 1, True
        header: list[str] = []
        previous: list[str] = []
        for line in text.split("\n"):
            if "元" in line and ("资金" in line or "单位" in line):
                divisor = 1 if "万元" in line else 10000
            if "\t" not in line:
                continue
            cells = [re.sub(r"\s+", "", html.unescape(TAG.sub("", cell))) for cell in line.split("\t")]
            filled = [cell for cell in cells if cell]
            if not filled:
                continue
            if filled[0] == "项目名称":
                name, header, has_goal = (
                    re.sub(r"^\[\d+\]|^\d{5,}-", "", filled[1] if len(filled) > 1 else ""),
                    [],
                    False,
                )
                self.project(file, name, "")
            elif "一级指标" in cells and "二级指标" in cells:
                header, code = cells, code if header else 0
            elif header:
                code = self.grid(file, name, header, cells, code)
            elif filled[0] == "绩效指标" and len(filled) > 1:
                self.bracketed(file, name, filled[1])
            elif re.search(r"目标", filled[0]):
                has_goal = True
                self.projects[-1]["goal"] = filled[-1] if len(filled) > 1 else None
            elif not has_goal and "资金总额" not in filled[0]:
                self.sources(file, name, cells, previous, divisor)
            if "本年度申请市财政预算资金" in line.replace(" ", ""):
                self.money(file, name, "fiscal", filled[-1])
            previous = cells

    def sources(self, file: str, name: str, cells: list[str], previous: list[str], divisor: int) -> None:
        """Amounts behind the name of their source, or below it."""
        filled = [cell for cell in cells if cell]
        pairs = zip(previous[2:], cells[2:], strict=False) if "资金总额" in previous else [(filled[0], filled[-1])]
        for label, amount in pairs:
            source = next((code for word, code in FUNDS.items() if word in label), None)
            if source:
                self.money(file, name, source, amount, divisor)

    def grid(self, file: str, name: str, header: list[str], cells: list[str], code: int) -> int:
        """A row of the grid; gives its category, which the next rows may leave out."""
        level1, level2 = header.index("一级指标"), header.index("二级指标")
        values = [index for index, label in enumerate(header) if re.search(r"(?<!分)值", label) and "级" not in label]
        if level1 and cells[0]:
            cells = ["", *cells]  # a merged cell shifted the row
        if not values or max(values) >= len(cells) or not any(cells[level1:]):
            return code
        code = next((own for word, own in CATEGORIES.items() if word in cells[level2]), code)
        annual = cells[values[-1]]
        if values[-1] + 1 < len(header) and re.search("单位", header[values[-1] + 1]):
            annual = cells[values[-1] - 1].removesuffix("定性") + annual + cells[values[-1] + 1]
        cycle = cells[values[0]] if len(values) > 1 else ""
        indicator = re.sub(r"^指标\d+[:：]", "", cells[level2 + 1])
        if indicator or annual:
            row = {"file": file, "project": name, "category_code": code, "indicator_name": indicator or None}
            self.indicators.append(row | {"cycle_target": cycle or None, "annual_target": annual or None})
        return code

    def bracketed(self, file: str, name: str, text: str) -> None:
        """`【产出指标-数量指标】指标1:名(值)`"""
        code = 0
        for level2, indicator, annual in BRACKETED.findall(text):
            if level2:
                code = next((own for word, own in CATEGORIES.items() if word in level2), 0)
            else:
                row = {"file": file, "project": name, "category_code": code, "indicator_name": indicator}
                self.indicators.append(row | {"cycle_target": None, "annual_target": annual})


def run(folder: Path, database: Path) -> None:
    """Read every text file below ``folder`` and land the rows in ``database``."""
    script = Script()
    for path in sorted(folder.rglob("*.txt")):
        script.read(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
    tables = {name: pd.DataFrame(rows) for name, rows in vars(script).items()}
    indicators = tables["indicators"]
    for side in ("cycle", "annual"):
        parsed = indicators[f"{side}_target"].astype("string").str.extract(TARGET)
        for part in ("value", "upper"):
            parsed[part] = pd.to_numeric(parsed[part])
        indicators = indicators.join(parsed.add_prefix(f"{side}_"))
    tables["indicators"] = indicators
    with duckdb.connect(str(database)) as connection:
        for name, table in tables.items():
            connection.register("frame", table)
            connection.execute(f"create table {name} as select * from frame")
            connection.unregister("frame")
