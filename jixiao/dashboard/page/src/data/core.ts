/** What every page needs: dimensions, and counts by city and year and by rule, however many documents there are. */

import { loaded, rows, type Tables } from "./load";

export interface City {
  city_key: number;
  city_name: string;
  province_name: string;
  departments: number;
}
/** A code of the data with its official name. */
export interface Named {
  code: string;
  name: string;
}
export interface Category {
  category_key: number;
  level1_code: string;
  level1_name: string;
  level2_name: string;
}
export const SEVERITIES = ["high", "medium", "low"] as const;
export type SeverityName = (typeof SEVERITIES)[number];
export interface Rule {
  rule_code: string;
  rule_group: string;
  gravity: SeverityName;
  certainty: string;
  subject: string;
  threshold: string;
  title_zh: string;
  title_en: string;
  basis: string;
  how_en: string;
  how_zh: string | null;
  exempt_en: string;
  exempt_zh: string | null;
}
/** How much a city published of a year. */
export interface Published {
  city_key: number;
  budget_year: number;
  documents: number;
  departments: number;
}

function build(tables: Tables) {
  const table = <Row>(name: string) => rows<Row>(tables[name] ?? {});
  const cities = table<City>("cities");
  const functions = table<Named>("functions");
  const rules = table<Rule>("rules");
  const published = table<Published>("published");
  return {
    cities,
    functions,
    rules,
    published,
    sources: table<Named>("sources"),
    categories: table<Category>("categories"),
    build: table<{ batch_id: number; project_digest: string; parser_version: string }>("build")[0],
    years: [...new Set(published.map((one) => one.budget_year))].sort((a, b) => a - b),
    cityOf: new Map(cities.map((city) => [city.city_key, city])),
    functionOf: new Map(functions.map(({ code, name }) => [code, name])),
    ruleOf: new Map(rules.map((rule) => [rule.rule_code, rule])),
    findingsOf: new Map(
      table<{ rule_code: string; findings: number }>("findings").map((one) => [one.rule_code, one.findings]),
    ),
  };
}

export type Core = ReturnType<typeof build>;

let built: Core | undefined;

/** The core tables; the page's own script has loaded them before anything asks. */
export function core(): Core {
  return (built ??= build(loaded("core") as Tables));
}
