"""The checks of a build: models with their contracts and tests, then the expectations."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from expectations import straight
from expectations.validation import LOSS, Result, Validation
from jixiao.build.faults import Fault, of_expectations, of_models
from jixiao.build.models import build_models
from jixiao.build.plan.kept import keep, kept
from jixiao.build.plan.statements import Started
from jixiao.build.workplace import Workplace
from jixiao.connections import memory_limit
from jixiao.dbt import DbtFailed

_ASKED = "expectations"


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
            build_models(place, built_batch, self.building, bool(valid_batch))
        except DbtFailed as failed:
            raise NotPublished(f"dbt: {failed}", of_models(place.open(), failed.failed)) from failed
        stage("validating")
        validation = self._validation(valid_batch)
        if validation.passed:
            return validation
        told = f"expectations failed (report: {place.report}):\n{validation.failures_told}"
        if {failure.suite for failure in validation.failures} == {LOSS}:  # of the delivery, not of a document
            raise NotPublished(f"{told}\n  to publish it all the same: jixiao build --accept-loss", (), validation)
        raise NotPublished(told, of_expectations(place.open(), validation), validation)

    def _validation(self, valid_batch: int) -> Validation:
        """What the expectations find: asked straight where Great Expectations asked the same before."""
        place = self.place
        asked = [Result(**{**result, "unexpected": ()}) for result in kept(place, _ASKED) or ()]
        asked = [result for result in asked if not (self.accept_loss and result.suite == LOSS)]
        found = straight.validate(place.open(), asked, valid_batch, memory_limit()) if asked else None
        if found is not None:
            return found
        from expectations import run  # Great Expectations takes seconds to import

        place.close()
        found = run.validate(
            place.database, built_batch=valid_batch, memory=memory_limit(), accept_loss=self.accept_loss
        )
        if found.passed and not self.accept_loss:
            keep(place, _ASKED, [asdict(result) for result in found.results])
        return found
