/** What is counted of a function in a city and a year, and sums of it. Loaded by the pages that show sums. */

import { core, SEVERITIES, type City, type SeverityName } from "./core";
import { list } from "./lists";
import { rows } from "./load";

export const LEVELS = ["document", "unit", "project"] as const;
export type Level = (typeof LEVELS)[number];

/** What a document and a group of documents have in common: figures that can be added. */
export interface Counted
  extends Record<SeverityName, number>, Record<`${Level}_totals`, number>, Record<`${Level}_reconciled`, number> {
  documents: number;
  amount: bigint;
  projects: number;
  indicators: number;
  quantitative: number;
  characters: number;
  characters_understood: number;
  issues: number;
  repairs: number;
  counted_findings: number;
}

/** A function in a city and a year: its departments, the first of them, the forms of its plans, amounts by source. */
export interface Cell extends Counted {
  city_key: number;
  function_code: string;
  budget_year: number;
  departments: number;
  department_key: number;
  forms: string[];
  amounts: bigint[];
  city: City;
  function_name: string;
}

export interface Sum {
  documents: number;
  amount: bigint;
  projects: number;
  indicators: number;
  quantitative: number;
  totals: number;
  reconciled: number;
  repairs: number;
  countedFindings: number;
  characters: number;
  understood: number;
  issues: number;
  findings: Record<SeverityName, number>;
}

let asked: Promise<Cell[]> | undefined;

/** Every function in every city and year. Rejects with DataGone. */
export function cells(): Promise<Cell[]> {
  return (asked ??= list<Record<string, unknown[]>>("sums").then((columns) => rows<Cell>(columns).map(finished)));
}

function finished(cell: Cell): Cell {
  const written = cell as unknown as { amounts: string[]; forms: string };
  cell.amounts = written.amounts.map(BigInt);
  cell.amount = cell.amounts.reduce((total, amount) => total + amount, 0n);
  cell.forms = written.forms ? written.forms.split(" ") : [];
  cell.city = core().cityOf.get(cell.city_key) as City;
  cell.function_name = core().functionOf.get(cell.function_code) ?? cell.function_code;
  return cell;
}

export function sum(counted: readonly Counted[]): Sum {
  const result: Sum = {
    documents: 0,
    amount: 0n,
    projects: 0,
    indicators: 0,
    quantitative: 0,
    totals: 0,
    reconciled: 0,
    repairs: 0,
    countedFindings: 0,
    characters: 0,
    understood: 0,
    issues: 0,
    findings: { high: 0, medium: 0, low: 0 },
  };
  for (const one of counted) {
    result.documents += one.documents;
    result.amount += one.amount;
    result.projects += one.projects;
    result.indicators += one.indicators;
    result.quantitative += one.quantitative;
    result.characters += one.characters;
    result.understood += one.characters_understood;
    result.issues += one.issues;
    result.repairs += one.repairs;
    result.countedFindings += one.counted_findings;
    for (const level of LEVELS) {
      result.totals += one[`${level}_totals`];
      result.reconciled += one[`${level}_reconciled`];
    }
    for (const severity of SEVERITIES) result.findings[severity] += one[severity];
  }
  return result;
}

export function allFindings(one: Sum): number {
  return one.findings.high + one.findings.medium + one.findings.low;
}

/** The amount of the funding source at a place of core's sources. */
export function sourceAmount(some: readonly Cell[], place: number): bigint {
  return some.reduce((total, cell) => total + (cell.amounts[place] ?? 0n), 0n);
}
