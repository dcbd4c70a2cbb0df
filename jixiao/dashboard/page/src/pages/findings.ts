/** Findings, filtered, as a list, by rule, by department or as a matrix; the chosen rule says how it judges. */

import { core, SEVERITIES, type Rule } from "../data/core";
import { coverage, type Coverage } from "../data/marts";
import { departments, type Department } from "../data/publications";
import { fill, h, type Child } from "../dom";
import { count, wan, wanPlain } from "../format";
import { either, named, t, type Word } from "../i18n";
import { opening, openSeries } from "../evidence/drawer";
import { chosen, filters, segments, type Chosen } from "../parts/filters";
import { grid, type Grid } from "../parts/grid";
import { figure, figures, heading, link, orGone, scopeFilters, severityMark } from "../parts/page";
import { facts } from "../parts/table";
import { address, refine, route } from "../router";
import { folded, loading, NAMES, RANK, titleOf, type Findings } from "./found/found";
import { byDepartment, byRule, matrix } from "./found/sums";

const VIEWS: Readonly<Record<string, Word>> = {
  list: "viewList",
  rule: "viewRule",
  department: "viewDepartment",
  matrix: "viewMatrix",
};
const DRAW = { rule: byRule, department: byDepartment, matrix };

export async function findings(host: HTMLElement): Promise<void> {
  const load = loading();
  const [all] = await Promise.all([departments(), load(chosen(NAMES)["city"])]);
  const method = h("div", {});
  const body = h("div", {});
  const tools = h("div", { class: "tools" });
  let list: { of: Findings; show: (now: Chosen) => void } | undefined;
  const show = async (now: Chosen) => {
    const rule = core().ruleOf.get(now["rule"] ?? "");
    const [found, judged] = await Promise.all([load(now["city"]), rule ? coverage(now["city"]) : []]);
    if (!host.isConnected && list) return; // the reader has gone on
    fill(method, rule ? methodOf(rule, judged, now) : null);
    const view = viewNow();
    fill(
      tools,
      views(view, () => void orGone(host, show(chosen(NAMES)))),
      sheetLink(now),
    );
    if (view !== "list") {
      list = undefined;
      const places = found.chosen(now);
      const drawn = places.length ? DRAW[view](found, places, now) : h("p", { class: "empty" }, t("noRows"));
      return fill(body, h("p", { class: "sectionlead" }, t("atStakeOnce")), drawn);
    }
    if (list?.of === found) return list.show(now);
    const { element, show: showList } = listing(found, now);
    list = { of: found, show: showList };
    fill(body, element);
  };
  fill(
    host,
    heading(t("findingsTitle"), t("findingsLead")),
    filters(fields(all), (now) => void orGone(host, show(now))),
    method,
    tools,
    body,
  );
  await show(chosen(NAMES));
}

function viewNow(): "list" | keyof typeof DRAW {
  const view = route().query.get("view") ?? "";
  return view in DRAW ? (view as keyof typeof DRAW) : "list";
}

function views(now: string, changed: () => void): HTMLElement {
  const choices = Object.entries(VIEWS).map(([value, word]) => ({ value, text: t(word) }));
  return segments(t("view"), choices, now, (value) => {
    refine({ view: value === "list" ? "" : value });
    changed();
  });
}

function sheetLink(now: Chosen): HTMLElement {
  const kept = Object.fromEntries(Object.entries(now).filter(([, value]) => value));
  return link(t("sheet"), address("papers", [], kept));
}

/** The list, in which the findings of a rule in a document fold into one line that unfolds. */
function listing(findings: Findings, first: Chosen): { element: HTMLElement; show: (now: Chosen) => void } {
  const { list } = findings;
  const open = new Set<number>();
  let found: readonly number[] = [];
  let groups = new Map<number, readonly number[]>();
  const lines = () => [...groups].flatMap(([place, group]) => (open.has(place) ? group : [place]));
  const find = (now: Chosen) => {
    found = findings.chosen(now);
    groups = folded(findings, found);
  };
  find(first);
  const folding = (place: number): HTMLElement | null => {
    const more = (groups.get(place)?.length ?? 1) - 1;
    if (!more) return null;
    return h(
      "button",
      {
        type: "button",
        class: "more",
        "aria-expanded": String(open.has(place)),
        onclick: () => {
          if (!open.delete(place)) open.add(place);
          shown.show(lines(), found);
        },
      },
      t(open.has(place) ? "foldAlike" : "unfoldAlike", { n: count(more) }),
    );
  };
  const step = (place: number) => {
    const order = shown.order();
    const series = { length: order.length, at: (number: number) => findings.evidence(order[number] ?? place) };
    void openSeries(series, Math.max(0, order.indexOf(place)));
  };
  const shown: Grid = grid(
    t("findingsTitle"),
    "jixiao-findings.csv",
    [
      {
        key: "severity",
        head: t("severity"),
        width: 76,
        value: (place) => RANK[findings.severity(place)],
        plain: (place) => t(findings.severity(place)),
        node: (place) => severityMark(findings.severity(place)),
      },
      { key: "rule", head: t("rule"), grow: 2, value: (place) => findings.title(place) },
      {
        key: "message",
        head: t("message"),
        grow: 4,
        value: (place) => findings.said(place),
        node: (place) =>
          h(
            "div",
            {},
            opening(findings.said(place), findings.title(place), () => step(place)),
            folding(place),
          ),
      },
      {
        key: "project",
        head: t("project"),
        grow: 2,
        value: (place) => list.project[place] ?? null,
        node: (place) =>
          projectLink(list.project[place] ?? null, findings.document(place), list.project_key[place] ?? null),
      },
      {
        key: "amount",
        head: t("atStake"),
        number: true,
        width: 124,
        value: (place) => findings.amount(place) ?? -1n,
        plain: (place) => plainOf(findings.amount(place)),
        node: (place) => window.document.createTextNode(wan(findings.amount(place))),
      },
      { key: "repeats", head: t("repeats"), number: true, width: 76, value: (place) => list.repeats[place] ?? 1 },
      {
        key: "certainty",
        head: t("certainty"),
        width: 92,
        value: (place) => named("certainty", list.certainty[place] ?? ""),
      },
      {
        key: "firstYear",
        head: t("firstYear"),
        number: true,
        width: 92,
        value: (place) => list.first_year[place] ?? null,
      },
      {
        key: "department",
        head: t("department"),
        grow: 2,
        value: (place) => findings.department(place)?.department_name ?? null,
      },
      { key: "year", head: t("year"), number: true, width: 76, value: (place) => list.budget_year[place] ?? null },
    ],
    lines(),
    found,
  );
  const show = (now: Chosen) => {
    find(now);
    shown.show(lines(), found);
  };
  return { element: shown.element, show };
}

function fields(all: readonly Department[]) {
  const [city, ofFunction, year] = scopeFilters();
  const cities = core().cityOf;
  const choices = all.map((one) => ({
    value: String(one.department_key),
    text: `${cities.get(one.city_key)?.city_name ?? ""} ${one.department_name}`,
  }));
  return [
    { kind: "select", name: "rule", label: t("rule"), all: t("allRules"), choices: ruleChoices() },
    {
      kind: "select",
      name: "severity",
      label: t("severity"),
      all: t("allSeverities"),
      choices: SEVERITIES.map((value) => ({ value, text: t(value) })),
    },
    city,
    ofFunction,
    { kind: "select", name: "department", label: t("department"), all: t("allDepartments"), choices },
    year,
    { kind: "text", name: "q", label: t("search"), hint: t("searchFinding") },
  ] as const;
}

function plainOf(amount: bigint | null): string {
  return amount === null ? "" : wanPlain(amount);
}

/** Rules with their hits, in the order of the registry. */
function ruleChoices() {
  const { rules, findingsOf } = core();
  return rules.map((rule) => ({
    value: rule.rule_code,
    text: `${named("group", rule.rule_group)} · ${titleOf(rule)} (${findingsOf.get(rule.rule_code) ?? 0})`,
  }));
}

function projectLink(name: string | null, document: number, project: number | null): Node {
  return project === null
    ? window.document.createTextNode("—")
    : link(name || t("unnamed"), address("project", [document, project]));
}
function methodOf(rule: Rule, judged: readonly Coverage[], now: Chosen): Child {
  const rows = judged.filter(
    (one) => one.rule_code === rule.rule_code && (!now["year"] || String(one.budget_year) === now["year"]),
  );
  const outcome = (name: "hits" | "passed" | "not_applicable" | "insufficient_data") =>
    count(rows.reduce((total, one) => total + one[name], 0));
  return h(
    "section",
    { class: "method", "aria-label": t("method") },
    h(
      "div",
      { class: "methodhead" },
      h("h2", {}, titleOf(rule)),
      h("span", { class: "faint" }, named("group", rule.rule_group), " · ", rule.rule_code),
    ),
    facts([
      [t("howToRead"), either(rule.how_zh, rule.how_en)],
      [t("basis"), rule.basis],
      [t("gravity"), t(rule.gravity)],
      [t("certainty"), named("certainty", rule.certainty)],
      [t("notApplicableWhen"), either(rule.exempt_zh, rule.exempt_en)],
      rule.threshold === "0" ? null : [t("threshold"), rule.threshold],
    ]),
    figures(
      figure(t("outcome_hits"), outcome("hits")),
      figure(t("outcome_passed"), outcome("passed")),
      figure(t("outcome_not_applicable"), outcome("not_applicable")),
      figure(t("outcome_insufficient"), outcome("insufficient_data")),
    ),
  );
}
