/** The comparisons that the warehouse itself makes, row by row as it publishes them. */

import type { SeverityName } from "./core";
import { rows } from "./load";
import { list } from "./lists";

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

const table = async <Row>(name: string) => rows<Row>(await list<Record<string, unknown[]>>(name));

export const cityYears = () => table<CityYear>("cities");
export const sourceYears = () => table<SourceYear>("years");
export const links = (city: number) => table<Link>(`links/${city}`);
export const profiles = () => table<Profile>("profiles");
export const priorities = () => table<Priority>("priorities");
