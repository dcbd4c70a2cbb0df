/** Money of each function over the years: which years are there, which are of the same departments. */

import { sourceYears } from "../../data/marts";
import { sum, type Cell } from "../../data/sums";
import { groupBy } from "../../group";

export interface Point {
  year: number;
  amount: bigint;
  departments: number;
  /** True where the year before is there with the same departments. */
  isAlike: boolean;
}
export interface Series {
  code: string;
  name: string;
  points: Point[];
}

/** A stretch of years without a gap, of the same departments or not. */
export interface Run {
  from: number;
  to: number;
  isAlike: boolean;
}

/** The functions of some cells, the largest of the last year first. */
export async function overYears(cells: readonly Cell[]): Promise<Series[]> {
  const inBoth = new Map(
    (await sourceYears()).map((row) => [
      `${row.function_code} ${row.city_key} ${row.budget_year}`,
      row.departments_in_both,
    ]),
  );
  const all = [...groupBy(cells, (one) => one.function_code)].map(([code, own]) => ({
    code,
    name: own[0]?.function_name ?? code,
    points: pointsOf(own, (one) => inBoth.get(`${code} ${one.city_key} ${one.budget_year}`)),
  }));
  const last = (series: Series) => series.points[series.points.length - 1]?.amount ?? 0n;
  return all.sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0));
}

function pointsOf(own: readonly Cell[], inBoth: (one: Cell) => number | undefined): Point[] {
  const byYear = groupBy(own, (one) => one.budget_year);
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, ofYear]) => {
      const before = new Map((byYear.get(year - 1) ?? []).map((one) => [one.city_key, one.departments]));
      const isAlike =
        before.size === ofYear.length &&
        ofYear.every((one) => one.departments === before.get(one.city_key) && one.departments === inBoth(one));
      const departments = ofYear.reduce((total, one) => total + one.departments, 0);
      return { year, amount: sum(ofYear).amount, departments, isAlike };
    });
}

/** The stretches between points: none across a year that is not there. */
export function runs(points: readonly Point[]): Run[] {
  const found: Run[] = [];
  points.forEach((point, place) => {
    if (points[place - 1]?.year !== point.year - 1) return;
    const last = found[found.length - 1];
    if (last && last.to === point.year - 1 && last.isAlike === point.isAlike) last.to = point.year;
    else found.push({ from: point.year - 1, to: point.year, isAlike: point.isAlike });
  });
  return found;
}
