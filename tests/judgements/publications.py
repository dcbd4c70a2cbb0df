"""Whole publications: words and a list around the forms of several projects, which contradict them or do not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from ingest.readers.text.encodings import decode
from tests.drawing.forms.media import printed
from tests.judgements.content import Content, replace, sound, weigh
from tests.judgements.draw import draw_form

AGAIN = 2
_PLACES = ("东河", "西岭", "南坪")
_ACTS = (("堤防养护", "公里"), ("校舍修缮", "间"), ("苗木补植", "株"))
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_HUNDRED = Decimal(100)


@dataclass(slots=True)
class Listed:
    """A row of the list: name, budget, adjusted budget, executed amount in 万元, score."""

    name: str
    amounts: list[Decimal]
    score: Decimal | None


@dataclass(slots=True)
class Publication:
    """The forms of projects with what stands around them; what is said is made of the forms unless a fault is planted."""

    kind: str
    forms: list[Content]
    listed: list[Listed]
    count: str = ""
    money: Decimal = Decimal(0)
    executed: Decimal = Decimal(0)
    scope: str = ""
    also: str = ""
    of_part: str = ""
    unit: str = "万元"

    @property
    def is_evaluated(self) -> bool:
        """True for self-evaluations."""
        return self.kind == "evaluation"


Plant = Callable[[Publication, Random], None]
PUBLICATIONS: dict[str, tuple[str, tuple[str, ...], Plant]] = {}
"""By name: the kind of its forms, what is raised, and what makes it so."""


def publication(kind: str, *raises: str) -> Callable[[Plant], Plant]:
    """Register a publication."""

    def register(plant: Plant) -> Plant:
        PUBLICATIONS[plant.__name__] = kind, raises, plant
        return plant

    return register


def publications() -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Each as a page: its file name, its bytes and what a careful reader raises."""
    number = 0
    for name, (kind, raises, plant) in PUBLICATIONS.items():
        for again in range(AGAIN):
            random = Random(f"{name} {again}")
            made = _sound(kind, random, number)
            plant(made, random)
            yield f"published_{number:03d}.html", _page(made, random), raises
            number += 1


def _sound(kind: str, random: Random, number: int) -> Publication:
    forms = [sound(kind, random) for _ in _PLACES]
    place = "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in f"{number:03d}")
    for at, (form, where, (act, unit)) in enumerate(zip(forms, _PLACES, _ACTS, strict=True)):
        form.year, form.department = forms[0].year, forms[0].department.replace("局", f"局{place}公开分局", 1)
        form.unit, form.project = form.department, f"{where}{place}{act}项目"
        form.goal = f"按计划完成{where}片区的{act}，{('水毁', '漏雨', '枯死')[at]}问题不再发生。"
        for indicator in form.indicators:
            indicator.name = f"{where}{indicator.name}"
        replace(form, 11, f"{where}{act}数量", f"≥{30 + 7 * at}{unit}")
        if kind == "plan":
            weigh(form)
    listed = [
        Listed(
            form.project,
            list(form.execution.total) if form.execution else [form.amount or Decimal(0)],
            Decimal(form.total) if form.total else None,
        )
        for form in forms
    ]
    made = Publication(kind, forms, listed, f"{len(forms)}")
    made.money = sum((row.amounts[min(1, len(row.amounts) - 1)] for row in listed), Decimal(0))
    made.executed = sum((row.amounts[-1] for row in listed), Decimal(0))
    return made


def _page(made: Publication, random: Random) -> bytes:
    year, department = made.forms[0].year, made.forms[0].department
    if made.is_evaluated:
        said = (
            f"根据预算绩效管理要求，本部门组织对{year}年度{made.of_part}{made.count}个项目开展绩效自评，"
            f"涉及{made.scope}全年预算资金{made.money:,.2f}万元，全年执行数{made.executed:,.2f}万元{made.also}。"
        )
    else:
        said = (
            f"{year}年本部门实行绩效目标管理的{made.of_part}项目{made.count}个，"
            f"涉及{made.scope}资金{made.money:,.2f}万元{made.also}。"
        )
    parts = [
        f"<p>{department}{year}年度部门{'决算' if made.is_evaluated else '预算'}公开说明</p>",
        "<p>一、预算绩效情况说明</p>",
        f"<p>{said}</p>",
        *_list(made),
        "<p>附件：各项目表</p>",
        *(_form(form, random) for form in made.forms),
    ]
    return f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>".encode()


def _form(form: Content, random: Random) -> str:
    data = printed(draw_form(form, random), "html", random)
    page, _ = decode(data)
    found = _BODY.search(page)
    return found[1] if found else page


def _list(made: Publication) -> Iterator[str]:
    year = made.forms[0].year
    heads = ("年初预算数", "全年预算数", "全年执行数", "自评得分") if made.is_evaluated else ("合计",)
    title = f"{year}年度项目支出绩效自评结果汇总表" if made.is_evaluated else f"{year}年项目支出表"
    yield f"<p>{title}</p><p>单位：{made.unit}</p><table border=1>"
    yield _row("序号", "项目名称", *heads)
    for number, row in enumerate(made.listed, start=1):
        score = [f"{row.score}"] if made.is_evaluated else []
        yield _row(f"{number}", row.name, *(_amount(made, amount) for amount in row.amounts), *score)
    sums = [sum(amounts, Decimal(0)) for amounts in zip(*(row.amounts for row in made.listed), strict=True)]
    yield _row("合计", "", *(_amount(made, amount) for amount in sums), *([""] if made.is_evaluated else []))
    yield "</table>"


def _amount(made: Publication, amount: Decimal) -> str:
    return f"{amount * 10000:,.2f}" if made.unit == "元" else f"{amount:,.2f}"


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


@publication("evaluation")
def evaluations_as_said(made: Publication, random: Random) -> None:
    scores = [row.score for row in made.listed if row.score is not None]
    average = sum(scores, Decimal(0)) / len(scores)
    made.also = f"，占项目支出总额的100%，平均得分{average:.1f}分"


@publication("plan")
def plans_as_said(made: Publication, random: Random) -> None:
    made.also = "，绩效目标覆盖率100%"


@publication("plan", "said_count_not_forms")
def more_plans_counted(made: Publication, random: Random) -> None:
    made.count = f"{len(made.forms) + random.choice((1, 2))}"


@publication("evaluation", "said_count_not_forms")
def fewer_evaluations_counted(made: Publication, random: Random) -> None:
    made.count = f"{len(made.forms) - 1}"


@publication("plan", "said_money_not_forms")
def other_money_of_plans(made: Publication, random: Random) -> None:
    made.money += random.choice((Decimal(9), Decimal("27.18")))


@publication("evaluation", "said_money_not_forms")
def other_money_spent(made: Publication, random: Random) -> None:
    made.executed -= random.choice((Decimal(18), Decimal("0.9")))


@publication("evaluation", "said_average_not_scores")
def other_average(made: Publication, random: Random) -> None:
    made.also = f"，自评平均得分{random.choice(('62.5', '71.3'))}分"


@publication("evaluation", "said_rate_not_each")
def all_money_said_to_be_spent(made: Publication, random: Random) -> None:
    made.also = "，各项目预算执行率均为100%"


@publication("evaluation", "listed_money_not_form")
def other_money_in_the_list(made: Publication, random: Random) -> None:
    random.choice(made.listed).amounts[-1] += Decimal("3.60")


@publication("plan", "listed_money_not_form")
def other_budget_in_the_list(made: Publication, random: Random) -> None:
    random.choice(made.listed).amounts[0] += Decimal(18)


@publication("evaluation", "listed_score_not_form")
def other_score_in_the_list(made: Publication, random: Random) -> None:
    row = random.choice(made.listed)
    row.score = (row.score or _HUNDRED) - 3


@publication("evaluation", "form_not_listed")
def left_out_of_the_list(made: Publication, random: Random) -> None:
    made.listed.pop(random.randrange(len(made.listed)))


@publication("plan")
def key_projects_counted(made: Publication, random: Random) -> None:
    made.of_part, made.count = "重点", "9"


@publication("plan")
def all_projects_of_a_larger_budget(made: Publication, random: Random) -> None:
    made.count, made.money = "12", made.money * 4


@publication("plan")
def money_of_a_fund(made: Publication, random: Random) -> None:
    made.scope, made.money = "政府性基金", made.money / 2


@publication("evaluation")
def list_in_another_unit(made: Publication, random: Random) -> None:
    made.unit = "元"


@publication("plan")
def list_without_digits(made: Publication, random: Random) -> None:
    for row in made.listed:
        row.amounts = [round(amount) * Decimal("1.00") for amount in row.amounts]


@publication("plan")
def list_by_other_names(made: Publication, random: Random) -> None:
    for row in made.listed:
        row.name = row.name.removesuffix("项目") + random.choice(("", "经费", "项目资金"))


@publication("plan")
def list_with_one_project_twice(made: Publication, random: Random) -> None:
    first = made.listed[0]
    half = first.amounts[0] / 4
    made.listed.append(Listed(first.name, [half], None))
    first.amounts = [first.amounts[0] - half]
