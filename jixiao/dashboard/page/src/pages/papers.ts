/** 疑点底稿: the findings that filters let through as working papers, with room for the auditor's own notes. */

import { core } from "../data/core";
import { fullDocument, type FullDocument, type Total } from "../data/document";
import { fill, h, type Child } from "../dom";
import { charactersOf } from "../evidence/spans";
import { count, fen, wan } from "../format";
import { named, t, type Word } from "../i18n";
import { chosen } from "../parts/filters";
import { empty, EVERY_YEAR, heading, link, outer, severityMark } from "../parts/page";
import { address } from "../router";
import { loading, NAMES, titleOf, type Findings } from "./found/found";

/** So many papers are printed at most, from so many documents: more is a workbook's work. */
const MOST_PAPERS = 200;
const MOST_DOCUMENTS = 40;
const CONTEXT = 60;
const OWN: readonly Word[] = [
  "ownChecked",
  "ownConcluded",
  "ownMeasures",
  "ownChecker",
  "ownDay",
  "ownReviewer",
  "ownAnnex",
];

export async function papers(host: HTMLElement): Promise<void> {
  const now = chosen(NAMES);
  const findings = await loading()(now["city"]);
  const found = findings.chosen(now);
  const documents = [...new Set(found.map((place) => findings.document(place)))].slice(0, MOST_DOCUMENTS);
  const of = new Map(
    await Promise.all(documents.map(async (key) => [key, await fullDocument(key)] as [number, FullDocument])),
  );
  const places = found.filter((place) => of.has(findings.document(place))).slice(0, MOST_PAPERS);
  const kept = Object.fromEntries(Object.entries(now).filter(([, value]) => value));
  fill(
    host,
    heading(t("sheet"), t("sheetLead"), link(t("findingsTitle"), address("findings", [], kept))),
    h(
      "p",
      { class: "narrowed" },
      [...narrowedTo(findings, kept), t("rowsFound", { n: count(found.length) })].join(" · "),
    ),
    places.length < found.length && h("p", { class: "caution" }, t("sheetMost", { n: count(places.length) })),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "action", onclick: () => print() }, t("print")),
    ),
    places.length
      ? places.map((place, number) => paper(findings, place, number, of.get(findings.document(place)) as FullDocument))
      : empty(t("noRows")),
  );
}

/** What the filters of the address say, in words. */
function narrowedTo(findings: Findings, kept: Readonly<Record<string, string>>): string[] {
  const { cityOf, functionOf, ruleOf } = core();
  const rule = ruleOf.get(kept["rule"] ?? "");
  const department = findings.departmentNamed(Number(kept["department"] ?? 0));
  const words = [
    cityOf.get(Number(kept["city"] ?? 0))?.city_name,
    functionOf.get(kept["function"] ?? ""),
    department,
    kept["year"] !== EVERY_YEAR && kept["year"],
    rule && titleOf(rule),
    kept["severity"] && t(kept["severity"] as "high" | "medium" | "low"),
    kept["q"] && `“${kept["q"]}”`,
  ];
  return words.filter((word): word is string => Boolean(word));
}

function paper(findings: Findings, place: number, number: number, document: FullDocument): HTMLElement {
  const { list } = findings;
  const rule = findings.rule(place);
  const department = findings.department(place);
  const project = list.project_key[place];
  const { page, line } = { page: list.page[place] ?? 1, line: list.line[place] ?? 1 };
  const [start, end] = [list.start[place] ?? 0, list.end[place] ?? 0];
  const evidence = address("document", [document.key], { at: `${document.key}:${start}-${end}` });
  const total = document.totals.find((one) => one.start === start && one.end === end);
  const facts: (readonly [string, Child] | null)[] = [
    [t("department"), [findings.city(place), " ", department?.department_name, " ", list.budget_year[place]]],
    project == null ? null : [t("project"), list.project[place] || t("unnamed")],
    [t("message"), findings.said(place)],
    total ? [t("bothValues"), both(total)] : null,
    [t("atStake"), wan(findings.amount(place))],
    [t("basis"), rule.basis],
    [t("quotation"), quotation(document, start, end)],
    [
      t("where"),
      [
        link(document.identity.file_name, evidence),
        " · ",
        document.identity.pages > 1 ? t("pageLine", { page, line }) : t("lineOnly", { line }),
        document.identity.url && [" · ", outer(document.identity.url, document.identity.url)],
      ],
    ],
  ];
  return h(
    "article",
    { class: "working" },
    h(
      "h2",
      {},
      `${number + 1}. `,
      severityMark(findings.severity(place)),
      " ",
      findings.title(place),
      h("small", {}, named("certainty", list.certainty[place] ?? "")),
    ),
    h(
      "dl",
      { class: "facts" },
      facts.map((pair) => pair && [h("dt", {}, pair[0]), h("dd", {}, pair[1])]),
    ),
    h(
      "table",
      { class: "own", "aria-label": t("ownNotes") },
      h(
        "tbody",
        {},
        OWN.map((word) => h("tr", {}, h("th", { scope: "row" }, t(word)), h("td", {}))),
      ),
    ),
  );
}

function both(total: Total): string {
  return [
    `${t("printedTotal")} ${wan(fen(total.printed_amount))}`,
    `${t("computedTotal")} ${wan(fen(total.computed))}`,
    `${t("difference")} ${wan(fen(total.difference))}`,
  ].join(" · ");
}

/** The words of a finding, marked, with what stands around them. */
function quotation(document: FullDocument, start: number, end: number): Child {
  const characters = charactersOf(document);
  const text = (from: number, to: number) => characters.slice(from, to).join("").replaceAll(/\s+/g, " ");
  const [from, to] = [Math.max(0, start - CONTEXT), Math.min(characters.length, end + CONTEXT)];
  return h(
    "q",
    {},
    from > 0 && "…",
    text(from, start),
    h("mark", {}, text(start, end)),
    text(end, to),
    to < characters.length && "…",
  );
}
