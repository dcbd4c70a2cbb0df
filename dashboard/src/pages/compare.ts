/** Two cities, or two years, of one function, side by side: what is not alike is said before any number. */

import { core, type Doc } from "../data/core";
import { projectList } from "../data/lists";
import { allFindings, sourceAmount, sum, type Sum } from "../data/sums";
import { fill, h, type Child } from "../dom";
import { change, count, difference, fen, percent, ratio, wan } from "../format";
import { groupBy } from "../group";
import { t } from "../i18n";
import { stacks } from "../parts/chart";
import { picker } from "../parts/filters";
import { empty, formName, heading, link, section, sourceName } from "../parts/page";
import { table } from "../parts/table";
import { address, refine, route } from "../router";

interface Side { key: string; city: string; year: number; name: string; documents: Doc[]; sum: Sum }
interface Line { name: string; a: Child; b: Child; change?: Child; ratio?: Child; strong?: boolean }

export function compare(host: HTMLElement): void {
  const choices = core().functions.map(({ code, name }) => ({ value: code, text: name, sides: sidesOf(code) })).sort((a, b) => b.sides.length - a.sides.length);
  const [first] = choices;
  if (!first) return fill(host, empty(t("noRows")));
  const body = h("div", {});
  const draw = () => {
    const { query } = route();
    const chosen = choices.find((choice) => choice.value === query.get("function")) ?? first;
    const a = chosen.sides.find((side) => side.key === query.get("a")) ?? chosen.sides[0];
    const b = chosen.sides.find((side) => side.key === query.get("b")) ?? partner(chosen.sides, a);
    const options = chosen.sides.map((side) => ({ value: side.key, text: side.name }));
    const ask = (name: string) => (value: string) => {
      refine(name === "function" ? { function: value, a: "", b: "" } : { [name]: value });
      draw();
    };
    fill(body,
      h("form", { class: "filters", onsubmit: (event) => event.preventDefault() },
        picker(t("function"), choices, chosen.value, ask("function")),
        a && picker(t("sideA"), options, a.key, ask("a")),
        b && picker(t("sideB"), options, b.key, ask("b"))),
      a && b ? sides(a, b) : empty(t("onlyOneSide")));
  };
  fill(host, heading(t("compareTitle"), t("compareLead")), body);
  draw();
}

/** Every city and year in which a function has documents, newest first. */
function sidesOf(code: string): Side[] {
  const documents = core().documents.filter((doc) => doc.department.function_code === code);
  return [...groupBy(documents, (doc) => `${doc.city_key}-${doc.budget_year}`)].map(([key, members]) => {
    const [doc] = members as [Doc];
    return { key, city: doc.city.city_name, year: doc.budget_year, name: `${doc.city.city_name} ${doc.budget_year}`, documents: members, sum: sum(members) };
  }).sort((a, b) => b.year - a.year || a.city.localeCompare(b.city));
}

/** The side most like this one: another city in the same year, else another year of the city, else any other. */
function partner(sides: readonly Side[], one: Side | undefined): Side | undefined {
  const others = sides.filter((side) => side !== one);
  return others.find((side) => side.year === one?.year) ?? others.find((side) => side.city === one?.city) ?? others[0];
}

function sides(a: Side, b: Side): Child {
  if (a === b) return empty(t("gapSameSide"));
  return [
    section(t("gaps"), null, gaps(a, b)),
    section(t("mainFigures"), null, table(t("mainFigures"), [
      { head: t("measure"), cell: (line) => line.name },
      { head: a.name, number: true, cell: (line) => line.a },
      { head: b.name, number: true, cell: (line) => line.b },
      { head: t("changeColumn"), number: true, cell: (line) => line.change ?? "" },
      { head: t("changeRatio"), number: true, cell: (line) => line.ratio ?? "" },
    ], lines(a, b), (line) => (line.strong ? "subtotal" : ""))),
    section(t("categoryMix"), t("categoryMixLead"), stacks(t("categoryMix"), [a, b].map(mixOf)), mixTable(a, b)),
    a.city === b.city && continuation(a, b),
  ];
}

function common(a: Side, b: Side): string[] {
  const has = (side: Side, source: string) => side.documents.some((doc) => doc.funding.some((one) => one.source === source));
  return core().sources.map((source) => source.code).filter((source) => has(a, source) && has(b, source));
}

function gaps(a: Side, b: Side): HTMLElement {
  const said: string[] = [];
  if (a.year !== b.year) said.push(t("gapYears", { a: a.year, b: b.year }));
  const forms = (side: Side) => [...new Set(side.documents.map((doc) => formName(doc.form)))].sort().join(" + ");
  if (forms(a) !== forms(b)) said.push(t("gapForms", { a: `${a.name} ${forms(a)}`, b: `${b.name} ${forms(b)}` }));
  const both = common(a, b);
  for (const side of [a, b]) {
    for (const source of new Set(side.documents.flatMap((doc) => doc.funding.map((one) => one.source))))
      if (!both.includes(source)) said.push(t("gapSource", { source: sourceName(source), side: side.name }));
    if (!side.sum.totals) said.push(t("gapNoTotals", { side: side.name }));
    else if (side.sum.totals > side.sum.reconciled) said.push(t("gapTotals", { side: side.name, n: count(side.sum.totals - side.sum.reconciled) }));
    if (side.sum.characters > side.sum.understood) said.push(t("gapUnderstood", { side: side.name, n: count(side.sum.characters - side.sum.understood) }));
  }
  return said.length ? h("ul", { class: "gaps" }, said.map((one) => h("li", {}, one))) : h("p", {}, t("gapsNone"));
}

function lines(a: Side, b: Side): Line[] {
  const both = common(a, b);
  const money = (name: string, of: (side: Side) => bigint, strong = false): Line => ({ name: `${name}（${t("wan")}）`, a: wan(of(a)), b: wan(of(b)), change: difference(of(a), of(b)), ratio: change(of(a), of(b)), strong });
  const number = (name: string, of: (side: Side) => number): Line => ({ name, a: count(of(a)), b: count(of(b)), change: signed(of(b) - of(a)), ratio: change(BigInt(of(a)), BigInt(of(b))) });
  const shown = (name: string, of: (side: Side) => Child): Line => ({ name, a: of(a), b: of(b) });
  const all = (side: Side) => link(wan(side.sum.amount), address("department", [side.documents[0]?.department_key ?? 0, side.year]));
  return [
    { ...money(t("amountAll"), (side) => side.sum.amount, true), a: all(a), b: all(b) },
    money(t("amountLike"), (side) => both.reduce((total, source) => total + sourceAmount(side.documents, source), 0n)),
    money(t("averageProject"), (side) => (side.sum.projects ? side.sum.amount / BigInt(side.sum.projects) / 10000n * 10000n : 0n)),
    number(t("projects"), (side) => side.sum.projects),
    number(t("indicatorsLong"), (side) => side.sum.indicators),
    shown(t("perProject"), (side) => ratio(side.sum.indicators, side.sum.projects)),
    shown(t("quantitative"), (side) => percent(side.sum.quantitative, side.sum.targets)),
    shown(t("totalsReconcile"), (side) => (side.sum.totals ? t("ofTotals", { n: count(side.sum.reconciled), m: count(side.sum.totals) }) : "—")),
    shown(t("findingsPerHundred"), (side) => ratio(100 * allFindings(side.sum), side.sum.indicators)),
  ];
}

function signed(value: number): string {
  return value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : "0";
}

function categoryCounts(side: Side): Map<number, number> {
  const counts = new Map<number, number>();
  for (const doc of side.documents) for (const one of doc.categories) counts.set(one.category_key, (counts.get(one.category_key) ?? 0) + one.indicators);
  return counts;
}

function mixOf(side: Side) {
  const counts = categoryCounts(side);
  const levels = groupBy(core().categories, (category) => category.level1_name);
  return { name: side.name, parts: [...levels].map(([name, members]) => {
    const n = members.reduce((total, one) => total + (counts.get(one.category_key) ?? 0), 0);
    return { name, share: side.sum.indicators ? n / side.sum.indicators : 0, text: `${count(n)} · ${percent(n, side.sum.indicators)}` };
  }).filter((part) => part.share > 0) };
}

function mixTable(a: Side, b: Side): HTMLElement {
  const [ofA, ofB] = [categoryCounts(a), categoryCounts(b)];
  const rows = core().categories.filter((one) => ofA.has(one.category_key) || ofB.has(one.category_key));
  const cell = (side: Side, of: Map<number, number>, key: number) => [count(of.get(key) ?? 0), h("span", { class: "faint share" }, percent(of.get(key) ?? 0, side.sum.indicators))];
  return table(t("categoryMix"), [
    { head: t("level1"), cell: (row) => row.level1_name },
    { head: t("level2"), cell: (row) => row.level2_name },
    { head: a.name, number: true, cell: (row) => cell(a, ofA, row.category_key) },
    { head: b.name, number: true, cell: (row) => cell(b, ofB, row.category_key) },
  ], rows);
}

interface Continued { name: string; unit: string; from: number | null; to: number | null }

/** The projects of two years of one city, matched by unit and name without years. */
function continuation(a: Side, b: Side): HTMLElement {
  const [from, to] = a.year < b.year ? [a, b] : [b, a];
  const host = h("div", {}, h("p", { class: "empty" }, t("loading")));
  void projectList().then((list) => {
    const matched = new Map<string, Continued>();
    for (const [side, name] of [[from, "from"], [to, "to"]] as const) {
      const keys = new Set(side.documents.map((doc) => doc.document_key));
      list.document_key.forEach((key, place) => {
        if (!keys.has(key)) return;
        const base = `${list.unit[place]}\n${list.family[place]}`;
        let match = base;
        for (let again = 2; matched.get(match)?.[name] != null; again++) match = `${base}\n${again}`;
        const found = matched.get(match) ?? { name: list.name[place] ?? "", unit: list.unit[place] ?? "", from: null, to: null };
        matched.set(match, { ...found, [name]: place });
      });
    }
    const amount = (place: number | null) => (place === null ? null : fen(list.amount[place]));
    const shown = (place: number | null) => (place === null ? "—" : link(wan(amount(place)), address("project", [list.document_key[place] ?? 0, list.project_key[place] ?? 0])));
    const rank = (one: Continued) => (one.from !== null && one.to !== null ? 0 : one.to !== null ? 1 : 2);
    const rows = [...matched.values()].sort((one, other) => rank(one) - rank(other));
    fill(host, table(t("continuation"), [
      { head: t("project"), wide: true, cell: (row) => row.name },
      { head: t("unit"), wide: true, cell: (row) => row.unit },
      { head: String(from.year), number: true, cell: (row) => shown(row.from) },
      { head: String(to.year), number: true, cell: (row) => shown(row.to) },
      { head: t("changeRatio"), number: true, cell: (row) => { const [x, y] = [amount(row.from), amount(row.to)]; return x !== null && y !== null ? change(x, y) : ""; } },
      { head: t("status"), cell: (row) => [t("inBoth"), t("onlyIn", { year: to.year }), t("onlyIn", { year: from.year })][rank(row)] },
    ], rows));
  });
  return section(t("continuation"), t("continuationLead"), host);
}
