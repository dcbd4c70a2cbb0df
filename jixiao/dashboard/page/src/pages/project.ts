/** A project in a document: what it gets, what it must achieve, what deserves a question. */

import { core } from "../data/core";
import {
  documentAt,
  fullDocument,
  type Finding,
  type FullDocument,
  type Funding,
  type Indicator,
  type Project,
} from "../data/document";
import { links } from "../data/marts";
import { fill, h, type Child } from "../dom";
import { fen, wan } from "../format";
import { groupBy } from "../group";
import { either, named, t } from "../i18n";
import { witnessed } from "../evidence/drawer";
import { lineOf } from "../evidence/spans";
import { empty, heading, link, section, severityMark, sourceName, trail } from "../parts/page";
import { facts, table } from "../parts/table";
import { address, route } from "../router";
import { evaluated, evaluationOf } from "./evaluation";

export async function project(host: HTMLElement): Promise<void> {
  const [documentKey = 0, projectKey = 0] = route().parts.map(Number);
  const document = await documentAt(documentKey);
  const one = document?.projects.find((other) => other.project_key === projectKey);
  if (!document || !one) return fill(host, empty(t("notFound")));
  const findings = document.findings.filter((finding) => finding.project_key === projectKey);
  const name = one.name || t("unnamed");
  const others = h("div", {});
  const evaluation = evaluationOf(document, projectKey);
  fill(
    host,
    heading(
      [witnessed(name, name, documentKey, [one]), one.is_classified && h("span", { class: "tag" }, t("classified"))],
      one.unit,
      trail(document.identity),
    ),
    others,
    evaluation ? evaluated(document, one, evaluation) : planned(document, one, name, findings),
    section(t("findings"), null, findings.length ? listed(document, findings) : empty(t("noFindings"))),
  );
  fill(others, await elsewhere(document.identity.city_key, documentKey, projectKey));
}

function planned(document: FullDocument, one: Project, name: string, findings: readonly Finding[]): Child {
  const own = <Row extends { project_key: number }>(rows: readonly Row[]) =>
    rows.filter((row) => row.project_key === one.project_key);
  return [
    section(t("funding"), null, funding(document, own(document.funding), name)),
    section(t("goals"), null, goals(document, one)),
    section(t("indicatorsLong"), null, indicators(document, own(document.indicators), findings)),
  ];
}

/** The projects of other documents that the warehouse links with this one, each with the evidence. */
async function elsewhere(city: number, documentKey: number, projectKey: number): Promise<Child> {
  const isHere = (document: number, project: number) => document === documentKey && project === projectKey;
  const claims = (await links(city)).filter(
    (claim) =>
      isHere(claim.from_document_key, claim.from_project_key) || isHere(claim.to_document_key, claim.to_project_key),
  );
  const others = groupBy(claims, (claim) =>
    isHere(claim.from_document_key, claim.from_project_key)
      ? `${claim.to_document_key} ${claim.to_project_key}`
      : `${claim.from_document_key} ${claim.from_project_key}`,
  );
  const linked = await Promise.all(
    [...others].map(async ([key, members]) => {
      const [document = 0, project = 0] = key.split(" ").map(Number);
      return { members, other: await fullDocument(document), project };
    }),
  );
  const shown = linked.flatMap(({ members, other, project }) => {
    const one = other.projects.find((row) => row.project_key === project);
    if (!one) return [];
    const evaluation = evaluationOf(other, project);
    const amount = other.funding
      .filter((row) => row.project_key === project)
      .reduce((sum, row) => sum + BigInt(row.amount), 0n);
    const what = evaluation
      ? `${t("selfEvaluation")}${evaluation.total_score === null ? "" : ` ${evaluation.total_score}`}`
      : wan(amount);
    return [
      h(
        "span",
        {},
        link(
          `${other.identity.budget_year} ${one.name || t("unnamed")} ${what}`,
          address("project", [other.key, project]),
        ),
        " ",
        h("span", { class: "faint" }, members.map((claim) => named("link", claim.kind)).join(t("comma"))),
      ),
    ];
  });
  return shown.length ? h("p", { class: "elsewhere" }, h("span", {}, t("linkedProjects")), shown) : null;
}

function funding(document: FullDocument, rows: readonly Funding[], name: string): HTMLElement {
  if (!rows.length) return empty("—");
  const midterm = rows.some((row) => row.midterm !== null);
  const total = document.totals.find(
    (one) => one.level === "project" && one.measure === "total" && one.project_key === rows[0]?.project_key,
  );
  const value = (row: Funding, amount: string | null) =>
    amount === null
      ? "—"
      : witnessed(
          wan(BigInt(amount)),
          `${name} · ${sourceName(row.source)} ${wan(BigInt(amount))} ${t("wan")}`,
          document.key,
          [row],
        );
  const lines: (Funding | null)[] = total ? [...rows, null] : [...rows];
  return table(
    t("funding"),
    [
      { head: t("source"), cell: (row) => (row ? sourceName(row.source) : t("printedTotal")) },
      {
        head: t("noted", { name: t("ofYear"), note: t("wan") }),
        number: true,
        cell: (row) =>
          row
            ? value(row, row.amount)
            : witnessed(
                wan(fen(total?.printed_amount)),
                `${name} · ${t("printedTotal")}`,
                document.key,
                total ? [total] : [],
              ),
      },
      ...(midterm
        ? [
            {
              head: t("noted", { name: t("midterm"), note: t("wan") }),
              number: true,
              cell: (row: Funding | null) => (row ? value(row, row.midterm) : ""),
            },
          ]
        : []),
      {
        head: t("printed"),
        wide: true,
        cell: (row) =>
          row
            ? [
                row.printed ?? h("span", { class: "faint" }, t("amountDerived")),
                row.is_repaired && h("span", { class: "tag" }, t("repaired")),
              ]
            : total?.printed,
      },
    ],
    lines,
    (row) => (row ? "" : "subtotal"),
  );
}

function goals(document: FullDocument, one: Project): HTMLElement {
  if (!one.annual_goal && !one.cycle_goal) return empty(t("noGoal"));
  const goal = (text: string, head: string, start: number | null, end: number | null) =>
    h(
      "p",
      { class: "goal" },
      witnessed(text, `${one.name} · ${head}`, document.key, [
        { page: one.page, line: start === null ? one.line : lineOf(document, start), start, end },
      ]),
    );
  const years =
    one.cycle_start_year && one.cycle_end_year
      ? t("cycleYears", { from: one.cycle_start_year, to: one.cycle_end_year })
      : "";
  return facts([
    one.annual_goal
      ? [t("annualGoal"), goal(one.annual_goal, t("annualGoal"), one.annual_goal_start, one.annual_goal_end)]
      : null,
    one.cycle_goal
      ? [`${t("cycleGoal")}${years}`, goal(one.cycle_goal, t("cycleGoal"), one.cycle_goal_start, one.cycle_goal_end)]
      : null,
    one.reply ? [t("reply"), one.reply] : null,
  ]);
}

function indicators(document: FullDocument, rows: readonly Indicator[], findings: readonly Finding[]): HTMLElement {
  if (!rows.length) return empty(t("noIndicators"));
  const categories = new Map(core().categories.map((category) => [category.category_key, category]));
  const findingsOf = groupBy(findings, (finding) => finding.indicator_key);
  const target = (row: Indicator, kind: "annual" | "cycle", head: string) => {
    const text = row[`${kind}_target`];
    if (text === null) return h("span", { class: "faint" }, "—");
    return [
      witnessed(text, `${row.name ?? t("unnamed")} · ${head} ${text}`, document.key, [
        { ...row, start: row[`${kind}_start`] ?? row.start, end: row[`${kind}_end`] ?? row.end },
      ]),
      read(row, kind),
    ];
  };
  let level = "";
  return table(
    t("indicatorsLong"),
    [
      {
        head: t("level1"),
        cell: (row) => {
          const name = categories.get(row.category_key)?.level1_name ?? "";
          const repeated = name === level;
          level = name;
          return h("span", { class: repeated ? "repeated" : "level" }, name);
        },
      },
      {
        head: t("level2"),
        cell: (row) => h("span", { class: "level faint" }, categories.get(row.category_key)?.level2_name),
      },
      {
        head: t("name"),
        wide: true,
        cell: (row) => [
          witnessed(row.name ?? t("unnamed"), row.name ?? t("unnamed"), document.key, [row]),
          [...groupBy(findingsOf.get(row.indicator_key) ?? [], (finding) => finding.rule_code)].map(([code, hits]) =>
            h(
              "div",
              { class: "hit" },
              severityMark(hits[0]?.severity ?? "low"),
              ruleTitle(code),
              hits.length > 1 && h("span", { class: "faint" }, " ", t("times", { n: hits.length })),
            ),
          ),
        ],
      },
      { head: t("annualTarget"), cell: (row) => target(row, "annual", t("annualTarget")) },
      { head: t("cycleTarget"), cell: (row) => target(row, "cycle", t("cycleTarget")) },
    ],
    rows,
  );
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

const said = (row: Finding) => either(row.message, row.message_en);

function listed(document: FullDocument, findings: readonly Finding[]): HTMLElement {
  return table(
    t("findings"),
    [
      { head: t("severity"), cell: (row) => severityMark(row.severity) },
      { head: t("rule"), cell: (row) => ruleTitle(row.rule_code) },
      {
        head: t("message"),
        wide: true,
        cell: (row) => witnessed(said(row), said(row), document.key, [row]),
      },
    ],
    findings,
  );
}
