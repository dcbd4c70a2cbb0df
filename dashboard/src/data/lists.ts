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

export const projectList = () => load("projects") as Promise<ProjectList>;
export const findingList = () => load("findings") as Promise<FindingList>;

/** The places from 0 to `length` that pass a test. */
export function places(length: number, passes: (place: number) => boolean): number[] {
  const found: number[] = [];
  for (let place = 0; place < length; place++) if (passes(place)) found.push(place);
  return found;
}
