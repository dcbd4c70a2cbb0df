"""The models on Spark: dbt in this process and in its Spark session, its SQL translated as it is compiled."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dbt.compilation import Compiler

from jixiao import dbt
from jixiao.spark.dialect import translate


def build_models(folder: Path) -> int:
    """Build and test seeds and models anew from schema ``landing`` of the open session; gives the number of nodes.

    Raises DbtFailed.
    """
    command = [*dbt.QUIET, "build", "--exclude-resource-type=unit_test", "--full-refresh"]
    return len(dbt.nodes_of(run_dbt(folder, command)))


def run_dbt(folder: Path, arguments: Sequence[str]) -> Any:
    """Run dbt with ``--target spark`` in the open session of ``folder``; gives dbt's result."""
    with _translating():
        return dbt.run([*arguments, "--target=spark"], folder / "target", folder)


@contextmanager
def _translating() -> Iterator[None]:
    """While it lasts, dbt translates what it compiles; a macro cannot call Python, so no dispatch could."""
    compiled = Compiler._compile_code

    def compile_and_translate(self: Compiler, node: Any, *arguments: Any, **named: Any) -> Any:
        found = compiled(self, node, *arguments, **named)
        is_fixture = node.get_materialization() == "ephemeral"  # of a unit test: written for Spark by dbt itself
        if found.compiled_code.strip() and not is_fixture:  # a hook may have nothing to say
            found.compiled_code = translate(found.compiled_code)
        return found

    Compiler._compile_code = compile_and_translate
    try:
        yield
    finally:
        Compiler._compile_code = compiled
