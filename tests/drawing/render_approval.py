"""A drawn document as approval forms 批复表: one form a project, mid-term left and annual right of one grid."""

from random import Random

from tests.drawing.document import Document, Indicator, Project
from tests.drawing.expected import Drawn, expected_rows
from tests.drawing.printing import print_amount

_WIDTH = 8
_REPLY = "根据预算管理的有关规定，绩效目标由预算单位申报，作为预算审核安排、绩效运行监控、绩效自评、重点绩效评价的重要依据之一。"


def render_approval(document: Document, random: Random) -> Drawn:
    """Print ``document``; shifted rows, wrapped labels and tags are drawn from ``random``."""
    forms = [_Form(document, project, random).lines() for project in document.projects]
    return Drawn("\n" + "".join("\n" + "\n".join(lines) + "\n" for lines in forms), expected_rows(document, "approval"))


class _Form:
    """Prints the form of one project in one manner."""

    def __init__(self, document: Document, project: Project, random: Random) -> None:
        self.document, self.project, self.random = document, project, random
        self.is_wrapped = random.random() < 0.25
        self.is_tagged = random.random() < 0.2

    def lines(self) -> list[str]:
        """The lines of the form, title first."""
        year = self.document.year
        brackets = self.random.choice(("（ {} 年度）", "( {} 年度)", "（{}年度）"))
        return [
            f"# {self.document.city}财政项目支出绩效目标批复表",
            "",
            brackets.format(year),
            "",
            f"预算单位：{self.document.department}",
            "",
            self._amounts(),
            *self._goals(),
            *self._grid(),
            self._row(self._label("市财政局批复意见"), self._text(_REPLY)),
        ]

    def _row(self, *cells: str) -> str:
        return "\t".join([*cells, *[""] * (_WIDTH - len(cells))])

    def _label(self, label: str, width: int = 4) -> str:
        """A label, perhaps with the spaces its wraps leave."""
        if not self.is_wrapped:
            return label
        return " ".join(label[at : at + width] for at in range(0, len(label), width))

    def _text(self, text: str | None) -> str:
        """A text, perhaps marked up."""
        return f"<p>{text.replace('<', '&lt;')}</p>" if text and self.is_tagged else text or ""

    def _value(self, text: str | None) -> str:
        """A value, perhaps with the spaces its wraps leave."""
        if not text or not self.is_wrapped or not text.isalpha() or text.isascii():
            return self._text(text)
        return " ".join(text[at : at + 9] for at in range(0, len(text), 9))

    def _amounts(self) -> str:
        midterm, annual = print_amount(self.project.midterm), print_amount(self.project.fiscal)
        blanks = ["", ""] if self.is_wrapped else []
        unit = self.random.choice((" (万元)", "（万元）"))
        annual_label = "本年度 申请市 财政预 算资金 (万 元)" if self.is_wrapped else "本年度申请市财政预算资金（万元）"
        return self._row("项目名称", self.project.name, *blanks, "中期市财政预算" + unit, midterm, annual_label, annual)

    def _goals(self) -> list[str]:
        dash = self.random.choice(("--", "—", "-"))
        first = self.document.year
        cycle = f"中期滚动目标（{first}年{dash}{first + 2}年）"
        gap = [""] * (4 if self.is_wrapped else 3)
        header = self._row(self._label("总体目标", 2), cycle, *gap[1:], "年度目标")
        goals = (self._text(self.project.cycle_goal), self._text(self.project.annual_goal))
        return [header, self._row("", goals[0], *gap[1:], goals[1])]

    def _grid(self) -> list[str]:
        values = ("指标值（或计划水平）", "计划指标值（或计划水平）")
        half = [self._label(f"{level}级指标", 2) for level in "二三"]
        first = self._label("一级指标", 2)
        rows = [
            self._row(
                self._label("绩效指标", 2), first, *half, self._label(values[0], 9), *half, self._label(values[1], 10)
            )
        ]
        level1 = None
        for indicator in self.project.indicators:
            printed = indicator.category.level1 if indicator.category.level1 != level1 else ""
            level1 = indicator.category.level1
            rows.append(self._indicator(indicator, printed))
        return rows

    def _indicator(self, indicator: Indicator, level1: str) -> str:
        level2 = self._label(indicator.category.level2, 5)
        cells = [self._label(level1), level2, indicator.name or "", self._value(indicator.cycle)]
        cells += [level2, indicator.annual_name or indicator.name or "", self._value(indicator.annual)]
        is_shifted = level1.startswith("满意度") and self.random.random() < 0.3
        return self._row(*cells) if is_shifted else self._row("", *cells)
