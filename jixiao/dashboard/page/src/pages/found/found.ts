/** The findings that filters let through, with what is told of each by its place in their list. */

import { core, type Rule, type SeverityName } from "../../data/core";
import { byCity, type FindingList } from "../../data/lists";
import { departments, type Department } from "../../data/publications";
import type { Evidence } from "../../evidence/drawer";
import { fen } from "../../format";
import { either } from "../../i18n";
import type { Chosen } from "../../parts/filters";
import { inScope } from "../../parts/page";

export const NAMES = ["rule", "severity", "city", "function", "department", "year", "q"];
export const RANK = { high: 0, medium: 1, low: 2 };
const SURENESS: Readonly<Record<string, number>> = { proved: 0, read: 1, judged: 2 };

/** What is known of the findings of a list. */
export class Findings {
  /** All places, those to open first before the others. */
  private readonly order: Uint32Array;
  private readonly departmentOf: ReadonlyMap<number, Department>;

  constructor(
    readonly list: FindingList,
    all: readonly Department[],
  ) {
    this.order = firstToOpen(list);
    this.departmentOf = new Map(all.map((one) => [one.department_key, one]));
  }

  /** The places that filters let through, in the order in which an auditor opens them. */
  chosen(now: Chosen): number[] {
    const { list } = this;
    const passes = inScope(now);
    const words = now["q"] ?? "";
    const isChosen = (place: number) =>
      (!now["rule"] || list.rule_code[place] === now["rule"]) &&
      (!now["severity"] || list.severity[place] === now["severity"]) &&
      (!now["department"] || String(list.department_key[place]) === now["department"]) &&
      passes(list.city_key[place], list.function_code[place] ?? "", list.budget_year[place] ?? 0) &&
      (!words || this.said(place).includes(words) || (list.project[place] ?? "").includes(words));
    return Array.from(this.order.filter(isChosen));
  }

  rule(place: number): Rule {
    return core().ruleOf.get(this.list.rule_code[place] ?? "") as Rule;
  }

  title(place: number): string {
    return titleOf(this.rule(place));
  }

  severity(place: number): SeverityName {
    return this.list.severity[place] as SeverityName;
  }

  said(place: number): string {
    return either(this.list.message[place] ?? "", this.list.message_en[place] ?? "");
  }

  amount(place: number): bigint | null {
    return fen(this.list.amount[place]);
  }

  department(place: number): Department | undefined {
    return this.departmentOf.get(this.list.department_key[place] ?? 0);
  }

  departmentNamed(key: number): string | undefined {
    return this.departmentOf.get(key)?.department_name;
  }

  city(place: number): string {
    return core().cityOf.get(this.list.city_key[place] ?? 0)?.city_name ?? "";
  }

  document(place: number): number {
    return this.list.document_key[place] ?? 0;
  }

  evidence(place: number): Evidence {
    const { list } = this;
    return {
      document: this.document(place),
      title: this.title(place),
      note: this.said(place),
      places: [
        {
          page: list.page[place] ?? 1,
          line: list.line[place] ?? 1,
          start: list.start[place] ?? null,
          end: list.end[place] ?? null,
        },
      ],
    };
  }
}

/** The places of a list: the gravest first, then the surest, the most money, the most rows, as the warehouse does. */
function firstToOpen(list: FindingList): Uint32Array {
  const grade = list.severity.map(
    (severity, place) => 4 * RANK[severity] + (SURENESS[list.certainty[place] ?? ""] ?? 3),
  );
  const amount = Float64Array.from(list.amount, (text) => Number(text ?? 0)); // told apart, not added
  const by = (a: number, b: number) =>
    (grade[a] ?? 0) - (grade[b] ?? 0) ||
    (amount[b] ?? 0) - (amount[a] ?? 0) ||
    (list.repeats[b] ?? 0) - (list.repeats[a] ?? 0) ||
    a - b;
  return Uint32Array.from(grade, (_, place) => place).sort(by);
}

export function titleOf(rule: Rule): string {
  return either(rule.title_zh, rule.title_en);
}

/** What gives the findings of the chosen city, or of all cities where none is chosen. Rejects with DataGone. */
export function loading(): (city: string | undefined) => Promise<Findings> {
  const load = byCity<FindingList>("findings");
  let last: Findings | undefined;
  return async (city) => {
    const [list, all] = await Promise.all([load(city), departments()]);
    return (last = last?.list === list ? last : new Findings(list, all));
  };
}

/** The findings that fold into one line: those of a rule in a document, in the order in which they stand. */
export function folded(findings: Findings, found: readonly number[]): Map<number, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const place of found) {
    const key = `${findings.list.rule_code[place]} ${findings.document(place)}`;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return new Map([...groups.values()].map((group) => [group[0] ?? 0, group]));
}
