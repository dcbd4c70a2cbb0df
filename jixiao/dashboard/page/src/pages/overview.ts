/** Overview: where the money is, whether documents add up, how much was understood, what deserves a question. */

import { core, SEVERITIES, type Doc } from "../data/core";
import { allFindings, byRule, sourceAmount, sum, type Sum } from "../data/sums";
import { fill, h } from "../dom";
import { count, percent, ratio, wan, wanLength, wanPlain } from "../format";
import { groupBy } from "../group";
import { either, named, t, type Word } from "../i18n";
import { bars } from "../parts/chart";
import { chosenIn, filters, segments, type Chosen } from "../parts/filters";
import { grid, type GridColumn } from "../parts/grid";
import {
  amountFigure,
  empty,
  EVERY_YEAR,
  figure,
  figures,
  heading,
  inScope,
  link,
  orGone,
  scopeFilters,
  section,
  usualYear,
} from "../parts/page";
import { table } from "../parts/table";
import { address, refine, route } from "../router";
import { openedFirst } from "./priorities";

type Grouping = "city" | "function" | "year" | "all";
interface Group {
  name: string;
  documents: Doc[];
  sum: Sum;
}

const GROUPINGS: Record<Grouping, { word: Word; of: (doc: Doc) => string; name: (doc: Doc) => string }> = {
  function: {
    word: "byFunction",
    of: (doc) => doc.department.function_code,
    name: (doc) => doc.department.function_name,
  },
  city: { word: "byCity", of: (doc) => String(doc.city_key), name: (doc) => doc.city.city_name },
  year: { word: "byYear", of: (doc) => String(doc.budget_year), name: (doc) => String(doc.budget_year) },
  all: {
    word: "byAll",
    of: (doc) => `${doc.city_key} ${doc.department.function_code} ${doc.budget_year}`,
    name: (doc) => `${doc.city.city_name} ${doc.department.function_name} ${doc.budget_year}`,
  },
};
const MOST_BARS = 12;

export function overview(host: HTMLElement): void {
  const { documents, departments, cities, years } = core();
  const body = h("div", {});
  const lead = t("overviewLead", {
    documents: documents.length,
    departments: departments.length,
    cities: cities.length,
    years: years.length,
  });
  const initial = usualYear();
  const fields = scopeFilters().map((field) =>
    field.name === "year" ? { ...field, every: EVERY_YEAR, initial } : field,
  );
  fill(
    host,
    heading(t("overviewTitle"), lead),
    filters(fields, (now) => show(body, now)),
    body,
  );
  show(body, chosenIn(fields));
}

function show(body: HTMLElement, now: Chosen): void {
  const documents = inScope(now);
  if (!documents.length) return fill(body, empty(t("noRows")));
  const all = sum(documents);
  const years = new Set(documents.map((doc) => doc.budget_year)).size;
  const opened = h("div", {});
  void orGone(opened, openedFirst(opened, documents));
  fill(
    body,
    figures(
      amountFigure(all.amount),
      figure(t("projects"), count(all.projects), `${t("perProject")} ${ratio(all.indicators, all.projects)}`),
      figure(
        t("indicatorsLong"),
        count(all.indicators),
        `${t("quantitative")} ${percent(all.quantitative, all.indicators)}`,
      ),
      figure(
        t("totalsReconcile"),
        all.totals ? t("ofTotals", { n: count(all.reconciled), m: count(all.totals) }) : "—",
        all.repairs ? `${t("repaired")} ${count(all.repairs)}` : null,
      ),
      figure(t("understood"), percent(all.understood, all.characters), `${t("documents")} ${count(all.documents)}`),
      figure(
        t("findings"),
        link(count(allFindings(all)), address("findings", [], pruned(now))),
        SEVERITIES.map((severity) => `${t(severity)} ${count(all.findings[severity])}`).join(" · "),
      ),
    ),
    years > 1 && h("p", { class: "caution" }, t("severalYears", { n: years })),
    money(documents),
    opened,
    h("div", { class: "columns" }, reconciliation(documents), rules(documents, now)),
    coverage(documents),
  );
}

function pruned(now: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(now).filter(([, value]) => value && value !== EVERY_YEAR));
}

function money(documents: readonly Doc[]): HTMLElement {
  const place = h("div", {});
  const draw = (grouping: Grouping) => {
    const { of, name } = GROUPINGS[grouping];
    const groups: Group[] = [...groupBy(documents, of).values()].map((members) => ({
      name: name(members[0] as Doc),
      documents: members,
      sum: sum(members),
    }));
    groups.sort((a, b) => (grouping === "year" ? a.name.localeCompare(b.name) : b.sum.amount > a.sum.amount ? 1 : -1));
    const shown = groups.slice(0, MOST_BARS);
    fill(
      place,
      bars(
        t("moneyBy"),
        shown.map((group) => ({
          name: group.name,
          length: wanLength(group.sum.amount),
          text: wan(group.sum.amount),
          more: `${t("projects")} ${count(group.sum.projects)} · ${t("indicators")} ${count(group.sum.indicators)}`,
        })),
      ),
      groups.length > shown.length &&
        h("p", { class: "sectionlead" }, t("others", { n: groups.length - shown.length })),
      grid(
        t("moneyBy"),
        "jixiao-overview.csv",
        moneyColumns(groups, named("group", grouping)),
        groups.map((_, number) => number),
      ).element,
    );
  };
  const asked = route().query.get("by");
  const start: Grouping = asked !== null && asked in GROUPINGS ? (asked as Grouping) : "all";
  draw(start);
  const choices = (Object.keys(GROUPINGS) as Grouping[]).map((value) => ({ value, text: t(GROUPINGS[value].word) }));
  const switcher = segments(t("groupBy"), choices, start, (value) => {
    refine({ by: value });
    draw(value as Grouping);
  });
  return h("section", {}, h("div", { class: "sectionhead" }, h("h2", {}, t("moneyBy")), switcher), place);
}

function moneyColumns(groups: readonly Group[], head: string): GridColumn[] {
  const at = (place: number) => groups[place] as Group;
  const money = (key: string, title: string, of: (group: Group) => bigint): GridColumn => ({
    key,
    head: title,
    number: true,
    width: 128,
    value: (place) => of(at(place)),
    plain: (place) => wanPlain(of(at(place))),
    node: (place) => document.createTextNode(wan(of(at(place)))),
  });
  const number = (key: string, title: string, of: (group: Group) => number): GridColumn => ({
    key,
    head: title,
    number: true,
    width: 100,
    value: (place) => of(at(place)),
    node: (place) => document.createTextNode(count(of(at(place)))),
  });
  return [
    { key: "name", head, value: (place) => at(place).name, grow: 2, node: (place) => groupName(at(place)) },
    money("amount", t("amount"), (group) => group.sum.amount),
    ...core()
      .sources.filter((source) => groups.some((group) => sourceAmount(group.documents, source.code) !== 0n))
      .map((source) => money(source.code, source.name, (group) => sourceAmount(group.documents, source.code))),
    number("projects", t("projects"), (group) => group.sum.projects),
    number("indicators", t("indicators"), (group) => group.sum.indicators),
    {
      key: "quantitative",
      head: t("quantitative"),
      number: true,
      width: 92,
      value: (place) => at(place).sum.quantitative / Math.max(1, at(place).sum.indicators),
      plain: (place) => percent(at(place).sum.quantitative, at(place).sum.indicators),
      node: (place) => document.createTextNode(percent(at(place).sum.quantitative, at(place).sum.indicators)),
    },
    number("findings", t("findings"), (group) => allFindings(group.sum)),
  ];
}

/** The name leads to the department where the group is of one. */
function groupName(group: Group): Node {
  const keys = new Set(group.documents.map((doc) => `${doc.department_key} ${doc.budget_year}`));
  const [doc] = group.documents;
  return keys.size === 1 && doc
    ? link(group.name, address("department", [doc.department_key, doc.budget_year]))
    : document.createTextNode(group.name);
}

function reconciliation(documents: readonly Doc[]): HTMLElement {
  const levels = ["document", "unit", "project"].map((level) => {
    const rows = documents.flatMap((doc) => doc.totals.filter((one) => one.level === level));
    const add = (of: (one: (typeof rows)[number]) => number) => rows.reduce((total, one) => total + of(one), 0);
    return {
      level,
      totals: add((one) => one.totals),
      reconciled: add((one) => one.reconciled),
    };
  });
  return section(
    t("reconciliation"),
    t("reconciliationLead"),
    table(
      t("reconciliation"),
      [
        { head: t("level"), cell: (row) => named("level", row.level) },
        { head: t("totals"), cell: (row) => count(row.totals), number: true },
        { head: t("reconciled"), cell: (row) => count(row.reconciled), number: true },
        {
          head: t("notReconciled"),
          cell: (row) =>
            h("span", { class: row.totals > row.reconciled ? "bad" : "faint" }, count(row.totals - row.reconciled)),
          number: true,
        },
      ],
      levels,
    ),
  );
}

function rules(documents: readonly Doc[], now: Readonly<Record<string, string>>): HTMLElement {
  const hits = byRule(documents).slice(0, 6);
  return section(
    t("topRules"),
    t("topRulesLead"),
    hits.length
      ? table(
          t("topRules"),
          [
            {
              head: t("rule"),
              wide: true,
              cell: (row) =>
                link(
                  either(
                    core().ruleOf.get(row.rule_code)?.title_zh ?? null,
                    core().ruleOf.get(row.rule_code)?.title_en ?? row.rule_code,
                  ),
                  address("findings", [], { ...pruned(now), rule: row.rule_code }),
                ),
            },
            { head: t("findings"), cell: (row) => count(row.findings), number: true },
          ],
          hits,
        )
      : empty(t("noFindings")),
  );
}

/** The documents of which least was understood or of which a total does not reconcile. */
function coverage(documents: readonly Doc[]): HTMLElement {
  const MOST = 8;
  const left = (doc: Doc) => doc.characters - doc.characters_understood;
  const worst = [...documents].sort((a, b) => left(b) / b.characters - left(a) / a.characters).slice(0, MOST);
  return section(
    t("coverage"),
    t("coverageLead"),
    table(
      t("coverage"),
      [
        {
          head: t("document"),
          wide: true,
          cell: (doc) => link(doc.file_name, address("document", [doc.document_key])),
        },
        { head: t("department"), wide: true, cell: (doc) => doc.department.department_name },
        { head: t("year"), cell: (doc) => doc.budget_year, number: true },
        {
          head: t("totalsReconcile"),
          number: true,
          cell: (doc) => {
            const one = sum([doc]);
            return one.totals
              ? h(
                  "span",
                  { class: one.totals > one.reconciled ? "bad" : "" },
                  t("ofTotals", { n: count(one.reconciled), m: count(one.totals) }),
                )
              : h("span", { class: "faint" }, t("noTotals"));
          },
        },
        {
          head: t("not_understood_characters"),
          number: true,
          cell: (doc) => h("span", { class: left(doc) ? "" : "faint" }, count(left(doc))),
        },
        { head: t("understood"), number: true, cell: (doc) => percent(doc.characters_understood, doc.characters) },
      ],
      worst,
    ),
    documents.length > MOST && h("p", {}, link(t("showAll", { n: documents.length }), address("documents"))),
  );
}
