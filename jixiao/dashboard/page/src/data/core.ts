/** What every page needs: dimensions, and sums by document. Small however many facts there are. */

import { fen } from "../format";
import { groupBy } from "../group";
import { loaded, rows, type Tables } from "./load";

export interface City {
  city_key: number;
  city_name: string;
  province_name: string;
}
export interface Department {
  department_key: number;
  city_key: number;
  department_name: string;
  function_code: string;
  function_name: string;
}
export interface Source {
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
export interface Coverage {
  rule_code: string;
  city_key: number;
  budget_year: number;
  hits: number;
  passed: number;
  not_applicable: number;
  insufficient_data: number;
}
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
export interface SourceSum {
  source: string;
  amount: bigint;
  counted: bigint;
  midterm: bigint | null;
  projects: number;
}
export interface CategorySum {
  category_key: number;
  indicators: number;
}
export interface LevelSum {
  level: string;
  totals: number;
  reconciled: number;
}
export interface FindingSum {
  rule_code: string;
  severity: SeverityName;
  findings: number;
}
export interface Doc {
  document_key: number;
  file_name: string;
  medium: string;
  form: string;
  city_key: number;
  department_key: number;
  budget_year: number;
  year_basis: string;
  printed_total: string | null;
  characters: number;
  characters_understood: number;
  projects: number;
  evaluated: number;
  indicators: number;
  quantitative: number;
  issues: number;
  repairs: number;
  city: City;
  department: Department;
  /** What it prints, and what of it counts in sums over documents. */
  amount: bigint;
  counted: bigint;
  funding: SourceSum[];
  categories: CategorySum[];
  totals: LevelSum[];
  findings: FindingSum[];
}

interface OfDocument {
  document_key: number;
}

function byDocument<Row>(tables: Tables, name: string): Map<number, Row[]> {
  return groupBy(rows<Row & OfDocument>(tables[name] ?? {}), (row) => row.document_key) as Map<number, Row[]>;
}

function build(tables: Tables) {
  const cities = rows<City>(tables["cities"] ?? {});
  const departments = rows<Department>(tables["departments"] ?? {});
  const rules = rows<Rule>(tables["rules"] ?? {});
  const cityOf = new Map(cities.map((city) => [city.city_key, city]));
  const departmentOf = new Map(departments.map((department) => [department.department_key, department]));
  const funding = byDocument<{
    source: string;
    amount: string;
    counted: string;
    midterm: string | null;
    projects: number;
  }>(tables, "funding");
  const categories = byDocument<CategorySum>(tables, "indicators");
  const totals = byDocument<LevelSum>(tables, "totals");
  const findings = byDocument<FindingSum>(tables, "findings");
  const projects = rows<{ department_key: number; budget_year: number; projects: number }>(tables["projects"] ?? {});
  const documents = rows<Doc>(tables["documents"] ?? {});
  for (const doc of documents) {
    doc.city = cityOf.get(doc.city_key) as City;
    doc.department = departmentOf.get(doc.department_key) as Department;
    doc.funding = (funding.get(doc.document_key) ?? []).map((sum) => ({
      ...sum,
      amount: BigInt(sum.amount),
      counted: BigInt(sum.counted),
      midterm: fen(sum.midterm),
    }));
    doc.amount = doc.funding.reduce((sum, { amount }) => sum + amount, 0n);
    doc.counted = doc.funding.reduce((sum, { counted }) => sum + counted, 0n);
    doc.categories = categories.get(doc.document_key) ?? [];
    doc.totals = totals.get(doc.document_key) ?? [];
    doc.findings = findings.get(doc.document_key) ?? [];
  }
  return {
    cities,
    departments,
    rules,
    documents,
    sources: rows<Source>(tables["sources"] ?? {}),
    categories: rows<Category>(tables["categories"] ?? {}),
    coverage: rows<Coverage>(tables["coverage"] ?? {}),
    quarantine: rows<Quarantined>(tables["quarantine"] ?? {}),
    build: rows<{ batch_id: number; project_digest: string; parser_version: string }>(tables["build"] ?? {})[0],
    functions: [...new Map(departments.map((one) => [one.function_code, one.function_name]))].map(([code, name]) => ({
      code,
      name,
    })),
    years: [...new Set(documents.map((doc) => doc.budget_year))].sort((a, b) => a - b),
    ruleOf: new Map(rules.map((rule) => [rule.rule_code, rule])),
    documentOf: new Map(documents.map((doc) => [doc.document_key, doc])),
    departmentOf,
    projectsOf: new Map(projects.map((one) => [`${one.department_key} ${one.budget_year}`, one.projects])),
  };
}

export type Core = ReturnType<typeof build>;

let built: Core | undefined;

/** The core tables; the page's own script has loaded them before anything asks. */
export function core(): Core {
  return (built ??= build(loaded("core") as Tables));
}
