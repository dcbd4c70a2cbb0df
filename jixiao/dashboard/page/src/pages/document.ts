/** One document: what was read, what does not reconcile, what was not understood. */

import { documentAt, type FullDocument, type Identity, type Total } from "../data/document";
import { fill, h, type Child } from "../dom";
import { count, fen, percent, wan } from "../format";
import { either, named, t } from "../i18n";
import { openEvidence, witnessed } from "../evidence/drawer";
import { empty, formName, heading, link, outer, section, sourceName, trail } from "../parts/page";
import { facts, long, table, type Column } from "../parts/table";
import { address, route } from "../router";

export async function document(host: HTMLElement): Promise<void> {
  const key = Number(route().parts[0]);
  const one = await documentAt(key);
  if (!one) return fill(host, empty(t("notFound")));
  const { department_key, budget_year } = one.identity;
  const reader = h(
    "button",
    {
      type: "button",
      class: "action",
      onclick: () => void openEvidence({ document: key, title: one.identity.file_name, places: [] }),
    },
    t("readText"),
  );
  fill(
    host,
    heading(one.identity.file_name, one.identity.title, trail(one.identity)),
    h(
      "p",
      { class: "actions" },
      reader,
      link(t("unitsAndProjects"), address("department", [department_key, budget_year])),
    ),
    section(t("characters"), null, characters(one.identity)),
    section(t("reconciliation"), t("reconciliationLead"), totals(one)),
    one.repairs.length > 0 && section(t("repairsTitle"), null, repairs(one)),
    section(t("issuesTitle"), t("issuesLead"), issues(one)),
    section(t("notUnderstoodTitle"), t("notUnderstoodLead"), notUnderstood(one)),
    section(t("identity"), null, identity(one.identity)),
  );
}

function characters(identity: Identity): HTMLElement {
  const kinds = ["field_characters", "label_characters", "layout_characters", "not_understood_characters"] as const;
  const bar = h(
    "div",
    {
      class: "sharebar",
      role: "img",
      "aria-label": kinds.map((kind) => `${t(kind)} ${percent(identity[kind], identity.characters)}`).join(", "),
    },
    kinds.map((kind) => {
      const part = h("span", { class: kind });
      part.style.flexGrow = String(identity[kind]);
      return identity[kind] > 0 && part;
    }),
  );
  return h(
    "div",
    {},
    bar,
    h(
      "ul",
      { class: "legend" },
      kinds.map((kind) =>
        h(
          "li",
          { class: kind },
          t(kind),
          " ",
          h("b", {}, count(identity[kind])),
          " ",
          h("span", { class: "faint" }, percent(identity[kind], identity.characters)),
        ),
      ),
    ),
  );
}

function totals(one: FullDocument): HTMLElement {
  if (!one.totals.length) return empty(t("noTotals"));
  const money = (text: string | null) => wan(fen(text));
  const ranks = ["document", "unit", "project"];
  const sorted = [...one.totals].sort(
    (a, b) => Number(a.reconciles) - Number(b.reconciles) || ranks.indexOf(a.level) - ranks.indexOf(b.level),
  );
  const columns: Column<Total>[] = [
    { head: t("level"), cell: (row) => named("level", row.level) },
    {
      head: t("name"),
      wide: true,
      cell: (row) =>
        row.level === "document"
          ? one.identity.department.department_name
          : row.project_key === null
            ? row.name
            : nameOf(one, row.project_key),
    },
    {
      head: t("measure"),
      cell: (row) => (row.measure === "total" ? t("total") : named("measure", sourceName(row.measure))),
    },
    {
      head: t("printed"),
      number: true,
      cell: (row) =>
        witnessed(
          row.printed_amount === null ? row.printed : money(row.printed_amount),
          `${row.name} · ${t("printedTotal")} ${row.printed}`,
          one.key,
          [row],
        ),
    },
    {
      head: t("computedTotal"),
      number: true,
      cell: (row) =>
        row.computed === null || !parts(one, row).length
          ? money(row.computed)
          : witnessed(
              money(row.computed),
              `${row.name} · ${t("computedTotal")} ${money(row.computed)} ${t("wan")}`,
              one.key,
              parts(one, row),
            ),
    },
    {
      head: t("difference"),
      number: true,
      cell: (row) => h("span", { class: row.reconciles ? "faint" : "bad" }, money(row.difference)),
    },
    {
      head: "",
      cell: (row) => [
        h("span", { class: row.reconciles ? "good" : "bad" }, row.reconciles ? t("reconciled") : t("notReconciled")),
        row.is_repaired && h("span", { class: "tag" }, t("repaired")),
      ],
    },
  ];
  return long(sorted, (rows) => table(t("reconciliation"), columns, rows));
}

/** The amounts that a computed total is the sum of. */
function parts(one: FullDocument, total: Total) {
  const units = new Map(one.projects.map((project) => [project.project_key, project]));
  return one.funding
    .filter(
      (row) =>
        (total.measure === "total" || row.source === total.measure) &&
        (total.level === "document" ||
          (total.level === "unit"
            ? units.get(row.project_key)?.unit_key === total.unit_key
            : row.project_key === total.project_key)),
    )
    .map((row) => ({ ...row, label: `${units.get(row.project_key)?.name ?? ""} ${wan(BigInt(row.amount))}` }));
}

function repairs(one: FullDocument): HTMLElement {
  return table(
    t("repairsTitle"),
    [
      { head: t("level"), cell: (row) => named("level", row.level) },
      { head: t("name"), wide: true, cell: (row) => nameOf(one, row.project_key) },
      { head: t("measure"), cell: (row) => (row.measure === "total" ? t("total") : sourceName(row.measure)) },
      {
        head: t("printed"),
        cell: (row) => witnessed(row.printed || "—", `${t("repaired")} ${row.printed}`, one.key, [row]),
      },
      { head: t("repaired"), number: true, cell: (row) => wan(BigInt(row.repaired)) },
      { head: t("proof"), wide: true, cell: (row) => row.proof },
    ],
    one.repairs,
  );
}

function issues(one: FullDocument): HTMLElement {
  if (!one.issues.length) return empty(t("noIssues"));
  return long(one.issues, (rows) =>
    table(
      t("issuesTitle"),
      [
        { head: t("reason"), wide: true, cell: (row) => either(row.meaning_zh, row.meaning_en) },
        { head: t("project"), wide: true, cell: (row) => nameOf(one, row.project_key) },
        {
          head: t("printed"),
          wide: true,
          cell: (row) =>
            witnessed(
              row.printed,
              either(row.meaning_zh, row.meaning_en),
              one.key,
              [row],
              either(row.message_zh, row.message),
            ),
        },
        { head: t("where"), number: true, cell: (row) => t("lineOnly", { line: row.line }) },
      ],
      rows,
    ),
  );
}

function notUnderstood(one: FullDocument): HTMLElement {
  if (!one.notUnderstood.length) return empty(t("nothingLeft"));
  return long(one.notUnderstood, (rows) =>
    table(
      t("notUnderstoodTitle"),
      [
        {
          head: t("sourceText"),
          wide: true,
          cell: (row) => witnessed(row.text.trim(), t("notUnderstoodTitle"), one.key, [row]),
        },
        { head: t("reason"), wide: true, cell: (row) => either(row.reason_zh, row.reason) },
        { head: t("where"), number: true, cell: (row) => t("lineOnly", { line: row.line }) },
      ],
      rows,
    ),
  );
}

function nameOf(one: FullDocument, project: number | null): Child {
  const found = one.projects.find((other) => other.project_key === project);
  return found ? link(found.name || t("unnamed"), address("project", [one.key, found.project_key])) : "—";
}

function identity(one: Identity): HTMLElement {
  const because = (basis: string) => h("span", { class: "faint" }, ` ${named("basis", basis)}`);
  return facts([
    [t("form"), t("noted", { name: formName(one.form), note: named("layout", one.layout) })],
    [t("department"), [one.department.department_name, because(one.department_basis)]],
    [t("city"), [one.city.city_name, because(one.place_basis)]],
    [t("year"), [String(one.budget_year), because(one.year_basis)]],
    [t("evidenceOfYear"), one.year_evidence],
    [t("moneyUnit"), [one.money_unit, because(one.money_unit_basis)]],
    [t("size"), t("sizeText", { pages: count(one.pages), lines: count(one.lines), characters: count(one.characters) })],
    one.published_on ? [t("published"), one.published_on] : null,
    one.page_url ? [t("officialPage"), outer(one.page_title ?? one.page_url, one.page_url)] : null,
    one.url ? ["URL", outer(one.url, one.url)] : null,
    one.fetched_at ? [t("fetched"), one.fetched_at] : null,
    [t("digest"), h("code", {}, one.sha256)],
  ]);
}
