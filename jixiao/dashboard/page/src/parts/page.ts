/** What pages are made of: headings, sections, links, marks of severity. */

import { core, type SeverityName } from "../data/core";
import { DataGone } from "../data/load";
import type { Owned } from "../data/publications";
import { fill, h, type Child } from "../dom";
import { isLarge, wan, yi } from "../format";
import { named, t } from "../i18n";
import { address } from "../router";
import type { Choice, Chosen } from "./filters";

export function heading(title: Child, lead?: Child, eyebrow?: Child): HTMLElement {
  return h(
    "header",
    { class: "pagehead" },
    eyebrow && h("p", { class: "eyebrow" }, eyebrow),
    h("h1", { tabindex: "-1" }, title),
    lead && h("p", { class: "lead" }, lead),
  );
}

export function section(title: string, lead: Child, ...body: readonly Child[]): HTMLElement {
  return h("section", {}, h("h2", {}, title), lead && h("p", { class: "sectionlead" }, lead), body);
}

export function link(text: Child, target: string): HTMLElement {
  return h("a", { href: target }, text);
}

/** A link to a page of the web; only its words where the address is none of http. */
export function outer(text: string, target: string): Child {
  const isOfWeb = /^https?:\/\//i.test(target);
  return isOfWeb ? h("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, text) : text;
}

export function empty(text: string): HTMLElement {
  return h("p", { class: "empty" }, text);
}

/** Waits for what draws into a host, which is busy so long; where its data are gone, that is said in its place. */
export async function orGone(host: HTMLElement, drawing: void | Promise<void>): Promise<void> {
  host.ariaBusy = "true";
  try {
    await drawing;
  } catch (error) {
    if (!(error instanceof DataGone)) throw error;
    fill(host, empty(t("dataGone")));
  } finally {
    host.ariaBusy = null;
  }
}

export function severityMark(severity: SeverityName): HTMLElement {
  return h("span", { class: `severity ${severity}` }, t(severity));
}

/** A figure with its name, and a remark under it. */
export function figure(name: string, value: Child, remark?: Child): HTMLElement {
  return h(
    "div",
    { class: "figure" },
    h("dt", {}, name),
    h("dd", {}, value),
    remark && h("dd", { class: "remark" }, remark),
  );
}

/** An amount in 亿元 where it is large, with the exact value under it; else in 万元, exact. */
export function amountFigure(amount: bigint, remark?: Child): HTMLElement {
  if (!isLarge(amount)) return figure(t("amountShort"), [wan(amount), h("small", {}, t("wan"))], remark);
  const exact = `${t("exactly")} ${wan(amount)} ${t("wan")}`;
  const large = figure(t("amountShort"), [yi(amount), h("small", {}, t("yi"))], exact);
  if (remark) large.append(h("dd", { class: "remark" }, remark));
  return large;
}

/** An amount in the unit that its size asks for: in 亿元 with two decimals, else in 万元, exact. */
export function sized(amount: bigint): string {
  return isLarge(amount) ? `${yi(amount)} ${t("yi")}` : `${wan(amount)} ${t("wan")}`;
}

export function figures(...items: readonly HTMLElement[]): HTMLElement {
  return h("dl", { class: "figures" }, items);
}

/** The way from the city to a department and a year. */
export function trail(doc: Owned): Child {
  return [
    doc.city.city_name,
    " / ",
    link(doc.department.department_name, address("department", [doc.department_key, doc.budget_year])),
    " / ",
    String(doc.budget_year),
  ];
}

export function formName(form: string): string {
  return named("form", form);
}

export const cityChoices = (): Choice[] =>
  core().cities.map((city) => ({ value: String(city.city_key), text: city.city_name }));
export const functionChoices = (): Choice[] => core().functions.map(({ code, name }) => ({ value: code, text: name }));
export const yearChoices = (): Choice[] => core().years.map((year) => ({ value: String(year), text: String(year) }));

/** In the address: every year, where a page shows one unless it is asked for all. */
export const EVERY_YEAR = "all";

/** The latest year of which more than half as many departments are known as of the best known one. */
export function usualYear(): string {
  const known = new Map<number, number>();
  for (const one of core().published) known.set(one.budget_year, (known.get(one.budget_year) ?? 0) + one.departments);
  const most = Math.max(...known.values());
  const covered = [...known].filter(([, departments]) => departments * 2 > most).map(([year]) => year);
  return covered.length ? String(Math.max(...covered)) : "";
}

/** The three filters that most pages have. */
export function scopeFilters() {
  return [
    { kind: "select", name: "city", label: t("city"), all: t("allCities"), choices: cityChoices() },
    { kind: "select", name: "function", label: t("function"), all: t("allFunctions"), choices: functionChoices() },
    { kind: "select", name: "year", label: t("year"), all: t("allYears"), choices: yearChoices() },
  ] as const;
}

/** What the three filters let through: a test of the city, the function and the year of a row. */
export function inScope(now: Chosen): (city: number | undefined, ofFunction: string, year: number) => boolean {
  const [city, year] = [now["city"], now["year"] === EVERY_YEAR ? "" : now["year"]].map((one) =>
    one ? Number(one) : null,
  );
  return (ofCity, ofFunction, ofYear) =>
    (city === null || ofCity === city) &&
    (!now["function"] || ofFunction === now["function"]) &&
    (year === null || ofYear === year);
}

/** A row of a function and a year, of a city or of all of them together. */
interface InScope {
  city_key?: number;
  function_code: string;
  budget_year: number;
}

/** The rows that the three filters let through. */
export function rowsInScope<Row extends InScope>(rows: readonly Row[], now: Chosen): Row[] {
  const passes = inScope(now);
  return rows.filter((row) => passes(row.city_key, row.function_code, row.budget_year));
}

export function sourceName(code: string): string {
  return core().sources.find((source) => source.code === code)?.name ?? code;
}
