/** The departments, and the published documents of each city with what they hold. */

import { core, type City } from "./core";
import { byCity, list } from "./lists";
import { rows } from "./load";
import { sum, type Counted, type Sum } from "./sums";

export interface Department {
  department_key: number;
  city_key: number;
  department_name: string;
  function_code: string;
  function_name: string;
}

/** Whose document it is, and of which year. */
export interface Owned {
  city_key: number;
  department_key: number;
  budget_year: number;
  city: City;
  department: Department;
}

/** A document; `projects_of_year` are those of its department in its year, each once. */
export interface Doc extends Counted, Owned {
  document_key: number;
  /** What of its money counts in sums over documents: a project of a unit and year once. */
  counted: bigint;
  file_name: string;
  form: string;
  projects_of_year: number;
  evaluated: number;
}

/** An owner as written in a row. */
type Written = Pick<Department, "department_key" | "city_key" | "department_name" | "function_code"> & {
  budget_year: number;
};

export function owned<Row extends Written>(row: Row): Row & Owned {
  return Object.assign(row, { city: core().cityOf.get(row.city_key) as City, department: named(row) });
}

function named(row: Omit<Department, "function_name">): Department {
  const { department_key, city_key, department_name, function_code } = row;
  const function_name = core().functionOf.get(function_code) ?? function_code;
  return { department_key, city_key, department_name, function_code, function_name };
}

let asked: Promise<Department[]> | undefined;

/** The departments of all cities, those of a city together. Rejects with DataGone. */
export function departments(): Promise<Department[]> {
  return (asked ??= list<Record<string, unknown[]>>("departments").then((columns) =>
    rows<Department>(columns).map(named),
  ));
}

/** What gives the documents of the chosen city, or of all cities where none is chosen. */
export function publications(): (chosen: string | undefined) => Promise<Doc[]> {
  const load = byCity<Record<string, unknown[]>>("publications");
  let last: Record<string, unknown[]> | undefined;
  let docs: Doc[] = [];
  return async (chosen) => {
    const columns = await load(chosen);
    if (columns !== last) docs = rows<Doc & Written & { amount: unknown }>(columns).map(document);
    last = columns;
    return docs;
  };
}

function document(row: Doc & Written): Doc {
  row.amount = BigInt(row.amount);
  row.counted = BigInt(row.counted);
  row.documents = 1;
  return owned(row);
}

/** The sum of documents: projects of a department and a year count once, and so does their money. */
export function sumOf(docs: readonly Doc[]): Sum {
  const once = new Map(docs.map((doc) => [`${doc.department_key} ${doc.budget_year}`, doc.projects_of_year]));
  return {
    ...sum(docs),
    amount: docs.reduce((total, { counted }) => total + counted, 0n),
    projects: [...once.values()].reduce((total, projects) => total + projects, 0),
  };
}
