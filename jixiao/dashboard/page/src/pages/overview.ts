/** Overview: where the money is, whether documents add up, how much was understood, what deserves a question. */

import { core, SEVERITIES } from "../data/core";
import { hits, leastUnderstood, type LeastUnderstood } from "../data/marts";
import { allFindings, cells, LEVELS, sourceAmount, sum, type Cell, type Sum } from "../data/sums";
import { fill, h } from "../dom";
import { count, percent, ratio, wan, wanPlain } from "../format";
import { groupBy } from "../group";
import { either, named, t, type Word } from "../i18n";
import { chosen, chosenIn, filters, segments, type Chosen } from "../parts/filters";
import { grid, type GridColumn } from "../parts/grid";
import {
  amountFigure,
  empty,
  EVERY_YEAR,
  figure,
  figures,
  heading,
  link,
  orGone,
  rowsInScope,
  scopeFilters,
  section,
  usualYear,
} from "../parts/page";
import { table } from "../parts/table";
import { address, refine, refined, route } from "../router";
import { coverageOfYears } from "./money/coverage";
import { treemap } from "./money/treemap";
import { trends } from "./money/trends";
import { openedFirst } from "./priorities";

type Grouping = "city" | "function" | "year" | "all";
interface Group {
  name: string;
  cells: Cell[];
  sum: Sum;
}

const GROUPINGS: Record<Grouping, { word: Word; of: (cell: Cell) => string; name: (cell: Cell) => string }> = {
  function: { word: "byFunction", of: (cell) => cell.function_code, name: (cell) => cell.function_name },
  city: { word: "byCity", of: (cell) => String(cell.city_key), name: (cell) => cell.city.city_name },
  year: { word: "byYear", of: (cell) => String(cell.budget_year), name: (cell) => String(cell.budget_year) },
  all: {
    word: "byAll",
    of: (cell) => `${cell.city_key} ${cell.function_code} ${cell.budget_year}`,
    name: (cell) => `${cell.city.city_name} ${cell.function_name} ${cell.budget_year}`,
  },
};
const MOST_RULES = 6;
const MOST_DOCUMENTS = 8;

export async function overview(host: HTMLElement): Promise<void> {
  const { published, cities, years } = core();
  const all = await cells();
  const body = h("div", {});
  const lead = t("overviewLead", {
    documents: published.reduce((total, one) => total + one.documents, 0),
    departments: cities.reduce((total, city) => total + city.departments, 0),
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
    filters(fields, (now) => {
      refine({ department: "", unit: "" }, false); // what was gone into is of another scope
      show(body, all, now);
    }),
    body,
  );
  show(body, all, chosenIn(fields));
}

function show(body: HTMLElement, every: readonly Cell[], now: Chosen): void {
  const found = rowsInScope(every, now);
  if (!found.length) return fill(body, empty(t("noRows")));
  const all = sum(found);
  const years = [...new Set(found.map((cell) => cell.budget_year))].sort();
  const ofYears = rowsInScope(every, { ...now, year: "" });
  const where = h("div", { class: "awaited" });
  const [moves, opened, ruled, covered] = [h("div", {}), h("div", {}), h("div", {}), h("div", {})];
  const inside = { ...now, ...chosen(["department", "unit"]), year: String(years[0]) };
  if (years.length === 1) void orGone(where, treemap(where, inside));
  void orGone(moves, trends(moves, ofYears, now));
  void orGone(opened, openedFirst(opened, now));
  void orGone(ruled, rules(ruled, now));
  void orGone(covered, coverage(covered, now, all.documents));
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
    years.length > 1 ? severalYears(years) : where,
    moves,
    opened,
    coverageOfYears(ofYears),
    h("div", { class: "columns" }, reconciliation(found), ruled),
    covered,
    money(found),
  );
}

/** Years added up are said to be, with the way to each. */
function severalYears(years: readonly number[]): HTMLElement {
  return h(
    "p",
    { class: "caution" },
    t("severalYears", { n: years.length }),
    years.map((year) => [" ", link(year, refined({ year: String(year) }))]),
  );
}

function pruned(now: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(now).filter(([, value]) => value && value !== EVERY_YEAR));
}

function money(found: readonly Cell[]): HTMLElement {
  const place = h("div", {});
  const draw = (grouping: Grouping) => {
    const { of, name } = GROUPINGS[grouping];
    const groups: Group[] = [...groupBy(found, of).values()].map((members) => ({
      name: name(members[0] as Cell),
      cells: members,
      sum: sum(members),
    }));
    groups.sort((a, b) => (grouping === "year" ? a.name.localeCompare(b.name) : b.sum.amount > a.sum.amount ? 1 : -1));
    fill(
      place,
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
    ...core().sources.flatMap((source, place) =>
      groups.some((group) => sourceAmount(group.cells, place) !== 0n)
        ? [money(source.code, source.name, (group) => sourceAmount(group.cells, place))]
        : [],
    ),
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
  const [cell, ...others] = group.cells;
  return cell && !others.length && cell.departments === 1
    ? link(group.name, address("department", [cell.department_key, cell.budget_year]))
    : document.createTextNode(group.name);
}

function reconciliation(found: readonly Cell[]): HTMLElement {
  const levels = LEVELS.map((level) => {
    const add = (of: (cell: Cell) => number) => found.reduce((total, cell) => total + of(cell), 0);
    return {
      level,
      totals: add((cell) => cell[`${level}_totals`]),
      reconciled: add((cell) => cell[`${level}_reconciled`]),
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

/** Fills a host with the rules that hit most often, once they are loaded. */
async function rules(host: HTMLElement, now: Chosen): Promise<void> {
  const counts = new Map<string, number>();
  for (const { rule_code, findings } of rowsInScope(await hits(now["city"]), now))
    counts.set(rule_code, (counts.get(rule_code) ?? 0) + findings);
  const first = [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_RULES);
  const listed = first.map(([rule_code, findings]) => ({ rule_code, findings }));
  fill(
    host,
    section(
      t("topRules"),
      t("topRulesLead"),
      listed.length
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
            listed,
          )
        : empty(t("noFindings")),
    ),
  );
}

/** Fills a host with the documents of which least was understood, once they are loaded. */
async function coverage(host: HTMLElement, now: Chosen, documents: number): Promise<void> {
  const left = (doc: LeastUnderstood) => doc.characters - doc.characters_understood;
  const worst = rowsInScope(await leastUnderstood(now["city"]), now)
    .sort((a, b) => left(b) / b.characters - left(a) / a.characters)
    .slice(0, MOST_DOCUMENTS);
  fill(
    host,
    section(
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
          { head: t("department"), wide: true, cell: (doc) => doc.department_name },
          { head: t("year"), cell: (doc) => doc.budget_year, number: true },
          {
            head: t("totalsReconcile"),
            number: true,
            cell: (doc) =>
              doc.totals
                ? h(
                    "span",
                    { class: doc.totals > doc.reconciled ? "bad" : "" },
                    t("ofTotals", { n: count(doc.reconciled), m: count(doc.totals) }),
                  )
                : h("span", { class: "faint" }, t("noTotals")),
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
      documents > MOST_DOCUMENTS && h("p", {}, link(t("showAll", { n: documents }), address("documents"))),
    ),
  );
}
