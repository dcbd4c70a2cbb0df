/** What of the cities is not alike: years, forms, departments, sources, and what of their amounts is not proved. */

import { h } from "../../dom";
import { count } from "../../format";
import { groupBy } from "../../group";
import { t } from "../../i18n";
import { formName, sourceName } from "../../parts/page";
import { sourceOf, type Side } from "../sides";
import type { Peers } from "./cities";

const MOST = 6;

export function comparability({ sides, elsewhere, year }: Peers): HTMLElement {
  const all = [t("peersFound", { n: sides.length, year, cities: listed(sides.map((side) => side.city)) })];
  if (elsewhere.length) all.push(t("peersElsewhere", { cities: listed(elsewhere), year }));
  const said = [...all, ...unlike(sides), ...unproved(sides)];
  return h(
    "ul",
    { class: "gaps" },
    said.map((one) => h("li", {}, one)),
    sides.length > 1 && said.length === all.length && h("li", {}, t("peersAlike")),
  );
}

/** Names of some cities; the first of many. */
function listed(cities: readonly string[]): string {
  const shown = cities.slice(0, MOST).join(t("comma"));
  return cities.length > MOST ? t("andMore", { cities: shown, n: count(cities.length) }) : shown;
}

function unlike(sides: readonly Side[]): string[] {
  const said: string[] = [];
  const forms = groupBy(sides, (side) => (side.cell?.forms ?? []).map(formName).join(" + "));
  if (forms.size > 1) said.push(t("peersForms", { forms: parted(forms) }));
  const departments = groupBy(sides, (side) => t("departmentsOf", { n: count(side.cell?.departments ?? 0) }));
  if (departments.size > 1) said.push(t("peersDepartments", { departments: parted(departments) }));
  for (const code of new Set(sides.flatMap((side) => side.sources.map((one) => one.source)))) {
    const having = sides.filter((side) => sourceOf(side, code));
    if (having.length < sides.length)
      said.push(t("peersSource", { source: sourceName(code), cities: listed(having.map((side) => side.city)) }));
  }
  return said;
}

function parted(groups: ReadonlyMap<string, readonly Side[]>): string {
  return [...groups]
    .map(([name, own]) => t("nameOfCities", { name: name || "—", cities: listed(own.map((side) => side.city)) }))
    .join(t("semicolon"));
}

function unproved(sides: readonly Side[]): string[] {
  const said: string[] = [];
  const those = (word: "peersNoTotals" | "peersTotals" | "peersUnread", is: (side: Side) => boolean) => {
    const own = sides.filter(is);
    if (own.length) said.push(t(word, { cities: listed(own.map((side) => side.city)) }));
  };
  those("peersNoTotals", ({ sum }) => !sum.totals);
  those("peersTotals", ({ sum }) => sum.totals > sum.reconciled);
  those("peersUnread", ({ sum }) => sum.characters > sum.understood);
  return said;
}
