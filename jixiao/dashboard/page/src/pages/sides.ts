/** What can be compared: a function in a city and a year; and what of two of them is not alike. */

import { core } from "../data/core";
import { cityYears, profiles, sourceYears, type CityYear, type Profile, type SourceYear } from "../data/marts";
import { cells, sum, type Cell, type Sum } from "../data/sums";
import { h } from "../dom";
import { count } from "../format";
import { groupBy } from "../group";
import { t } from "../i18n";
import { formName, sourceName } from "../parts/page";

export interface Side {
  key: string;
  city: string;
  year: number;
  name: string;
  row: CityYear;
  sources: SourceYear[];
  cell: Cell | undefined;
  profile: Profile[];
  sum: Sum;
}

/** Two budget years of a city, one after the other: what the warehouse compares like for like. */
export interface Neighbours {
  earlier: Side;
  later: Side;
}

/** The sides of every function by its code, newest first. */
export async function allSides(): Promise<Map<string, Side[]>> {
  const keyOf = (one: { function_code: string; city_key: number; budget_year: number }) =>
    `${one.function_code} ${one.city_key}-${one.budget_year}`;
  const sources = groupBy(await sourceYears(), keyOf);
  const profile = groupBy(await profiles(), keyOf);
  const cellOf = new Map((await cells()).map((cell) => [keyOf(cell), cell]));
  const nameOf = new Map(core().cities.map((city) => [city.city_key, city.city_name]));
  const sides = (await cityYears()).map((row): Side => {
    const cell = cellOf.get(keyOf(row));
    const city = nameOf.get(row.city_key) ?? "";
    return {
      key: `${row.city_key}-${row.budget_year}`,
      city,
      year: row.budget_year,
      name: `${city} ${row.budget_year}`,
      row,
      sources: sources.get(keyOf(row)) ?? [],
      cell,
      profile: profile.get(keyOf(row)) ?? [],
      sum: sum(cell ? [cell] : []),
    };
  });
  sides.sort((a, b) => b.year - a.year || a.city.localeCompare(b.city));
  return groupBy(sides, (side) => side.row.function_code);
}

export function sourceOf(side: Side, code: string): SourceYear | undefined {
  return side.sources.find((one) => one.source === code);
}

export function neighbours(a: Side, b: Side): Neighbours | null {
  if (a.row.city_key !== b.row.city_key || Math.abs(a.year - b.year) !== 1) return null;
  return a.year < b.year ? { earlier: a, later: b } : { earlier: b, later: a };
}

export function gaps(a: Side, b: Side): HTMLElement {
  const said = [
    ...unlike(a, b),
    ...[a, b].flatMap((side) => [...oneSided(side, side === a ? b : a), ...unproved(side)]),
  ];
  return said.length
    ? h(
        "ul",
        { class: "gaps" },
        said.map((one) => h("li", {}, one)),
      )
    : h("p", {}, t("gapsNone"));
}

/** Years, departments and forms that differ. */
function unlike(a: Side, b: Side): string[] {
  const said: string[] = [];
  const pair = neighbours(a, b);
  if (a.year !== b.year) said.push(t("gapYears", { a: a.year, b: b.year }));
  if (a.year !== b.year && a.row.city_key === b.row.city_key && !pair) said.push(t("gapNotNeighbours"));
  const [departments, inBoth] = [
    departmentsOf(pair?.later ?? a),
    pair ? (pair.later.sources[0]?.departments_in_both ?? 0) : 0,
  ];
  if (pair && departments !== inBoth)
    said.push(t("gapDepartments", { side: pair.later.name, n: departments, m: inBoth }));
  if (departmentsOf(a) !== departmentsOf(b))
    said.push(t("gapDepartmentCounts", { a: `${a.name} ${departmentsOf(a)}`, b: `${b.name} ${departmentsOf(b)}` }));
  const forms = (side: Side) => (side.cell?.forms ?? []).map(formName).sort().join(" + ");
  if (forms(a) !== forms(b)) said.push(t("gapForms", { a: `${a.name} ${forms(a)}`, b: `${b.name} ${forms(b)}` }));
  return said;
}

function departmentsOf(side: Side): number {
  return side.sources[0]?.departments ?? side.cell?.departments ?? 0;
}

/** Sources without an amount on the other side; across a gap, the year before without a document. */
function oneSided(side: Side, other: Side): string[] {
  const said = side.sources
    .filter((one) => !sourceOf(other, one.source))
    .map((one) => t("gapSource", { source: sourceName(one.source), side: side.name }));
  const isLater = side.row.city_key === other.row.city_key && side.year > other.year;
  if (isLater && side.sources.some((one) => one.previous_status === "no_document"))
    said.push(t("gapNoDocument", { side: side.name, year: side.year - 1 }));
  return said;
}

/** Totals that are not printed or do not add up, characters that were not understood. */
function unproved(side: Side): string[] {
  const said: string[] = [];
  if (!side.sum.totals) said.push(t("gapNoTotals", { side: side.name }));
  else if (side.sum.totals > side.sum.reconciled)
    said.push(t("gapTotals", { side: side.name, n: count(side.sum.totals - side.sum.reconciled) }));
  if (side.sum.characters > side.sum.understood)
    said.push(t("gapUnderstood", { side: side.name, n: count(side.sum.characters - side.sum.understood) }));
  return said;
}
