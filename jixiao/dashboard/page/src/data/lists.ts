/** The long lists, a script a city, kept by column: a filter walks arrays of numbers, never a million objects. */

import { core, type SeverityName } from "./core";
import { load, rows, type Columns } from "./load";

/** Where each row of a list belongs. */
interface Located {
  city_key: number[];
  function_code: string[];
  budget_year: number[];
  document_key: number[];
}

export interface ProjectList extends Located {
  project_key: number[];
  unit: string[];
  name: string[];
  family: string[];
  /** False where it is printed again: its money counts elsewhere. */
  is_counted: boolean[];
  amount: (string | null)[];
  indicators: number[];
  findings: number[];
}

export interface FindingList extends Located {
  department_key: number[];
  project_key: (number | null)[];
  project: (string | null)[];
  rule_code: string[];
  severity: SeverityName[];
  certainty: string[];
  amount: (string | null)[];
  repeats: number[];
  first_year: number[];
  message: string[];
  message_en: string[];
  start: number[];
  end: number[];
  page: number[];
  line: number[];
}

/** A column as written: texts stand once, with the place of each row's text. */
type Written = readonly unknown[] | { texts: readonly unknown[]; places: readonly number[] };

/** A list by column, loaded once. */
export async function list<List>(name: string): Promise<List> {
  const written = (await load(name)) as Record<string, Written>;
  const columns = Object.entries(written).map(([column, values]) => [
    column,
    "texts" in values ? values.places.map((place) => values.texts[place]) : values,
  ]);
  return Object.fromEntries(columns) as List;
}

/** A list of one city, whose key its rows get. */
async function ofCity<List>(name: string, city: number): Promise<List> {
  const columns = await list<Record<string, unknown[]>>(`${name}/${city}`);
  const length = Object.values(columns)[0]?.length ?? 0;
  return { ...columns, city_key: new Array(length).fill(city) } as List;
}

/** The projects of one city. */
export const projectsOf = (city: number) => ofCity<ProjectList>("projects", city);

const kept = new Map<string, { of: number | undefined; rows: Promise<unknown[]> }>();

/**
 * The rows of a list that is written of all cities and of each: of the chosen city where one is chosen. Those asked
 * for last stay, since every change of a filter asks again.
 */
export function chosenRows<Row>(name: string, chosen?: string): Promise<Row[]> {
  const city = core().cities.find((one) => String(one.city_key) === chosen)?.city_key;
  let found = kept.get(name);
  if (found?.of !== city || !found) {
    const columns = city === undefined ? list<Columns>(name) : ofCity<Columns>(name, city);
    found = { of: city, rows: columns.then((own) => rows<unknown>(own)) };
    kept.set(name, found);
  }
  return found.rows as Promise<Row[]>;
}

/**
 * What gives a list for the chosen city, or of all cities where none is chosen: no more is loaded than is asked for,
 * and once all are, they stay. Asked again while loading, it gives the list asked for last.
 */
export function byCity<List>(name: string): (chosen: string | undefined) => Promise<List> {
  let held: { city: number | null; list: Promise<List> } | undefined;
  return async (chosen) => {
    const all = core().cities.map((city) => city.city_key);
    const city = all.find((one) => String(one) === chosen) ?? null;
    if (!held || (held.city !== null && held.city !== city))
      held = { city, list: joined(name, city === null ? all : [city]) };
    for (;;) {
      const asked: Promise<List> = held.list;
      const list = await asked;
      if (asked === held.list) return list;
    }
  };
}

/** The lists of some cities as one. */
async function joined<List>(name: string, cities: readonly number[]): Promise<List> {
  const parts = await Promise.all(cities.map((city) => ofCity<Columns>(name, city)));
  const columns = Object.keys(parts[0] ?? {});
  return Object.fromEntries(
    columns.map((column) => [column, ([] as unknown[]).concat(...parts.map((part) => part[column] ?? []))]),
  ) as List;
}

/** The places from 0 to `length` that pass a test. */
export function places(length: number, passes: (place: number) => boolean): number[] {
  const found: number[] = [];
  for (let place = 0; place < length; place++) if (passes(place)) found.push(place);
  return found;
}
