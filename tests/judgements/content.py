"""What a form says before a fault is planted: nothing that a careful reader would raise."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from tests.drawing.forms import words
from tests.drawing.forms.grid import Indicator, Target

_SIGN = re.compile("^([≥≤]|不[高低]于|不超过)")
_PARTS = re.compile(r"([≥≤=]?)(\d+(?:\.\d+)?)(\D*)")

BANK: dict[int, tuple[tuple[str, str, str], ...]] = {
    11: (
        ("培训场次", "≥12场", "12场"), ("修缮围墙长度", "≥8公里", "8公里"), ("补助人数", "≥300人", "300人"),
        ("编印教材册数", "≥500册", "520册"), ("巡查次数", "≥24次", "24次"), ("设备购置数量", "≥20台", "20台"),
    ),
    12: (("验收合格率", "≥95%", "96%"), ("设备完好率", "≥98%", "98%"), ("数据准确率", "≥99%", "99%")),
    13: (("资金拨付及时率", "≥95%", "95%"), ("故障响应时间", "≤2小时", "2小时"), ("完工时间", "12月底前", "12月底前")),
    21: (("带动就业收入", "≥30万元", "31万元"), ("节约运行费用", "≥5万元", "5万元")),
    22: (("受益居民人数", "≥5000人", "5100人"), ("政策知晓率", "≥90%", "91%"), ("重大安全事故次数", "0次", "0次")),
    23: (("绿化覆盖率", "≥40%", "41%"), ("垃圾分类达标率", "≥85%", "86%")),
    24: (("设施持续使用年限", "≥5年", "5年"),),
    31: (("服务对象满意度", "≥90%", "92%"), ("群众满意度", "≥92%", "93%")),
    41: (("设备采购成本", "≤50万元", "49万元"), ("维护成本", "≤20万元", "20万元")),
}  # fmt: skip
"""Indicators by category: name, target, actual value."""

GOALS = (
    "完成古树名木普查，全市{n}个村庄一树一档。",
    "保障{n}个社区的养老服务站正常运转，老年人满意度明显提高。",
    "改造供水管网，解决全县{n}个村庄群众饮水问题；水质达标。",
    "按计划完成设备购置，全部投入使用，使用率不低于90%",
)
"""Goals whose numbers say where, and no work that an indicator had to measure."""

KINDS = ("plan", "evaluation", "department")


@dataclass(slots=True)
class Execution:
    """The money of a self-evaluation: a total and its sources, each with budget, adjusted budget and executed amount."""

    total: tuple[Decimal, Decimal, Decimal]
    sources: list[tuple[Decimal, Decimal, Decimal]]
    rate: str = ""
    weight: str = "10"
    score: str = ""


@dataclass(slots=True)
class Content:
    """One form: whose, its goal, money and indicators; of a self-evaluation, execution, total and grade."""

    kind: str
    year: int
    department: str
    unit: str
    project: str
    goal: str
    indicators: list[Indicator]
    cycle_goal: str = ""
    achieved: str = ""
    amount: Decimal | None = None
    execution: Execution | None = None
    total: str = ""
    grade: str = ""
    basic: Decimal = Decimal(0)
    project_amount: Decimal | None = None
    tasks: list[tuple[str, Decimal]] = field(default_factory=list)
    has_reasons: bool = True
    explanation: str = ""
    is_template: bool = False
    weights_planted: bool = False

    def of(self, code: int) -> Indicator:
        """The first indicator of a category."""
        return next(indicator for indicator in self.indicators if indicator.code == code)


def sound(kind: str, random: Random) -> Content:
    """A form in which nothing is wrong."""
    department = random.choice(words.DEPARTMENTS)
    content = Content(
        kind,
        random.randint(2019, 2025),
        department,
        random.choice(words.UNITS).format(department),
        random.choice(words.PROJECTS),
        random.choice(GOALS).format(n=random.randint(20, 300)),
        _indicators(random),
        amount=Decimal(random.randint(20000, 900000)) / 100,
    )
    if kind == "evaluation":
        _evaluate(content, random)
    if kind == "department":
        content.amount = None
        content.tasks = [(name, Decimal(random.randint(10, 900))) for name in random.sample(words.PROJECTS, 2)]
        content.basic = Decimal(random.randint(10, 900))
    return content


def _indicators(random: Random) -> list[Indicator]:
    codes = sorted({11, 12, random.choice((21, 22, 23, 24)), 31, *random.sample(sorted(BANK), 3)})
    found = []
    for code in codes:
        for name, text, actual in random.sample(BANK[code], min(len(BANK[code]), random.choice((1, 1, 2)))):
            found.append(Indicator(code, name, target(text), actual=actual))
    return found


def _evaluate(content: Content, random: Random) -> None:
    assert content.amount
    count = len(content.indicators)
    for number, indicator in enumerate(content.indicators):
        indicator.weight = 90 // count + (1 if number < 90 % count else 0)
        indicator.score = Decimal(indicator.weight)
    budget = content.amount
    executed = (budget * random.choice((1, Decimal("0.97"), Decimal("0.91")))).quantize(Decimal("0.01"))
    rate = 100 * executed / budget
    content.execution = Execution((budget, budget, executed), [(budget, budget, executed)])
    content.execution.rate = f"{rate:.2f}%"
    content.execution.score = f"{rate / 10:.2f}"
    content.achieved = f"已{content.goal}"
    settle(content)


def settle(content: Content) -> None:
    """Make the total what the scores add up to."""
    assert content.execution
    scores = sum((indicator.score or Decimal(0) for indicator in content.indicators), Decimal(0))
    content.total = f"{scores + Decimal(content.execution.score or 0)}"


def weigh(content: Content) -> None:
    """Make the weights of a plan's indicators add up to 100."""
    count = len(content.indicators)
    for number, indicator in enumerate(content.indicators):
        indicator.weight = 100 // count + (1 if number < 100 % count else 0)


def replace(content: Content, code: int, name: str, text: str, actual: str = "") -> Indicator:
    """Give the first indicator of a category another name, target and actual value (blank: that of the target)."""
    indicator = content.of(code)
    indicator.name, indicator.annual, indicator.actual = name, target(text), actual or _SIGN.sub("", text)
    return indicator


def blank() -> Target:
    """A target that is not filled in."""
    return Target("")


def target(text: str) -> Target:
    """A target as printed; sign, number and unit where it is one quantity."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return Target(text)
    return Target(text, unit=parts[3] or None, sign=parts[1], number=parts[2])
