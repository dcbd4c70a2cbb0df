/** A department over its years: money, projects kept, new and ended, indicators, plan against actual, findings. */

import { core, SEVERITIES } from "../../data/core";
import { projectsOf } from "../../data/lists";
import { histories, links, type History } from "../../data/marts";
import type { Department, Doc } from "../../data/publications";
import { h, type Child } from "../../dom";
import { count, percent, wan, wanLength } from "../../format";
import { t } from "../../i18n";
import { columns, ofYear, type Kind, type Years } from "../../parts/chart/columns";
import { exhibit } from "../../parts/chart/exhibit";
import { sized } from "../../parts/page";
import { address, follow } from "../../router";
import { achieved, spent } from "./actual";
import { documentsOf } from "../continuation";
import { standings, type Standing } from "./continuity";
import { amount, counted, number, yearColumn, yearOf } from "./rows";

const SHADES = { high: "--high", medium: "--mix-3", low: "--line-strong" };

/** The charts of a department of several years, and of plan against actual where it evaluated itself; else nothing. */
export async function overYears(department: Department, documents: readonly Doc[], year: number): Promise<Child> {
  const { department_key: key, city_key: city } = department;
  const rows = (await histories(city)).filter((row) => row.department_key === key);
  const known = new Set(rows.map((row) => row.budget_year));
  const [isSeveral, isEvaluated] = [known.size > 1, rows.some((row) => row.evaluated > 0)];
  if (!isSeveral && !isEvaluated) return null;
  const [list, claims] = await Promise.all([projectsOf(city), links(city)]);
  const standing = standings(
    [...known].map((one) => documentsOf(documents, one)),
    list,
    claims,
  );
  const first = Math.min(...known);
  const all = Array.from({ length: Math.max(...known) - first + 1 }, (_, place) => first + place);
  const years: Years = { all, known, own: year };
  return h(
    "section",
    { class: "over-years" },
    h("h2", {}, t(isSeveral ? "overYears" : "planAgainstActual")),
    h("p", { class: "sectionlead" }, t("overYearsLead")),
    h(
      "div",
      { class: "columns" },
      isSeveral && [
        money(key, years, rows),
        projects(key, years, standing),
        indicators(key, years, rows),
        findings(department, years, rows),
      ],
      isEvaluated && [spent(key, years, rows), achieved(key, years, rows)],
    ),
  );
}

function money(key: number, years: Years, rows: readonly History[]): HTMLElement {
  const sources = core()
    .sources.map((source, place) => ({ ...source, of: (row: History) => BigInt(row.amounts[place] ?? 0) }))
    .filter((source) => rows.some((row) => source.of(row) !== 0n));
  const total = (row: History) => row.amounts.reduce((sum, one) => sum + BigInt(one), 0n);
  const rowOf = new Map(rows.map((row) => [row.budget_year, row]));
  const kinds = sources.map(({ name, of }, place): Kind => ({
    name,
    colour: `--mix-${place + 1}`,
    of: (year) => {
      const row = rowOf.get(year);
      return row ? { length: wanLength(of(row)), text: `${wan(of(row))} ${t("wan")}` } : null;
    },
  }));
  return exhibit({
    id: "money-by-year",
    title: t("moneyOfYears"),
    lead: t("moneyOfYearsLead"),
    isPart: true,
    draw: columns(years, kinds, (year) => {
      const row = rowOf.get(year);
      return row ? sized(total(row)) : "";
    }),
    go: ofYear(years, (year) => follow(yearOf(key, year))),
    columns: [
      yearColumn((year) => yearOf(key, year)),
      ...sources.map(({ name, of }) => amount<History>(t("noted", { name: name, note: t("wan") }), of)),
      amount<History>(t("noted", { name: t("total"), note: t("wan") }), total),
    ],
    rows,
  });
}

type Row = Standing & { budget_year: number };

function projects(key: number, years: Years, standing: readonly Standing[]): HTMLElement {
  const rows = standing.map((one) => ({ ...one, budget_year: one.year }));
  const of = new Map(rows.map((row) => [row.year, row]));
  const to = (year: number) => yearOf(key, year);
  return exhibit({
    id: "projects-by-year",
    title: t("continuity"),
    lead: t("continuityLead"),
    isPart: true,
    draw: columns(
      years,
      [
        counted(rows, t("keptSurely"), "--mix-1", (row) => row.sure),
        counted(rows, t("keptInferred"), "--mix-2", (row) => row.inferred),
        counted(rows, t("fresh"), "--mix-3", (row) => row.fresh),
        counted(rows, t("notCompared"), "--line-strong", (row) => (row.isCompared ? 0 : row.projects)),
        counted(rows, t("ended"), "--mix-4", (row) => -row.ended),
      ],
      (year) => t("projectsOfYear", { n: count(of.get(year)?.projects ?? 0) }),
    ),
    go: ofYear(years, (year) => follow(`${to(year)}?part=continuation`)),
    columns: [
      yearColumn(to),
      number<Row>(t("projects"), (row) => row.projects),
      number<Row>(t("keptSurely"), (row) => row.sure),
      number<Row>(t("keptInferred"), (row) => row.inferred),
      number<Row>(t("fresh"), (row) => row.fresh),
      number<Row>(t("ended"), (row) => row.ended),
      {
        head: t("yearBefore"),
        cell: (row) => (row.isCompared ? "" : t("gapYear")),
        plain: (row) => (row.isCompared ? "" : t("gapYear")),
      },
    ],
    rows,
  });
}

function indicators(key: number, years: Years, rows: readonly History[]): HTMLElement {
  const share = (row: History) => percent(row.quantitative, row.indicators);
  const of = new Map(rows.map((row) => [row.budget_year, row]));
  return exhibit({
    id: "indicators-by-year",
    title: t("indicatorsLong"),
    lead: t("indicatorsOfYearsLead"),
    isPart: true,
    draw: columns(
      years,
      [
        counted(rows, t("quantitativeOnes"), "--mix-1", (row) => row.quantitative),
        counted(rows, t("qualitativeOnes"), "--mix-2", (row) => row.indicators - row.quantitative),
      ],
      (year) => {
        const row = of.get(year);
        return row ? `${count(row.indicators)}\n${share(row)}` : "";
      },
    ),
    go: ofYear(years, (year) => follow(yearOf(key, year))),
    columns: [
      yearColumn((year) => yearOf(key, year)),
      number<History>(t("indicatorsLong"), (row) => row.indicators),
      number<History>(t("quantitativeOnes"), (row) => row.quantitative),
      { head: t("quantitative"), number: true, cell: share, plain: share },
    ],
    rows,
  });
}

function findings(department: Department, years: Years, rows: readonly History[]): HTMLElement {
  const all = (row: History) => row.high + row.medium + row.low;
  const of = new Map(rows.map((row) => [row.budget_year, row]));
  const to = (year: number) =>
    address("findings", [], { city: department.city_key, function: department.function_code, year });
  return exhibit({
    id: "findings-by-year",
    title: t("findings"),
    lead: t("findingsOfYearsLead"),
    isPart: true,
    draw: columns(
      years,
      SEVERITIES.map((name) => counted(rows, t(name), SHADES[name], (row) => row[name])),
      (year) => {
        const row = of.get(year);
        return row ? count(all(row)) : "";
      },
    ),
    go: ofYear(years, (year) => follow(to(year))),
    columns: [
      yearColumn(to),
      ...SEVERITIES.map((name) => number<History>(t(name), (row) => row[name])),
      number<History>(t("total"), all),
    ],
    rows,
  });
}
