/** The comparisons that the warehouse itself makes, row by row as it publishes them, and what is told of each city. */

import type { SeverityName } from "./core";
import { rows } from "./load";
import { chosenRows, list } from "./lists";

interface Group {
  function_code: string;
  city_key: number;
  budget_year: number;
}

/** A function in a city and a year. */
export interface CityYear extends Group {
  amount: string;
  projects: number;
  indicators: number;
  per_project: string;
  quantitative_share: string | null;
  reconciled_share: string | null;
}

/** One funding source of it, beside the year before; `alike…` are of the departments that published both years. */
export interface SourceYear extends Group {
  source: string;
  amount: string;
  departments: number;
  departments_in_both: number;
  previous_status: "published" | "no_amount" | "no_document";
  alike: string | null;
  alike_previous: string | null;
  alike_change: string | null;
  alike_ratio: string | null;
}

/** A claim, with its evidence, that two projects of different documents of a department are one. */
export interface Link {
  from_document_key: number;
  from_project_key: number;
  to_document_key: number;
  to_project_key: number;
  kind: string;
  strength: string;
  evidence: string | null;
}

/** What the indicators of one category are like; the median is of the commonest unit and direction. */
export interface Profile extends Group {
  category_key: number;
  indicators: number;
  quantitative: number;
  target_unit: string | null;
  direction: string | null;
  agreeing: number | null;
  median: string | null;
}

/** A finding that an auditor opens first, at the place of its first row. */
export interface Priority {
  city_key?: number;
  function_code: string;
  budget_year: number;
  department_name: string;
  document_key: number;
  project_key: number | null;
  project: string | null;
  rule_code: string;
  severity: SeverityName;
  certainty: string;
  amount: string | null;
  repeats: number;
  first_year: number;
  message: string;
  message_en: string;
  start: number;
  end: number;
  page: number;
  line: number;
}

/** How often a rule hit the documents of a function in a year. */
export interface Hit {
  city_key?: number;
  function_code: string;
  budget_year: number;
  rule_code: string;
  findings: number;
}

/** A document of which little was understood. */
export interface LeastUnderstood {
  city_key?: number;
  function_code: string;
  budget_year: number;
  department_name: string;
  document_key: number;
  file_name: string;
  totals: number;
  reconciled: number;
  characters: number;
  characters_understood: number;
}

/** A file that no reading covers. */
export interface Quarantined {
  file_name: string;
  code: string;
  message: string;
  message_zh: string | null;
  page: number | null;
  line: number | null;
  expected: string | null;
  found: string | null;
}

/** What a department published of a year; `planned` and `executed` are of its `compared` projects. */
export interface History {
  department_key: number;
  budget_year: number;
  documents: number;
  /** By the order of the funding sources. */
  amounts: string[];
  indicators: number;
  quantitative: number;
  high: number;
  medium: number;
  low: number;
  evaluated: number;
  compared: number;
  planned: string | null;
  executed: string | null;
  met: number;
  missed: number;
  unknown: number;
}

/** The money of a department in a year, and its projects. */
export interface DepartmentYear {
  city_key: number;
  department_key: number;
  budget_year: number;
  amount: string;
  projects: number;
}

/** Annual targets of a city in a category, with one unit and direction, and the median of all such cities. */
export interface Target extends Group {
  category_key: number;
  unit: string;
  direction: string;
  targets: number;
  least: string;
  median: string;
  greatest: string;
  usual: string;
}

/** How a rule judged its subjects of a year. */
export interface Coverage {
  rule_code: string;
  budget_year: number;
  hits: number;
  passed: number;
  not_applicable: number;
  insufficient_data: number;
}

const table = async <Row>(name: string) => rows<Row>(await list<Record<string, unknown[]>>(name));

export const cityYears = () => table<CityYear>("cities");
export const sourceYears = () => chosenRows<SourceYear>("years");
export const links = (city: number) => table<Link>(`links/${city}`);
export const histories = (city: number) => table<History>(`histories/${city}`);
export const departmentYears = () => chosenRows<DepartmentYear>("money");
export const targets = () => table<Target>("targets");
export const profiles = () => table<Profile>("profiles");
export const quarantine = () => table<Quarantined>("quarantine");
export const priorities = (city: string | undefined) => chosenRows<Priority>("priorities", city);
export const leastUnderstood = (city: string | undefined) => chosenRows<LeastUnderstood>("least_understood", city);
export const coverage = (city: string | undefined) => chosenRows<Coverage>("coverage", city);
export const hits = (city: string | undefined) => chosenRows<Hit>("hits", city);
