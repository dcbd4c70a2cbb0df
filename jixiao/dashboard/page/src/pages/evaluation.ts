/** A self-evaluated project: what was spent and achieved of what was planned, and the score it gives itself. */

import { core } from "../data/core";
import type { Evaluation, Execution, FullDocument, Performance, Project } from "../data/document";
import { h, type Child } from "../dom";
import { count, fen, wan } from "../format";
import { t } from "../i18n";
import { witnessed } from "../evidence/drawer";
import { inOrder, part } from "../evidence/spans";
import { empty, figure, figures, link, section, sourceName } from "../parts/page";
import { facts, table } from "../parts/table";
import { address } from "../router";

export function evaluationOf(document: FullDocument, project: number): Evaluation | undefined {
  return document.evaluations.find((one) => one.project_key === project);
}

/** The parts of a project's page that only a self-evaluation has. */
export function evaluated(document: FullDocument, one: Project, evaluation: Evaluation): Child {
  const rows = document.executions.filter((row) => row.project_key === one.project_key);
  const results = document.performance.filter((row) => row.project_key === one.project_key);
  const known = results.filter((row) => row.met !== null);
  return [
    figures(
      figure(
        t("selfScore"),
        score(document, evaluation),
        evaluation.total_weight && t("ofFull", { n: evaluation.total_weight }),
      ),
      figure(t("grade"), evaluation.grade ?? "—"),
      figure(t("executionRate"), rate(rows.find((row) => row.source === "total")), t("computedRate")),
      figure(
        t("targetsMet"),
        known.length ? t("ofTotals", { n: count(known.filter((row) => row.met).length), m: count(known.length) }) : "—",
        results.length > known.length && t("notComparable", { n: count(results.length - known.length) }),
      ),
    ),
    section(t("execution"), null, executions(document, rows, one.name)),
    section(t("goals"), null, goals(document, one, evaluation)),
    section(t("performance"), t("performanceLead"), performance(document, results)),
  ];
}

function score(document: FullDocument, evaluation: Evaluation): Child {
  const { total_score: text } = evaluation;
  return text === null
    ? "—"
    : witnessed(text, `${t("selfScore")} ${text}`, document.key, [
        part(evaluation, evaluation.total_score_start, evaluation.total_score_end),
      ]);
}

function rate(row: Execution | undefined): string {
  return row?.computed_rate == null ? "—" : `${Number(row.computed_rate).toFixed(1)}%`;
}

function executions(document: FullDocument, rows: readonly Execution[], name: string): HTMLElement {
  if (!rows.length) return empty("—");
  const places = new Map(
    rows.map((row) => [row, inOrder(document, row, [row.budget_printed, row.adjusted_printed, row.executed_printed])]),
  );
  const money = (row: Execution, text: string | null, place: number, head: string): Child =>
    text === null
      ? "—"
      : witnessed(wan(BigInt(text)), `${name} · ${head} ${wan(BigInt(text))} ${t("wan")}`, document.key, [
          places.get(row)?.[place] ?? row,
        ]);
  return table(
    t("execution"),
    [
      { head: t("source"), cell: (row) => (row.source === "total" ? t("total") : sourceName(row.source)) },
      {
        head: t("noted", { name: t("initialBudget"), note: t("wan") }),
        number: true,
        cell: (row) => money(row, row.budget, 0, t("initialBudget")),
      },
      {
        head: t("noted", { name: t("adjustedBudget"), note: t("wan") }),
        number: true,
        cell: (row) => money(row, row.adjusted, 1, t("adjustedBudget")),
      },
      {
        head: t("noted", { name: t("executed"), note: t("wan") }),
        number: true,
        cell: (row) => money(row, row.executed, 2, t("executed")),
      },
      {
        head: t("noted", { name: t("executionRate"), note: t("printed") }),
        number: true,
        cell: (row) => row.rate_printed ?? (row.rate === null ? "—" : `${row.rate}%`),
      },
      {
        head: t("scoreOf"),
        number: true,
        cell: (row) => (row.score === null ? "" : `${row.score} / ${row.weight ?? "—"}`),
      },
      { head: t("deviation"), wide: true, cell: (row) => row.reason },
    ],
    rows,
    (row) => (row.source === "total" ? "subtotal" : ""),
  );
}

function goals(document: FullDocument, one: Project, evaluation: Evaluation): HTMLElement {
  const goal = (text: string, head: string, start: number | null, end: number | null) =>
    h("p", { class: "goal" }, witnessed(text, `${one.name} · ${head}`, document.key, [part(one, start, end)]));
  return facts([
    one.annual_goal
      ? [t("annualGoal"), goal(one.annual_goal, t("annualGoal"), one.annual_goal_start, one.annual_goal_end)]
      : [t("annualGoal"), t("noGoal")],
    one.cycle_goal
      ? [t("cycleGoal"), goal(one.cycle_goal, t("cycleGoal"), one.cycle_goal_start, one.cycle_goal_end)]
      : null,
    evaluation.achieved_goal
      ? [
          t("achievedGoal"),
          goal(
            evaluation.achieved_goal,
            t("achievedGoal"),
            evaluation.achieved_goal_start,
            evaluation.achieved_goal_end,
          ),
        ]
      : null,
  ]);
}

function performance(document: FullDocument, rows: readonly Performance[]): HTMLElement {
  if (!rows.length) return empty(t("noIndicators"));
  const categories = new Map(core().categories.map((category) => [category.category_key, category]));
  const shown = (
    row: Performance,
    text: string | null,
    head: string,
    start: number | null,
    end: number | null,
  ): Child =>
    text === null
      ? "—"
      : witnessed(text, `${row.name ?? t("unnamed")} · ${head} ${text}`, document.key, [part(row, start, end)]);
  return table(
    t("performance"),
    [
      {
        head: t("level2"),
        cell: (row) => h("span", { class: "level faint" }, categories.get(row.category_key)?.level2_name),
      },
      {
        head: t("name"),
        wide: true,
        cell: (row) =>
          witnessed(row.name ?? t("unnamed"), row.name ?? t("unnamed"), document.key, [
            part(row, row.name_start, row.name_end),
          ]),
      },
      {
        head: t("annualTarget"),
        cell: (row) => shown(row, row.target, t("annualTarget"), row.target_start, row.target_end),
      },
      { head: t("actual"), cell: (row) => shown(row, row.actual, t("actual"), row.actual_start, row.actual_end) },
      {
        head: t("met"),
        cell: (row) =>
          row.met === null
            ? h("span", { class: "faint" }, t("metUnknown"))
            : h("span", { class: row.met ? "good" : "bad" }, row.met ? t("metYes") : t("metNo")),
      },
      {
        head: t("scoreOf"),
        number: true,
        cell: (row) => (row.score === null ? "—" : `${row.score} / ${row.weight ?? "—"}`),
      },
      { head: t("deviation"), wide: true, cell: (row) => row.reason },
    ],
    rows,
  );
}

/** The self-evaluated projects of a document, one a row. */
export function evaluations(document: FullDocument): HTMLElement {
  const projects = document.projects.filter((one) => evaluationOf(document, one.project_key));
  const totalOf = new Map(
    document.executions.filter((row) => row.source === "total").map((row) => [row.project_key, row]),
  );
  const money = (project: Project, which: "budget" | "adjusted" | "executed", head: string): Child => {
    const row = totalOf.get(project.project_key);
    const amount = fen(row?.[which]);
    if (!row || amount === null) return "—";
    const [budget, adjusted, executed] = inOrder(document, row, [
      row.budget_printed,
      row.adjusted_printed,
      row.executed_printed,
    ]);
    const place = { budget, adjusted, executed }[which] ?? row;
    return witnessed(wan(amount), `${project.name} · ${head} ${wan(amount)} ${t("wan")}`, document.key, [place]);
  };
  const metOf = (project: Project) =>
    document.performance.filter((row) => row.project_key === project.project_key && row.met !== null);
  return table(
    t("selfEvaluation"),
    [
      { head: t("unit"), wide: true, cell: (row) => row.unit },
      {
        head: t("project"),
        wide: true,
        cell: (row) => link(row.name || t("unnamed"), address("project", [document.key, row.project_key])),
      },
      { head: t("initialBudget"), number: true, cell: (row) => money(row, "budget", t("initialBudget")) },
      { head: t("executed"), number: true, cell: (row) => money(row, "executed", t("executed")) },
      { head: t("executionRate"), number: true, cell: (row) => rate(totalOf.get(row.project_key)) },
      {
        head: t("targetsMet"),
        number: true,
        cell: (row) => {
          const known = metOf(row);
          return known.length ? t("ofTotals", { n: known.filter((one) => one.met).length, m: known.length }) : "—";
        },
      },
      {
        head: t("selfScore"),
        number: true,
        cell: (row) => score(document, evaluationOf(document, row.project_key) as Evaluation),
      },
      { head: t("grade"), cell: (row) => evaluationOf(document, row.project_key)?.grade ?? "—" },
    ],
    projects,
  );
}
