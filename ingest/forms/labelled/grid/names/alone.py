"""A target that stands where the name of an indicator does, with no other beside it: ≥95% below 三级指标."""

from dataclasses import replace

from ingest.forms.indicators import PrintedIndicator
from ingest.grammar.named_targets import is_target_alone
from ingest.grammar.targets import read_target


def target_alone(printed: PrintedIndicator) -> PrintedIndicator:
    """The indicator, what compares or is a share its target and no name; its levels say what it is of.

    A bare number may be one of anything.
    """
    if printed.name is None or printed.annual is not None or printed.cycle is not None:
        return printed
    target = read_target(printed.name.text)
    compares = target.operator != "=" or target.unit in ("%", "‰")
    is_of_level = printed.level1 is not None or printed.level2 is not None
    is_target = compares and is_of_level and is_target_alone(printed.name)
    return replace(printed, name=None, annual=printed.name) if is_target else printed
