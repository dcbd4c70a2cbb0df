/** Sums over documents. Projects are those of the documents' departments and years, each once, and so is their money. */

import { core, type Doc, type SeverityName } from "./core";

export interface Sum {
  documents: number;
  amount: bigint;
  projects: number;
  indicators: number;
  quantitative: number;
  totals: number;
  reconciled: number;
  repairs: number;
  characters: number;
  understood: number;
  issues: number;
  findings: Record<SeverityName, number>;
}

export function sum(documents: readonly Doc[]): Sum {
  const result: Sum = {
    documents: documents.length,
    amount: 0n,
    projects: 0,
    indicators: 0,
    quantitative: 0,
    totals: 0,
    reconciled: 0,
    repairs: 0,
    characters: 0,
    understood: 0,
    issues: 0,
    findings: { high: 0, medium: 0, low: 0 },
  };
  const { projectsOf } = core();
  for (const key of new Set(documents.map((doc) => `${doc.department_key} ${doc.budget_year}`)))
    result.projects += projectsOf.get(key) ?? 0;
  for (const doc of documents) {
    result.amount += doc.counted;
    result.indicators += doc.indicators;
    result.quantitative += doc.quantitative;
    result.characters += doc.characters;
    result.understood += doc.characters_understood;
    result.issues += doc.issues;
    result.repairs += doc.repairs;
    for (const level of doc.totals) {
      result.totals += level.totals;
      result.reconciled += level.reconciled;
    }
    for (const { severity, findings } of doc.findings) result.findings[severity] += findings;
  }
  return result;
}

export function allFindings(one: Sum): number {
  return one.findings.high + one.findings.medium + one.findings.low;
}

/** The amount of one funding source over documents. */
export function sourceAmount(documents: readonly Doc[], source: string): bigint {
  return documents.reduce(
    (total, doc) => total + (doc.funding.find((one) => one.source === source)?.counted ?? 0n),
    0n,
  );
}

/** Findings by rule over documents, most frequent first. */
export function byRule(documents: readonly Doc[]): { rule_code: string; findings: number }[] {
  const counts = new Map<string, number>();
  for (const doc of documents)
    for (const { rule_code, findings } of doc.findings) counts.set(rule_code, (counts.get(rule_code) ?? 0) + findings);
  return [...counts].map(([rule_code, findings]) => ({ rule_code, findings })).sort((a, b) => b.findings - a.findings);
}
