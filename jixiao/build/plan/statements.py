"""The plan of a build: the statements of models and seeds and the queries of tests, run straight on one file.

dbt is the only compiler. The SQL of models and tests is the same in every build (see macros/touched.sql), and a whole
build of a file that holds nothing but schema landing sends the same statements every time; so what dbt sent once
serves the builds that follow. A plan says what dbt would say: that everything is built and every test passes, or which
models and tests fail because of rows. Where something else goes wrong it says nothing, and dbt builds the same again.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count

import duckdb

from jixiao.build.faults import is_caused_by_rows
from jixiao.build.plan import schedule
from jixiao.connections import beside, memory_limit
from jixiao.dbt import Failed

Started = Callable[[int, int], None]
"""Called as each node starts, with its number and the count of all."""

_FEW = 1000
"""Documents up to which more threads only double the work of so many small statements."""
_COSTLY = "common_subplan, common_subexpressions"
"""Optimizers that find what a statement says twice, which takes longer than to do it twice for so few documents."""
_AT_ONCE = 2
"""Models that are built at once, of so few documents; the longest chain of them takes half the time of all."""


@dataclass(frozen=True, slots=True)
class Node:
    """A seed, a model or a test (``kind``), named as dbt names it.

    ``whole`` are the statements that create it, ``again`` those that build what is new of it: a transaction each. The
    ``query`` gives the rows of a model, or those that fail a test. ``tested`` is the model that a test belongs to,
    ``parents`` the places of the nodes without which dbt skips it.
    """

    name: str
    kind: str
    whole: Sequence[str]
    again: Sequence[str]
    query: str
    tested: str | None
    parents: Sequence[int]


class _Unknown(Exception):
    """Something fails that no row can be the cause of."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The nodes in the order in which dbt runs them, and what it does before and after them.

    ``is_whole`` is false where only the statements of what is new are known.
    """

    is_whole: bool
    nodes: Sequence[Node]
    begins: Sequence[str]
    ends: Sequence[str]
    ends_again: Sequence[str]

    def run(self, connection: duckdb.DuckDBPyConnection, started: Started, is_whole: bool) -> tuple[Failed, ...] | None:
        """Build and test an open file: all of it where it holds nothing yet, else what is new.

        Gives what fails, nothing where all is well; None where it is for dbt to say.
        """
        try:
            connection.execute(f"set memory_limit = '{memory_limit()}'")
            is_small = _documents(connection, is_whole) <= _FEW
            connection.execute("set threads = 1" if is_small else "reset threads")
            connection.execute(f"set disabled_optimizers = '{_COSTLY if is_small else ''}'")
            with ExitStack() as opened:
                others = [opened.enter_context(beside(connection)) for _ in range(_AT_ONCE - 1 if is_small else 0)]
                return _Run(self, [connection, *others], started, is_whole).failed()
        except (duckdb.Error, _Unknown):
            return None


def holds_nothing_built(connection: duckdb.DuckDBPyConnection) -> bool:
    """True for a file in which no model was built: it holds landed rows, and what was recorded of validations."""
    query = "select count(*) from duckdb_tables() where schema_name not in ('landing', 'quality')"
    return connection.execute(query).fetchall() == [(0,)]


def _documents(connection: duckdb.DuckDBPyConnection, is_whole: bool) -> int:
    """The documents that a build takes up: all of them, or those landed since the last one."""
    landed = "select count(*) from landing.documents"
    is_new = "" if is_whole else "where batch_id > (select coalesce(max(built_batch), 0) from landing.progress)"
    ((documents,),) = connection.execute(f"{landed} {is_new}").fetchall()
    return int(documents)


@dataclass(slots=True)
class _Run:
    plan: Plan
    connections: Sequence[duckdb.DuckDBPyConnection]
    started: Started
    is_whole: bool
    found: dict[int, Failed] = field(default_factory=dict)
    """What failed, by its place in the plan."""

    def failed(self) -> tuple[Failed, ...]:
        """Build, test and end; gives what fails. Raises _Unknown and duckdb.Error."""
        plan = self.plan
        for statement in plan.begins if self.is_whole else ():
            self.connections[0].execute(statement)
        self._build_and_test()
        if self.found:
            skipped = self._skipped()
            return tuple(failed for place, failed in sorted(self.found.items()) if place not in skipped)
        for statement in plan.ends if self.is_whole else plan.ends_again:
            self.connections[0].execute(statement)
        return ()

    def _build_and_test(self) -> None:
        """Every model after those it reads, the tests of each after it, by as many connections as there are."""
        nodes = self.plan.nodes
        tests = dict(enumerate(_by_model(nodes), start=len(nodes)))
        needs = {place: self._read(node) for place, node in enumerate(nodes) if node.kind != "test"}
        sizes = {place: sum(map(len, self._statements(place))) for place in needs}
        needs |= {own: set().union(*(self._read(nodes[place]) for place in places)) for own, places in tests.items()}
        total = sum(map(bool, sizes.values())) + len(tests)
        numbers = count(1)

        def work(connection: duckdb.DuckDBPyConnection, task: int) -> None:
            if task in tests or self._statements(task):
                self.started(next(numbers), total)
            if task in tests:
                self._test(connection, tests[task])
            else:
                self._build(connection, task)

        schedule.run(needs, {**dict.fromkeys(tests, 0), **sizes}, self.connections, work)

    def _read(self, node: Node) -> set[int]:
        """The places of what a node reads, and not of the tests that dbt runs before it."""
        return {place for place in node.parents if self.plan.nodes[place].kind != "test"}

    def _statements(self, place: int) -> Sequence[str]:
        node = self.plan.nodes[place]
        return node.whole if self.is_whole else node.again

    def _build(self, connection: duckdb.DuckDBPyConnection, place: int) -> None:
        statements = self._statements(place)
        if not statements or (self.found and place in self._skipped()):
            return
        connection.begin()
        try:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        except duckdb.Error as error:
            connection.rollback()
            if not is_caused_by_rows(str(error)):
                raise _Unknown from error
            node = self.plan.nodes[place]
            self.found[place] = Failed(node.name, "error", str(error), node.query)

    def _test(self, connection: duckdb.DuckDBPyConnection, places: Sequence[int]) -> None:
        """Tests of a model: all in one query, each alone where one fails."""
        skipped = self._skipped() if self.found else ()
        places = [place for place in places if place not in skipped]
        queries = [f"select count(*) as failing from (\n{self.plan.nodes[place].query}\n) as test" for place in places]
        if not queries:
            return
        summed = f"select cast(sum(failing) as bigint) from ({' union all '.join(queries)}) as tests"
        if connection.execute(summed).fetchall() == [(0,)]:
            return
        for place, query in zip(places, queries, strict=True):
            ((failing,),) = connection.execute(query).fetchall()
            if failing:
                results = f"{failing} result{'' if failing == 1 else 's'}"
                node = self.plan.nodes[place]
                message = f"Got {results}, configured to fail if != 0"
                self.found[place] = Failed(node.name, "fail", message, node.query)

    def _skipped(self) -> Collection[int]:
        """The nodes that dbt does not run, since something before them failed or was skipped."""
        skipped: set[int] = set()
        for place, node in enumerate(self.plan.nodes):
            if any(parent in skipped or parent in self.found for parent in node.parents):
                skipped.add(place)
        return skipped


def _by_model(nodes: Sequence[Node]) -> list[list[int]]:
    """The places of tests, by the model they belong to."""
    tests: dict[str | None, list[int]] = {}
    for place, node in enumerate(nodes):
        if node.kind == "test":
            tests.setdefault(node.tested, []).append(place)
    return list(tests.values())
