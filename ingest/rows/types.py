"""The exact decimal types of landed columns."""

from decimal import Decimal
from typing import Annotated, NamedTuple


class Digits(NamedTuple):
    """The precision and scale of an exact decimal column."""

    precision: int
    scale: int


Money = Annotated[Decimal, Digits(18, 6)]
"""An amount in 万元; six decimals hold every 分."""

Quantity = Annotated[Decimal, Digits(28, 8)]
"""A target value in its printed unit."""

Points = Annotated[Decimal, Digits(8, 2)]
"""A length on a page, 1/72 inch."""
