/** The long lists, kept by column: a filter walks arrays of numbers, never a million objects. */

import { load } from "./load";

export interface ProjectList {
  document_key: number[]; project_key: number[]; unit: string[]; name: string[]; family: string[];
  amount: (string | null)[]; indicators: number[]; findings: number[];
}

export interface FindingList {
  document_key: number[]; project_key: (number | null)[]; project: (string | null)[]; rule_code: string[];
  message: string[]; start: number[]; end: number[]; page: number[]; line: number[];
}

/** A column as written: texts stand once, with the place of each row's text. */
type Written = readonly unknown[] | { texts: readonly unknown[]; places: readonly number[] };

/** A list by column, loaded once. */
export async function list<List>(name: string): Promise<List> {
  const written = (await load(name)) as Record<string, Written>;
  const columns = Object.entries(written).map(([column, values]) => [column, "texts" in values ? values.places.map((place) => values.texts[place]) : values]);
  return Object.fromEntries(columns) as List;
}

export const projectList = () => list<ProjectList>("projects");
export const findingList = () => list<FindingList>("findings");

/** The places from 0 to `length` that pass a test. */
export function places(length: number, passes: (place: number) => boolean): number[] {
  const found: number[] = [];
  for (let place = 0; place < length; place++) if (passes(place)) found.push(place);
  return found;
}
