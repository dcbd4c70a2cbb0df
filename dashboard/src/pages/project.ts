/** A project in a document: what it gets, what it must achieve, what deserves a question. */

import { core } from "../data/core";
import { fullDocument, type Finding, type FullDocument, type Funding, type Indicator, type Project } from "../data/document";
import { projectList } from "../data/lists";
import { fill, h, type Child } from "../dom";
import { fen, wan } from "../format";
import { groupBy } from "../group";
import { either, t } from "../i18n";
import { witnessed } from "../evidence/drawer";
import { empty, heading, link, section, severityMark, sourceName, trail } from "../parts/page";
import { facts, table } from "../parts/table";
import { address, route } from "../router";

export async function project(host: HTMLElement): Promise<void> {
  const [documentKey = 0, projectKey = 0] = route().parts.map(Number);
  const doc = core().documentOf.get(documentKey);
  const document = doc && (await fullDocument(documentKey));
  const one = document?.projects.find((other) => other.project_key === projectKey);
  if (!doc || !document || !one) return fill(host, empty(t("notFound")));
  const findings = document.findings.filter((finding) => finding.project_key === projectKey);
  const name = one.name || t("unnamed");
  const others = h("div", {});
  fill(host,
    heading([witnessed(name, name, documentKey, [one]), one.is_classified && h("span", { class: "tag" }, t("classified"))], one.unit, trail(doc)),
    others,
    section(t("funding"), null, funding(document, document.funding.filter((row) => row.project_key === projectKey), name)),
    section(t("goals"), null, goals(document, one)),
    section(t("indicatorsLong"), null, indicators(document, document.indicators.filter((row) => row.project_key === projectKey), findings)),
    section(t("findings"), null, findings.length ? listed(document, findings) : empty(t("noFindings"))));
  fill(others, await elsewhere(documentKey, projectKey));
}

/** The same project, or its family in the same unit, in other documents. */
async function elsewhere(documentKey: number, projectKey: number): Promise<Child> {
  const list = await projectList();
  const here = list.project_key.findIndex((key, place) => key === projectKey && list.document_key[place] === documentKey);
  const links = list.project_key.flatMap((key, place) => {
    const same = key === projectKey || (list.family[place] === list.family[here] && list.unit[place] === list.unit[here]);
    const doc = core().documentOf.get(list.document_key[place] ?? 0);
    return same && place !== here && doc && doc.city_key === core().documentOf.get(documentKey)?.city_key
      ? [link(`${doc.budget_year} ${list.name[place]} ${wan(fen(list.amount[place]))}`, address("project", [doc.document_key, key]))] : [];
  });
  return links.length ? h("p", { class: "elsewhere" }, h("span", {}, t("sameFamily")), links) : null;
}

function funding(document: FullDocument, rows: readonly Funding[], name: string): HTMLElement {
  if (!rows.length) return empty("—");
  const midterm = rows.some((row) => row.midterm !== null);
  const total = document.totals.find((one) => one.level === "project" && one.measure === "total" && one.project_key === rows[0]?.project_key);
  const value = (row: Funding, amount: string | null) => (amount === null ? "—" : witnessed(wan(BigInt(amount)), `${name} · ${sourceName(row.source)} ${wan(BigInt(amount))} ${t("wan")}`, document.key, [row]));
  const lines: (Funding | null)[] = total ? [...rows, null] : [...rows];
  return table(t("funding"), [
    { head: t("source"), cell: (row) => (row ? sourceName(row.source) : t("printedTotal")) },
    { head: `${t("ofYear")}（${t("wan")}）`, number: true, cell: (row) => (row ? value(row, row.amount) : witnessed(wan(fen(total?.printed_amount)), `${name} · ${t("printedTotal")}`, document.key, total ? [total] : [])) },
    ...(midterm ? [{ head: `${t("midterm")}（${t("wan")}）`, number: true, cell: (row: Funding | null) => (row ? value(row, row.midterm) : "") }] : []),
    { head: t("printed"), wide: true, cell: (row) => (row ? [row.printed ?? h("span", { class: "faint" }, t("amountDerived")), row.is_repaired && h("span", { class: "tag" }, t("repaired"))] : total?.printed) },
  ], lines, (row) => (row ? "" : "subtotal"));
}

function goals(document: FullDocument, one: Project): HTMLElement {
  if (!one.annual_goal && !one.cycle_goal) return empty(t("noGoal"));
  const goal = (text: string, head: string, start: number | null, end: number | null) =>
    h("p", { class: "goal" }, witnessed(text, `${one.name} · ${head}`, document.key, [{ page: one.page, line: lineOf(document, start, one.line), start, end }]));
  const years = one.cycle_start_year && one.cycle_end_year ? `（${t("cycleYears", { from: one.cycle_start_year, to: one.cycle_end_year })}）` : "";
  return facts([
    one.annual_goal ? [t("annualGoal"), goal(one.annual_goal, t("annualGoal"), one.annual_goal_start, one.annual_goal_end)] : null,
    one.cycle_goal ? [`${t("cycleGoal")}${years}`, goal(one.cycle_goal, t("cycleGoal"), one.cycle_goal_start, one.cycle_goal_end)] : null,
    one.reply ? [t("reply"), one.reply] : null,
  ]);
}

function lineOf(document: FullDocument, start: number | null, otherwise: number): number {
  return start === null ? otherwise : Array.from(document.text).slice(0, start).filter((character) => character === "\n").length + 1;
}

function indicators(document: FullDocument, rows: readonly Indicator[], findings: readonly Finding[]): HTMLElement {
  if (!rows.length) return empty(t("noIndicators"));
  const categories = new Map(core().categories.map((category) => [category.category_key, category]));
  const findingsOf = groupBy(findings, (finding) => finding.indicator_key);
  const target = (row: Indicator, kind: "annual" | "cycle", head: string) => {
    const text = row[`${kind}_target`];
    if (text === null) return h("span", { class: "faint" }, "—");
    return [witnessed(text, `${row.name ?? t("unnamed")} · ${head} ${text}`, document.key, [{ ...row, start: row[`${kind}_start`] ?? row.start, end: row[`${kind}_end`] ?? row.end }]), read(row, kind)];
  };
  let level = "";
  return table(t("indicatorsLong"), [
    { head: t("level1"), cell: (row) => {
      const name = categories.get(row.category_key)?.level1_name ?? "";
      const repeated = name === level;
      level = name;
      return h("span", { class: repeated ? "repeated" : "level" }, name);
    } },
    { head: t("level2"), cell: (row) => h("span", { class: "level faint" }, categories.get(row.category_key)?.level2_name) },
    { head: t("name"), wide: true, cell: (row) => [
      witnessed(row.name ?? t("unnamed"), row.name ?? t("unnamed"), document.key, [row]),
      [...groupBy(findingsOf.get(row.indicator_key) ?? [], (finding) => finding.rule_code)].map(([code, hits]) => h("div", { class: "hit" }, severityMark(core().ruleOf.get(code)?.severity ?? "low"), ruleTitle(code), hits.length > 1 && h("span", { class: "faint" }, " ", t("times", { n: hits.length })))),
    ] },
    { head: t("annualTarget"), cell: (row) => target(row, "annual", t("annualTarget")) },
    { head: t("cycleTarget"), cell: (row) => target(row, "cycle", t("cycleTarget")) },
  ], rows);
}

/** How a target was read, where that differs from what is printed. */
function read(row: Indicator, kind: "annual" | "cycle"): Child {
  const value = row[`${kind}_value`];
  if (value === null) return h("small", { class: "reading" }, t("qualitative"));
  const upper = row[`${kind}_upper`];
  const unit = row[`${kind}_unit`] ?? "";
  const operator = row[`${kind}_operator`] ?? "";
  const sign: Record<string, string> = { "=": "", ">=": "≥", "<=": "≤", "~": "≈" };
  const text = operator === "between" ? `${value}–${upper}${unit}` : `${sign[operator] ?? operator}${value}${unit}`;
  return text === row[`${kind}_target`] ? null : h("small", { class: "reading" }, `${t("reading")} ${text}`);
}

function ruleTitle(code: string): HTMLElement {
  const rule = core().ruleOf.get(code);
  return link(rule ? either(rule.title_zh, rule.title_en) : code, address("findings", [], { rule: code }));
}

function listed(document: FullDocument, findings: readonly Finding[]): HTMLElement {
  return table(t("findings"), [
    { head: t("severity"), cell: (row) => severityMark(core().ruleOf.get(row.rule_code)?.severity ?? "low") },
    { head: t("rule"), cell: (row) => ruleTitle(row.rule_code) },
    { head: t("message"), wide: true, cell: (row) => witnessed(row.message, row.message, document.key, [row]) },
  ], findings);
}
