/** Findings counted by rule, by department and in a matrix of both, each with the money at stake. */

import { SEVERITIES, type SeverityName } from "../../data/core";
import { h, type Child } from "../../dom";
import { count, wan } from "../../format";
import { groupBy } from "../../group";
import { named, t } from "../../i18n";
import type { Chosen } from "../../parts/filters";
import { link } from "../../parts/page";
import { table, type Column } from "../../parts/table";
import { address } from "../../router";
import { titleOf, type Findings } from "./found";

interface Summed {
  places: readonly number[];
  by: Record<SeverityName, number>;
  atStake: bigint | null;
}
type Narrow = Readonly<Record<string, string | number>>;

/** So many columns fit a matrix; where departments are more, it has their functions. */
const MOST_COLUMNS = 14;

/** A project is at stake once, with the largest amount that a finding names of it; null where none names one. */
function atStake(findings: Findings, places: readonly number[]): bigint | null {
  const largest = new Map<string, bigint>();
  for (const place of places) {
    const amount = findings.amount(place);
    if (amount === null) continue;
    const key = `${findings.document(place)} ${findings.list.project_key[place] ?? ""}`;
    const known = largest.get(key);
    if (known === undefined || amount > known) largest.set(key, amount);
  }
  return largest.size ? [...largest.values()].reduce((sum, amount) => sum + amount, 0n) : null;
}

function summed(findings: Findings, places: readonly number[]): Summed {
  const by: Record<SeverityName, number> = { high: 0, medium: 0, low: 0 };
  for (const place of places) by[findings.severity(place)]++;
  return { places, by, atStake: atStake(findings, places) };
}

/** The list of what a cell counts. */
function narrowed(now: Chosen, more: Narrow): string {
  const kept = Object.entries(now).filter(([, value]) => value);
  return address("findings", [], { ...Object.fromEntries(kept), ...more });
}

function counts(now: Chosen, narrow: (row: Summed) => Narrow): Column<Summed>[] {
  return [
    {
      head: t("findings"),
      number: true,
      cell: (row) => link(count(row.places.length), narrowed(now, narrow(row))),
    },
    ...SEVERITIES.map((severity) => ({
      head: t(severity),
      number: true,
      cell: (row: Summed) =>
        row.by[severity]
          ? link(count(row.by[severity]), narrowed(now, { ...narrow(row), severity }))
          : h("span", { class: "faint" }, "0"),
    })),
    { head: t("atStake"), number: true, cell: (row) => wan(row.atStake) },
  ];
}

const most = (a: Summed, b: Summed) =>
  b.by.high - a.by.high || b.by.medium - a.by.medium || b.places.length - a.places.length;

/** A row for each rule that found something. */
export function byRule(findings: Findings, found: readonly number[], now: Chosen): HTMLElement {
  const groups = groupBy(found, (place) => findings.list.rule_code[place] ?? "");
  const rows = [...groups.values()].map((places) => summed(findings, places)).sort(most);
  const first = (row: Summed) => row.places[0] ?? 0;
  return table(
    t("viewRule"),
    [
      { head: t("rule"), wide: true, cell: (row) => findings.title(first(row)) },
      { head: t("ruleGroup"), cell: (row) => named("group", findings.rule(first(row)).rule_group) },
      ...counts(now, (row) => ({ rule: findings.list.rule_code[first(row)] ?? "" })),
      {
        head: t("departments"),
        number: true,
        cell: (row) => count(new Set(row.places.map((place) => findings.list.department_key[place])).size),
      },
    ],
    rows,
  );
}

/** A row for each department and year in which something was found. */
export function byDepartment(findings: Findings, found: readonly number[], now: Chosen): HTMLElement {
  const { list } = findings;
  const groups = groupBy(found, (place) => `${list.department_key[place]} ${list.budget_year[place]}`);
  const rows = [...groups.values()].map((places) => summed(findings, places)).sort(most);
  const first = (row: Summed) => row.places[0] ?? 0;
  const narrow = (row: Summed) => ({
    department: list.department_key[first(row)] ?? 0,
    year: list.budget_year[first(row)] ?? 0,
  });
  return table(
    t("viewDepartment"),
    [
      { head: t("city"), cell: (row) => findings.city(first(row)) },
      {
        head: t("department"),
        wide: true,
        cell: (row) =>
          link(
            findings.department(first(row))?.department_name ?? "",
            address("department", [narrow(row).department, narrow(row).year]),
          ),
      },
      { head: t("year"), number: true, cell: (row) => narrow(row).year },
      ...counts(now, narrow),
      {
        head: t("rules"),
        number: true,
        cell: (row) => count(new Set(row.places.map((place) => list.rule_code[place])).size),
      },
    ],
    rows,
  );
}

interface Axis {
  key: string;
  head: string;
  narrow: Narrow;
  places: readonly number[];
}

/** The departments that have findings, or their functions where departments are too many for columns. */
function columnsOf(findings: Findings, found: readonly number[]): Axis[] {
  const { list } = findings;
  const axis = (name: "department" | "function", keyOf: (place: number) => string, head: (place: number) => string) =>
    [...groupBy(found, keyOf)].map(([key, places]) => ({
      key,
      head: head(places[0] ?? 0),
      narrow: { [name]: key },
      places,
    }));
  const short = (place: number) => `${findings.city(place)} ${findings.department(place)?.function_name ?? ""}`;
  const departments = axis("department", (place) => String(list.department_key[place]), short);
  if (departments.length <= MOST_COLUMNS) {
    const alike = groupBy(departments, (one) => one.head);
    return departments
      .map((one) =>
        (alike.get(one.head) ?? []).length > 1
          ? { ...one, head: findings.department(one.places[0] ?? 0)?.department_name ?? one.head }
          : one,
      )
      .sort(longest);
  }
  return axis(
    "function",
    (place) => list.function_code[place] ?? "",
    (place) => findings.department(place)?.function_name ?? "",
  ).sort(longest);
}

const longest = (a: Axis, b: Axis) => b.places.length - a.places.length;

/** Rules down, departments across: a cell counts findings and the money at stake, and leads to their list. */
export function matrix(findings: Findings, found: readonly number[], now: Chosen): HTMLElement {
  const across = columnsOf(findings, found);
  const column = new Map(across.flatMap((axis) => axis.places.map((place) => [place, axis.key] as const)));
  const rules = [...groupBy(found, (place) => findings.list.rule_code[place] ?? "")].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const cells = rules.map(([, places]) => groupBy(places, (place) => column.get(place) ?? ""));
  const largest = Math.max(...cells.flatMap((row) => [...row.values()].map((places) => places.length)), 1);
  const cell = (places: readonly number[] | undefined, more: Narrow, of = ""): HTMLElement =>
    places
      ? h(
          "td",
          { class: `number heat-${of ? 0 : Math.ceil((4 * places.length) / largest)} ${of}` },
          link(count(places.length), narrowed(now, more)),
          h("small", {}, wan(atStake(findings, places))),
        )
      : h("td", { class: "number faint" }, "·");
  const heads: Child[] = across.map((axis) => h("th", { scope: "col", class: "number" }, axis.head));
  const sums = across.map((axis) => cell(axis.places, axis.narrow, "sum"));
  const lines = rules.map(([rule, places], row) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, titleOf(findings.rule(places[0] ?? 0))),
      across.map((axis) => cell(cells[row]?.get(axis.key), { rule, ...axis.narrow })),
      cell(places, { rule }, "sum"),
    ),
  );
  const head = h(
    "tr",
    {},
    h("th", { scope: "col" }, t("rule")),
    heads,
    h("th", { scope: "col", class: "number" }, t("total")),
  );
  const foot = h("tr", {}, h("th", { scope: "row" }, t("total")), sums, cell(found, {}, "sum"));
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": t("viewMatrix") },
    h(
      "table",
      { class: "matrix", "aria-label": t("viewMatrix") },
      h("thead", {}, head),
      h("tbody", {}, lines),
      h("tfoot", {}, foot),
    ),
  );
}
