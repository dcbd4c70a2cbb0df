/** The ten findings that an auditor opens first, of what the filters let through. */

import { core } from "../data/core";
import { priorities, type Priority } from "../data/marts";
import { fill, h } from "../dom";
import { witnessed } from "../evidence/drawer";
import { count, fen, wan } from "../format";
import { either, named, t } from "../i18n";
import type { Chosen } from "../parts/filters";
import { link, rowsInScope, section, severityMark } from "../parts/page";
import { table } from "../parts/table";
import { address } from "../router";

const MOST = 10;

/** Fills a host once the list is loaded. The list is in order, so that the first of a scope are the first found. */
export async function openedFirst(host: HTMLElement, now: Chosen): Promise<void> {
  const first = rowsInScope(await priorities(now["city"]), now).slice(0, MOST);
  if (first.length) fill(host, section(t("priorities"), t("prioritiesLead"), listed(first)));
}

function listed(rows: readonly Priority[]): HTMLElement {
  const { ruleOf } = core();
  const title = (row: Priority) => {
    const rule = ruleOf.get(row.rule_code);
    return rule ? either(rule.title_zh, rule.title_en) : row.rule_code;
  };
  return table(
    t("priorities"),
    [
      { head: t("severity"), cell: (row) => severityMark(row.severity) },
      {
        head: t("rule"),
        wide: true,
        cell: (row) =>
          witnessed(title(row), `${title(row)} · ${either(row.message, row.message_en)}`, row.document_key, [row]),
      },
      { head: t("department"), wide: true, cell: (row) => row.department_name },
      { head: t("year"), number: true, cell: (row) => row.budget_year },
      {
        head: t("project"),
        wide: true,
        cell: (row) =>
          row.project_key === null
            ? "—"
            : link(row.project || t("unnamed"), address("project", [row.document_key, row.project_key])),
      },
      { head: t("atStake"), number: true, cell: (row) => wan(fen(row.amount)) },
      { head: t("repeats"), number: true, cell: (row) => count(row.repeats) },
      { head: t("certainty"), cell: (row) => h("span", { class: "level" }, named("certainty", row.certainty)) },
      { head: t("firstYear"), number: true, cell: (row) => row.first_year },
    ],
    rows,
  );
}
