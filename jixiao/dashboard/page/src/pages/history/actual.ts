/** Plan against actual over the years, as the self-evaluations say: money planned and spent, targets met and missed. */

import type { History } from "../../data/marts";
import { count, fen, percent, wan, wanLength } from "../../format";
import { t } from "../../i18n";
import { columns, ofYear, type Kind, type Years } from "../../parts/chart/columns";
import { exhibit } from "../../parts/chart/exhibit";
import { follow } from "../../router";
import { amount, counted, number, yearColumn, yearOf } from "./rows";

/** Money planned and spent of the projects for which both are known. */
export function spent(key: number, years: Years, rows: readonly History[]): HTMLElement {
  const of = new Map(rows.map((row) => [row.budget_year, row]));
  const rate = (row: History) =>
    row.planned === null || row.executed === null
      ? "—"
      : percent(wanLength(BigInt(row.executed)), wanLength(BigInt(row.planned)));
  const money = (name: string, colour: string, value: (row: History) => string | null): Kind => ({
    name,
    colour,
    of: (year) => {
      const one = fen(value(of.get(year) ?? ({} as History)));
      return one === null ? null : { length: wanLength(one), text: `${wan(one)} ${t("wan")}` };
    },
  });
  return exhibit({
    id: "spent-by-year",
    title: t("execution"),
    lead: t("planAgainstActualLead"),
    isPart: true,
    draw: columns(
      years,
      [
        money(t("planned"), "--mix-2", (row) => row.planned ?? null),
        money(t("moneySpent"), "--mix-1", (row) => row.executed ?? null),
      ],
      (year) => {
        const row = of.get(year);
        return row?.compared ? `${t("executionRate")} ${rate(row)}` : "";
      },
      false,
    ),
    go: ofYear(years, (year) => follow(yearOf(key, year))),
    columns: [
      yearColumn((year) => yearOf(key, year)),
      amount<History>(t("noted", { name: t("planned"), note: t("wan") }), (row) => fen(row.planned)),
      amount<History>(t("noted", { name: t("moneySpent"), note: t("wan") }), (row) => fen(row.executed)),
      { head: t("executionRate"), number: true, cell: rate, plain: rate },
      number<History>(t("projectsEvaluated"), (row) => row.evaluated),
      number<History>(t("projectsComparable"), (row) => row.compared),
    ],
    rows,
  });
}

/** Targets of the self-evaluated projects that were met, missed, or cannot be compared. */
export function achieved(key: number, years: Years, rows: readonly History[]): HTMLElement {
  const of = new Map(rows.map((row) => [row.budget_year, row]));
  return exhibit({
    id: "achieved-by-year",
    title: t("targetsOfYears"),
    lead: t("targetsOfYearsLead"),
    isPart: true,
    draw: columns(
      years,
      [
        counted(rows, t("metYes"), "--mix-1", (row) => row.met),
        counted(rows, t("metNo"), "--high", (row) => row.missed),
        counted(rows, t("metUnknown"), "--line-strong", (row) => row.unknown),
      ],
      (year) => {
        const row = of.get(year);
        return row && row.met + row.missed > 0 ? `${t("metYes")} ${percent(row.met, row.met + row.missed)}` : "";
      },
    ),
    go: ofYear(years, (year) => follow(yearOf(key, year))),
    columns: [
      yearColumn((year) => yearOf(key, year)),
      number<History>(t("metYes"), (row) => row.met),
      number<History>(t("metNo"), (row) => row.missed),
      number<History>(t("metUnknown"), (row) => row.unknown),
      { head: t("targets"), number: true, cell: (row) => count(all(row)), plain: all },
    ],
    rows,
  });
}

const all = (row: History) => row.met + row.missed + row.unknown;
