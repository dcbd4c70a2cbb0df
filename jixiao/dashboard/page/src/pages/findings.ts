/** Findings, filtered by rule, severity, city, function and year; the chosen rule says how it judges. */

import { core, SEVERITIES, type Rule, type SeverityName } from "../data/core";
import { byCity, places, type FindingList } from "../data/lists";
import { fill, h, type Child } from "../dom";
import { count, fen, wan, wanPlain } from "../format";
import { either, named, t } from "../i18n";
import { witnessed } from "../evidence/drawer";
import { chosen, filters, type Chosen } from "../parts/filters";
import { grid } from "../parts/grid";
import { figure, figures, heading, inScope, link, orGone, scopeFilters, severityMark } from "../parts/page";
import { facts } from "../parts/table";
import { address } from "../router";

const NAMES = ["rule", "severity", "city", "function", "year", "q"];
const RANK = { high: 0, medium: 1, low: 2 };

export async function findings(host: HTMLElement): Promise<void> {
  const load = byCity<FindingList>("findings");
  let list = await load(chosen(NAMES)["city"]);
  const { cityOf, functionOf, ruleOf } = core();
  const ruleAt = (place: number) => ruleOf.get(list.rule_code[place] ?? "") as Rule;
  const severityAt = (place: number) => list.severity[place] as SeverityName;
  const ranks = () => Uint8Array.from(list.severity, (severity) => RANK[severity]);
  let rank = ranks();
  const saidAt = (place: number) => either(list.message[place] ?? "", list.message_en[place] ?? "");
  const find = () => {
    const now = chosen(NAMES);
    const passes = inScope(now);
    const words = now["q"] ?? "";
    const found = places(
      list.message.length,
      (place) =>
        (!now["rule"] || list.rule_code[place] === now["rule"]) &&
        (!now["severity"] || list.severity[place] === now["severity"]) &&
        passes(list.city_key[place], list.function_code[place] ?? "", list.budget_year[place] ?? 0) &&
        (!words || saidAt(place).includes(words) || (list.project[place] ?? "").includes(words)),
    );
    // the gravest first, in printed order among equals
    return [0, 1, 2].flatMap((grade) => found.filter((place) => rank[place] === grade));
  };
  const method = h("div", {});
  const shown = grid(
    t("findingsTitle"),
    "jixiao-findings.csv",
    [
      {
        key: "severity",
        head: t("severity"),
        width: 76,
        value: (place) => RANK[severityAt(place)],
        plain: (place) => t(severityAt(place)),
        node: (place) => severityMark(severityAt(place)),
      },
      { key: "rule", head: t("rule"), grow: 2, value: (place) => title(ruleAt(place)) },
      {
        key: "message",
        head: t("message"),
        grow: 4,
        value: (place) => saidAt(place),
        node: (place) =>
          witnessed(saidAt(place), title(ruleAt(place)), list.document_key[place] ?? 0, [
            {
              page: list.page[place] ?? 1,
              line: list.line[place] ?? 1,
              start: list.start[place] ?? null,
              end: list.end[place] ?? null,
            },
          ]),
      },
      {
        key: "project",
        head: t("project"),
        grow: 2,
        value: (place) => list.project[place] ?? null,
        node: (place) =>
          projectLink(list.project[place] ?? null, list.document_key[place] ?? 0, list.project_key[place] ?? null),
      },
      {
        key: "amount",
        head: t("atStake"),
        number: true,
        width: 124,
        value: (place) => fen(list.amount[place]) ?? -1n,
        plain: (place) => plainOf(fen(list.amount[place])),
        node: (place) => window.document.createTextNode(wan(fen(list.amount[place]))),
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
        head: t("function"),
        width: 132,
        value: (place) => functionOf.get(list.function_code[place] ?? "") ?? null,
      },
      {
        key: "city",
        head: t("city"),
        width: 84,
        value: (place) => cityOf.get(list.city_key[place] ?? 0)?.city_name ?? null,
      },
      { key: "year", head: t("year"), number: true, width: 76, value: (place) => list.budget_year[place] ?? null },
    ],
    find(),
  );
  const fields = [
    { kind: "select", name: "rule", label: t("rule"), all: t("allRules"), choices: ruleChoices() },
    {
      kind: "select",
      name: "severity",
      label: t("severity"),
      all: t("allSeverities"),
      choices: SEVERITIES.map((value) => ({ value, text: t(value) })),
    },
    ...scopeFilters(),
    { kind: "text", name: "q", label: t("search"), hint: t("searchFinding") },
  ] as const;
  const show = async (now: Chosen) => {
    fill(method, methodOf(ruleOf.get(now["rule"] ?? ""), now));
    const next = await load(now["city"]);
    const isOther = next !== list;
    list = next;
    if (isOther) rank = ranks();
    if (host.isConnected) shown.show(find()); // the reader may have gone on
  };
  fill(
    host,
    heading(t("findingsTitle"), t("findingsLead")),
    filters(fields, (now) => void orGone(host, show(now))),
    method,
    shown.element,
  );
  fill(method, methodOf(ruleOf.get(chosen(NAMES)["rule"] ?? ""), chosen(NAMES)));
}

function plainOf(amount: bigint | null): string {
  return amount === null ? "" : wanPlain(amount);
}

function title(rule: Rule): string {
  return either(rule.title_zh, rule.title_en);
}

/** Rules with their hits, in the order of the registry. */
function ruleChoices() {
  const { rules, findingsOf } = core();
  return rules.map((rule) => ({
    value: rule.rule_code,
    text: `${named("group", rule.rule_group)} · ${title(rule)} (${findingsOf.get(rule.rule_code) ?? 0})`,
  }));
}

function projectLink(name: string | null, document: number, project: number | null): Node {
  return project === null
    ? window.document.createTextNode("—")
    : link(name || t("unnamed"), address("project", [document, project]));
}

function methodOf(rule: Rule | undefined, now: Chosen): Child {
  if (!rule) return null;
  const rows = core().coverage.filter(
    (one) =>
      one.rule_code === rule.rule_code &&
      (!now["city"] || String(one.city_key) === now["city"]) &&
      (!now["year"] || String(one.budget_year) === now["year"]),
  );
  const outcome = (name: "hits" | "passed" | "not_applicable" | "insufficient_data") =>
    count(rows.reduce((total, one) => total + one[name], 0));
  return h(
    "section",
    { class: "method", "aria-label": t("method") },
    h(
      "div",
      { class: "methodhead" },
      h("h2", {}, title(rule)),
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
