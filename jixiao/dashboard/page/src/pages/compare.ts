/** Two cities, or two years, of one function, side by side: what is not alike is said before any number. */

import { core } from "../data/core";
import { fill, h, type Child } from "../dom";
import { change, count, difference, fen, percent, ratio, wan } from "../format";
import { groupBy } from "../group";
import { t } from "../i18n";
import { stacks } from "../parts/chart/bars";
import { exhibit, type DataColumn } from "../parts/chart/exhibit";
import { picker } from "../parts/filters";
import { empty, heading, link, section } from "../parts/page";
import { table } from "../parts/table";
import { address, refine, route } from "../router";
import { continuation, type OfYear } from "./continuation";
import { allSides, gaps, neighbours, sourceOf, type Neighbours, type Side } from "./sides";

interface Line {
  name: string;
  a: Child;
  b: Child;
  change?: Child;
  ratio?: Child;
  strong?: boolean;
}

export async function compare(host: HTMLElement): Promise<void> {
  const sidesOf = await allSides();
  const choices = core()
    .functions.map(({ code, name }) => ({ value: code, text: name, sides: sidesOf.get(code) ?? [] }))
    .sort((a, b) => b.sides.length - a.sides.length);
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
    fill(
      body,
      h(
        "form",
        { class: "filters", onsubmit: (event) => event.preventDefault() },
        picker(t("function"), choices, chosen.value, ask("function")),
        a && picker(t("sideA"), options, a.key, ask("a")),
        b && picker(t("sideB"), options, b.key, ask("b")),
      ),
      a && b ? sides(a, b) : empty(t("onlyOneSide")),
    );
  };
  fill(host, heading(t("compareTitle"), [t("compareLead"), " ", link(t("allPeers"), address("peers"))]), body);
  draw();
}

/** The side most like this one: another city in the same year, else another year of the city, else any other. */
function partner(sides: readonly Side[], one: Side | undefined): Side | undefined {
  const others = sides.filter((side) => side !== one);
  return (
    others.find((side) => side.year === one?.year) ??
    others.find((side) => side.row.city_key === one?.row.city_key) ??
    others[0]
  );
}

function sides(a: Side, b: Side): Child {
  if (a === b) return empty(t("gapSameSide"));
  return [
    section(t("gaps"), null, gaps(a, b)),
    section(
      t("mainFigures"),
      null,
      table(
        t("mainFigures"),
        [
          { head: t("measure"), cell: (line) => line.name },
          { head: a.name, number: true, cell: (line) => line.a },
          { head: b.name, number: true, cell: (line) => line.b },
          { head: t("changeColumn"), number: true, cell: (line) => line.change ?? "" },
          { head: t("changeRatio"), number: true, cell: (line) => line.ratio ?? "" },
        ],
        lines(a, b),
        (line) => (line.strong ? "subtotal" : ""),
      ),
    ),
    mix(a, b),
    a.row.city_key === b.row.city_key && continuation(a.row.city_key, ofSide(a), ofSide(b)),
  ];
}

/** The figures of city_comparison, and those of year_over_year by funding source. */
function lines(a: Side, b: Side): Line[] {
  const money = (name: string, of: (side: Side) => bigint | null, strong = false): Line => {
    const [x, y] = [of(a), of(b)];
    const both = x !== null && y !== null;
    return {
      name: t("noted", { name: name, note: t("wan") }),
      a: wan(x),
      b: wan(y),
      change: both && difference(x, y),
      ratio: both && change(x, y),
      strong,
    };
  };
  const number = (name: string, of: (side: Side) => number): Line => ({
    name,
    a: count(of(a)),
    b: count(of(b)),
    change: signed(of(b) - of(a)),
    ratio: change(BigInt(of(a)), BigInt(of(b))),
  });
  const shown = (name: string, of: (side: Side) => Child): Line => ({ name, a: of(a), b: of(b) });
  const all = (side: Side) =>
    link(wan(BigInt(side.row.amount)), address("department", [side.cell?.department_key ?? 0, side.year]));
  const share = (text: string | null) => (text === null ? "—" : percent(Math.round(Number(text) * 1e6), 1e6));
  const pair = neighbours(a, b);
  const sources = core().sources.filter(({ code }) => sourceOf(a, code) || sourceOf(b, code));
  return [
    { ...money(t("amountAll"), (side) => BigInt(side.row.amount), true), a: all(a), b: all(b) },
    ...sources.map(({ code, name }) =>
      money(pair ? t("alikeOf", { source: name }) : name, (side) => alikeAmount(side, code, pair)),
    ),
    money(t("averageProject"), (side) => (BigInt(side.row.amount) / BigInt(side.row.projects) / 10000n) * 10000n),
    number(t("projects"), (side) => side.row.projects),
    number(t("indicatorsLong"), (side) => side.row.indicators),
    shown(t("perProject"), (side) => Number(side.row.per_project).toFixed(1)),
    shown(t("quantitative"), (side) => share(side.row.quantitative_share)),
    shown(t("projectTotalsReconcile"), (side) => share(side.row.reconciled_share)),
    shown(t("findingsPerHundred"), (side) => ratio(100 * side.sum.countedFindings, side.row.projects)),
  ];
}

/** The amount of a source: of neighbouring years, what the departments of both years got in either. */
function alikeAmount(side: Side, source: string, pair: Neighbours | null): bigint | null {
  if (!pair) return fen(sourceOf(side, source)?.amount);
  const later = sourceOf(pair.later, source);
  return fen(side === pair.later ? later?.alike : later?.alike_previous);
}

function signed(value: number): string {
  return value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : "0";
}

function categoryCounts(side: Side): Map<number, number> {
  return new Map(side.profile.map((one) => [one.category_key, one.indicators]));
}

function mixOf(side: Side) {
  const counts = categoryCounts(side);
  const levels = groupBy(core().categories, (category) => category.level1_name);
  return {
    name: side.name,
    parts: [...levels]
      .map(([name, members]) => {
        const n = members.reduce((total, one) => total + (counts.get(one.category_key) ?? 0), 0);
        return {
          name,
          share: side.sum.indicators ? n / side.sum.indicators : 0,
          text: `${count(n)} · ${percent(n, side.sum.indicators)}`,
        };
      })
      .filter((part) => part.share > 0),
  };
}

function mix(a: Side, b: Side): HTMLElement {
  const [ofA, ofB] = [categoryCounts(a), categoryCounts(b)];
  const rows = core().categories.filter((one) => ofA.has(one.category_key) || ofB.has(one.category_key));
  const side = (one: Side, of: Map<number, number>): DataColumn<(typeof rows)[number]>[] => [
    {
      head: one.name,
      number: true,
      cell: (row) => [
        count(of.get(row.category_key) ?? 0),
        h("span", { class: "faint share" }, percent(of.get(row.category_key) ?? 0, one.sum.indicators)),
      ],
      plain: (row) => of.get(row.category_key) ?? 0,
    },
  ];
  return exhibit({
    id: "mix",
    title: t("categoryMix"),
    lead: t("categoryMixLead"),
    draw: stacks([a, b].map(mixOf)),
    columns: [
      { head: t("level1"), cell: (row) => row.level1_name, plain: (row) => row.level1_name },
      { head: t("level2"), cell: (row) => row.level2_name, plain: (row) => row.level2_name },
      ...side(a, ofA),
      ...side(b, ofB),
    ],
    rows,
  });
}

/** The projects of a side. */
function ofSide({ row, year }: Side): OfYear {
  return {
    year,
    has: (list, place) => list.function_code[place] === row.function_code && list.budget_year[place] === year,
  };
}
