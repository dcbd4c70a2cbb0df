"""The landed rows of what a file says of its projects outside their forms: in words, and in lists of projects."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ingest.rows.types import Money, Quantity


@dataclass(slots=True, unsafe_hash=True)
class SaidTotalRow:
    """A number that the words around the forms say of projects together: 12个项目开展自评，涉及资金1,234.5万元."""

    table: ClassVar[str] = "said_totals"

    said_seq: Annotated[int, "1… within the document"]
    sentence_seq: Annotated[int, "1… within the document: what one sentence says belongs together"]
    said_of: Annotated[str | None, "plans (绩效目标), evaluations (自评); null where the words name neither"]
    figure: Annotated[
        str,
        "projects (how many), money (of no named kind), budget, adjusted, executed, average_score, execution_rate; "
        "rate_disagrees, sum_disagrees, product_disagrees, limit_disagrees, survey_disagrees, day_disagrees, "
        "change_disagrees, balance_disagrees, left_open, other_use: what words say against themselves; "
        "all_done: that every project met its goals",
    ]
    said_value: Annotated[
        Quantity, "its value: a count, 万元, points or per cent; of what disagrees, what the other words give"
    ]
    said_printed: Annotated[str, "its printed text, unit included"]
    scope_words: Annotated[str, "the words before it in its clause"]
    is_of_part: Annotated[bool, "true where the words say that it is of some of the projects, or of other money too"]
    words: Annotated[str, "the sentence that says it"]
    page: int
    line: Annotated[int, "line of the file in which the sentence begins"]


@dataclass(slots=True, unsafe_hash=True)
class ListedProjectRow:
    """A project in a list beside the forms (绩效自评结果汇总表, 项目支出表), or the total of the list."""

    table: ClassVar[str] = "listed_projects"

    table_seq: Annotated[int, "1… the list within the document"]
    row_seq: Annotated[int, "1… within the list"]
    heading: Annotated[str | None, "the heading above the list as printed; null where none is"]
    is_evaluated: Annotated[bool, "true for a list of money spent or of scores, false for one of budgets"]
    is_total: Annotated[bool, "true for the line of the total"]
    is_proved: Annotated[
        bool, "true where the projects of the list add up to its one total, or to 项目支出 of the department's form"
    ]
    divides_form: Annotated[
        bool, "true where the total of the list is the money of one form: its rows are parts of that"
    ]
    project_name: Annotated[str | None, "name as printed, without its code; null for the total"]
    allocated_wan: Annotated[Money | None, "the money of a list of budgets, 万元"]
    budget_wan: Annotated[Money | None, "年初预算数, 万元"]
    adjusted_wan: Annotated[Money | None, "全年预算数, 万元: the budget after adjustment"]
    executed_wan: Annotated[Money | None, "全年执行数, 万元"]
    execution_rate: Annotated[Quantity | None, "执行率 as printed, per cent"]
    score: Annotated[Quantity | None, "自评得分 of the project"]
    grade: Annotated[str | None, "评价等级 as printed"]
    goal: Annotated[str | None, "绩效目标 of the project as printed, where the list has one column of goals"]
    words: Annotated[str, "the row as printed, its cells parted by bars"]
    page: int
    line: Annotated[int, "line of the row in the file"]
