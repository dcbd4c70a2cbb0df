"""The checks of a build: models with their contracts and tests, then the expectations."""

from collections.abc import Callable

from expectations.validation import Validation
from jixiao.build.faults import Fault, of_expectations, of_models
from jixiao.build.models import Started, build_models
from jixiao.build.workplace import Workplace
from jixiao.dbt import DbtFailed
from jixiao.memory import memory_limit


class NotPublished(RuntimeError):
    """A model or an expectation failed: the published warehouse stays as it was.

    ``faults`` are the checks that failed, ``validation`` what the expectations found where they were asked.
    """

    def __init__(self, message: str, faults: tuple[Fault, ...] = (), validation: Validation | None = None) -> None:
        super().__init__(message)
        self.faults = faults
        self.validation = validation


def check(
    place: Workplace,
    built_batch: int,
    valid_batch: int,
    stage: Callable[[str], None],
    building: Started,
) -> Validation:
    """Models of what is newer than ``built_batch``, expectations of what is newer than ``valid_batch``.

    Raises NotPublished.
    """
    stage("building models")
    try:
        build_models(place, built_batch, building)
    except DbtFailed as failed:
        raise NotPublished(f"dbt: {failed}", of_models(place.database, failed.nodes)) from failed
    stage("validating")
    from expectations import run  # Great Expectations takes seconds to import

    validation = run.validate(place.database, built_batch=valid_batch, memory=memory_limit())
    if not validation.passed:
        told = f"expectations failed (report: {place.report}):\n{validation.failures_told}"
        raise NotPublished(told, of_expectations(place.database, validation), validation)
    return validation
