"""What a goal says in words beside the targets of the indicators: it promises more, or it does not."""

from random import Random

from tests.judgements.content import Content, replace
from tests.judgements.faults import EVALUATION, PLAN, fault


def _promise(content: Content, words: str, target: str) -> None:
    content.goal = f"改造供水管网，保障城区居民用水，{words}，解决高层住户用水问题。"
    replace(content, 12, "管网供水保证率", target, "99%")


@fault(PLAN + EVALUATION, "target_below_goal")
def a_goal_that_promises_more(content: Content, _: Random) -> None:
    _promise(content, "管网供水保证率达到98%以上", "≥95%")


@fault(PLAN, "target_below_goal")
def a_goal_that_promises_more_in_short(content: Content, _: Random) -> None:
    _promise(content, "供水保证率不低于97%", "≥90%")


@fault(PLAN + EVALUATION)
def a_goal_that_promises_less(content: Content, _: Random) -> None:
    _promise(content, "管网供水保证率达到95%以上", "≥98%")


@fault(PLAN)
def a_goal_that_tells_where_it_comes_from(content: Content, _: Random) -> None:
    _promise(content, "管网供水保证率由96%逐年改善", "≥90%")
