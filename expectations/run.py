"""Validate a built warehouse: every suite in one Great Expectations checkpoint, on a read-only connection."""

import logging
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import Any

import great_expectations as gx
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations import Expectation

from expectations import dialect
from expectations.batch import documents_since
from expectations.outcome import result, unevaluated
from expectations.suites.amounts import AMOUNTS
from expectations.suites.audit import AUDIT
from expectations.suites.coverage import COVERAGE
from expectations.suites.departments import DEPARTMENTS
from expectations.suites.evaluations import EVALUATIONS
from expectations.suites.facts import FACTS
from expectations.suites.findings import FINDINGS
from expectations.suites.keys import KEYS
from expectations.suites.names import NAMES
from expectations.suites.reading.identity import IDENTITY
from expectations.suites.reading.laws import LAWS
from expectations.suites.reading.lists import LISTS
from expectations.suites.reading.losses import LOSSES
from expectations.suites.reading.printed import PRINTED
from expectations.suites.reading.traceability import TRACEABILITY
from expectations.suites.sums.comparisons import COMPARISONS
from expectations.suites.sums.counts import COUNTS
from expectations.suites.target_forms import TARGET_FORMS
from expectations.suites.totals import TOTALS
from expectations.validation import LOSS, Validation

SUITES: Mapping[str, tuple[Expectation, ...]] = {
    "totals": TOTALS,
    "amounts": AMOUNTS,
    "facts": FACTS,
    "keys": KEYS,
    "coverage": COVERAGE,
    "evaluations": EVALUATIONS,
    "departments": DEPARTMENTS,
    "comparisons": COMPARISONS,
    "counts": COUNTS,
    "names": NAMES,
    "audit": AUDIT,
    "target_forms": TARGET_FORMS,
    "findings": FINDINGS,
    "printed": PRINTED,
    "laws": LAWS,
    "lists": LISTS,
    "identity": IDENTITY,
    "losses": LOSSES,
    "traceability": TRACEABILITY,
}
"""The expectations by suite."""

_RESULT_FORMAT = {"result_format": "COMPLETE", "unexpected_index_column_names": ["file_name"]}


def validate(
    warehouse: Path,
    names: Collection[str] | None = None,
    built_batch: int = 0,
    memory: str | None = None,
    accept_loss: bool = False,
) -> Validation:
    """Check the file ``warehouse`` against every suite, or against the expectations called ``names`` alone.

    With ``built_batch``, the last batch that was built and found valid, only documents touched since are looked at.
    ``memory`` is the limit of DuckDB (such as ``4GB``; None: its own). ``accept_loss`` leaves out the suite of losses.

    The file is opened read-only and closed again; nothing is written anywhere. An expectation that cannot be
    evaluated fails, with its exception. Raises FileNotFoundError.
    """
    if not warehouse.is_file():
        raise FileNotFoundError(f"no warehouse {warehouse}")
    suites = {
        suite: asked
        for suite, expectations in SUITES.items()
        if not (accept_loss and suite == LOSS)
        and (asked := [known for known in expectations if names is None or known.meta["name"] in names])
    }
    found: Mapping[str, Any] = {}
    reason = "the checkpoint gave no result"
    try:
        with _quiet():
            found = _run_checkpoint(warehouse, suites, built_batch, memory)
    except Exception as error:  # whatever keeps a suite from running must keep the warehouse from being published
        reason = f"{type(error).__name__}: {error}"
    results = [
        result(suite, expectation, found[name]) if name in found else unevaluated(suite, expectation, reason)
        for suite, expectations in suites.items()
        for expectation in expectations
        for name in [expectation.meta["name"]]
    ]
    return Validation(tuple(results), built_batch)


def _run_checkpoint(
    warehouse: Path, suites: Mapping[str, Sequence[Expectation]], built_batch: int, memory: str | None
) -> dict[str, Any]:
    """What Great Expectations found, by the name of the expectation. The suites share one batch."""
    config = {"memory_limit": memory} if memory else {}
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    dialect.register()
    source = context.data_sources.add_sql(
        "warehouse",
        connection_string=dialect.URL,
        kwargs={"connect_args": {"database": str(warehouse), "read_only": True, "config": config}},
        create_temp_table=False,
    )
    try:
        asset = source.add_query_asset("documents", query=documents_since(built_batch))
        batch = asset.add_batch_definition("looked at")
        definitions = []
        for name, expectations in suites.items():
            copies = [copy(expectation) for expectation in expectations]  # each belongs to one suite for good
            suite = context.suites.add(gx.ExpectationSuite(name=name, expectations=copies))
            definition = gx.ValidationDefinition(name=name, data=batch, suite=suite)
            definitions.append(context.validation_definitions.add(definition))
        checkpoint = gx.Checkpoint(name="publish", validation_definitions=definitions, result_format=_RESULT_FORMAT)
        outcome = context.checkpoints.add(checkpoint).run()
        return {
            evaluated.expectation_config.meta["name"]: evaluated
            for run in outcome.run_results.values()
            for evaluated in run.results
        }
    finally:
        # Each holds connections of its own; an open one would keep the process from writing to the file.
        source.get_execution_engine().close()
        source.get_engine().dispose()


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the warnings and log lines of Great Expectations: what matters is in the results."""
    disabled = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)
