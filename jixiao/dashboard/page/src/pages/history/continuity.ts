/** Projects kept, new and ended from one year to the next, as the links of the warehouse claim. */

import type { ProjectList } from "../../data/lists";
import type { Link } from "../../data/marts";
import { pairs, type OfYear } from "../continuation";

/** How many projects of a year go on from the year before, surely or by inference, are new, or are no longer there. */
export interface Standing {
  year: number;
  projects: number;
  /** False where there is no document of the year before: nothing can be said. */
  isCompared: boolean;
  sure: number;
  inferred: number;
  fresh: number;
  ended: number;
}

/** Evidence that leaves no doubt: the name itself. */
const SURE = new Set(["same_name", "same_family"]);

/** The standing of each year, in order. */
export function standings(years: readonly OfYear[], list: ProjectList, links: readonly Link[]): Standing[] {
  const of = new Map(years.map((one) => [one.year, one]));
  return years.map((one) => standing(of.get(one.year - 1), one, list, links));
}

function standing(before: OfYear | undefined, own: OfYear, list: ProjectList, links: readonly Link[]): Standing {
  const key = (place: number) => list.project_key[place] ?? 0;
  const all = new Set(list.project_key.filter((_, place) => own.has(list, place)));
  const base = { year: own.year, projects: all.size };
  if (!before) return { ...base, isCompared: false, sure: 0, inferred: 0, fresh: 0, ended: 0 };
  const [kept, sure, left, earlier] = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  for (const { from, to, claims } of pairs(before, own, list, links)) {
    if (from !== null) earlier.add(key(from));
    if (from === null || to === null) continue;
    kept.add(key(to));
    left.add(key(from));
    if (claims.some((claim) => SURE.has(claim.kind))) sure.add(key(to));
  }
  return {
    ...base,
    isCompared: true,
    sure: sure.size,
    inferred: kept.size - sure.size,
    fresh: all.size - kept.size,
    ended: [...earlier].filter((project) => !left.has(project)).length,
  };
}
