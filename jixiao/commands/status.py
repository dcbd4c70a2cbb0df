"""``jixiao status``: what a warehouse holds, on one screen."""

from pathlib import Path

import click
import duckdb
from rich.table import Table
from rich.text import Text

from jixiao.commands.language import count_of, label, listed, speaks_chinese, term, told
from jixiao.commands.state import State
from jixiao.commands.terminal import PlainConsole, fail, unreadable, warehouse_option
from jixiao.plain import plain


@click.command("status", short_help="Show what a warehouse holds and how far it adds up.")
@warehouse_option("Published warehouse to describe.")
def status_command(warehouse: Path) -> None:
    """Show what a warehouse holds: documents, coverage, reconciliation, findings, last validation, quarantine.

    Exit status: 0 shown, 2 there is no warehouse.
    """
    from jixiao.commands.state import state
    from jixiao.warehouse import NoWarehouse, open_warehouse

    try:
        with open_warehouse(warehouse) as connection:
            found = state(connection)
    except NoWarehouse as error:
        fail(str(error))
    except duckdb.Error as error:
        fail(unreadable(warehouse, error))
    PlainConsole().print(_screen(found))


def _screen(found: State) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value in _lines(found):
        table.add_row(label(name), Text(plain(value), overflow="fold"))
    return table


def _lines(found: State) -> list[tuple[str, str]]:
    batch, met, checked = found.validation
    years = " – ".join(str(year) for year in dict.fromkeys(found.years))
    hit, rules = found.rules
    findings = listed(
        f"{term('severity', severity)} {count}" if speaks_chinese() else f"{count} {severity}"
        for severity, count in found.findings
    )
    return [
        ("documents 文件", told(f"{found.documents} current, {found.superseded} superseded")),
        ("coverage 覆盖", told(f"{found.cities} cities, {found.departments} departments, budget years {years}")),
        (
            "contents 内容",
            told(f"{found.projects} projects, {found.indicators} indicators, {found.amount_wan:,.2f} 万元"),
        ),
        ("departments 部门整体", told(f"{count_of(found.department_forms)} forms of a whole department")),
        ("understood 文字识别率", told(f"{100 * found.understood:.2f} % of the characters")),
        *(
            (
                "reconciled 勾稽核对",
                told(f"{reconcile} of {totals} printed totals of level {term('level', level)}"),
            )
            for level, totals, reconcile in found.totals
        ),
        ("findings 审计疑点", findings or told("none")),
        ("rules 规则", told(f"{hit} of {rules} rules have findings")),
        ("validation 检验", told(f"{met} of {checked} expectations met, batch {batch}")),
        ("quarantine 隔离", told(f"{count_of(len(found.quarantined))} documents")),
        *(
            ("", f"{name}: {code}: {chinese if speaks_chinese() else message}")
            for name, code, message, chinese in found.quarantined
        ),
    ]
