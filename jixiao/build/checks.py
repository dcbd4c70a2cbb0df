"""The checks of a build: models with their contracts and tests, then the expectations."""

from collections.abc import Callable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of one build; ``building`` is told of each model. ``accept_loss`` leaves out the suite of losses."""

    place: Workplace
    building: Started
    accept_loss: bool = False

    def run(self, built_batch: int, valid_batch: int, stage: Callable[[str], None]) -> Validation:
        """Models of what is newer than ``built_batch``, expectations of what is newer than ``valid_batch``.

        Raises NotPublished.
        """
        place = self.place
        stage("building models")
        try:
            build_models(place, built_batch, self.building)
        except DbtFailed as failed:
            raise NotPublished(f"dbt: {failed}", of_models(place.database, failed.nodes)) from failed
        stage("validating")
        from expectations import run  # Great Expectations takes seconds to import

        validation = run.validate(
            place.database, built_batch=valid_batch, memory=memory_limit(), accept_loss=self.accept_loss
        )
        if validation.passed:
            return validation
        told = f"expectations failed (report: {place.report}):\n{validation.failures_told}"
        if {failure.suite for failure in validation.failures} == {run.LOSS}:  # of the delivery, not of a document
            raise NotPublished(f"{told}\n  to publish it all the same: jixiao build --accept-loss", (), validation)
        raise NotPublished(told, of_expectations(place.database, validation), validation)
