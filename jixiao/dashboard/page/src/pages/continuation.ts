/** Which projects of two years are one: the links of the warehouse, each a claim with its evidence. */

import { projectsOf, type ProjectList } from "../data/lists";
import { links, type Link } from "../data/marts";
import type { Doc } from "../data/publications";
import { fill, h, type Child } from "../dom";
import { change, count, fen, wan } from "../format";
import { groupBy } from "../group";
import { named, t } from "../i18n";
import { empty, link, orGone, section } from "../parts/page";
import { long, table } from "../parts/table";
import { address } from "../router";

/** The places in the list of two projects that are one, as the claims say; of a project without a link, its own. */
export interface Pair {
  from: number | null;
  to: number | null;
  claims: Link[];
}

/** Some projects of a city in a year: those of a function or of a department. */
export interface OfYear {
  year: number;
  has: (list: ProjectList, place: number) => boolean;
}

/** The projects of the documents of a year. */
export function documentsOf(documents: readonly Doc[], year: number): OfYear {
  const own = new Set(documents.filter((doc) => doc.budget_year === year).map((doc) => doc.document_key));
  return { year, has: (list, place) => own.has(list.document_key[place] ?? 0) };
}

/** The projects of two years of a city beside each other. */
export function continuation(city: number, a: OfYear, b: OfYear): HTMLElement {
  const [from, to] = a.year < b.year ? [a, b] : [b, a];
  const host = h("div", {}, empty(t("loading")));
  const drawing = Promise.all([projectsOf(city), links(city)]).then(([list, claims]) =>
    fill(host, drawn(from, to, list, pairs(from, to, list, claims))),
  );
  void orGone(host, drawing);
  const shown = section(t("continuation"), t("continuationLead"), host);
  shown.id = "continuation";
  return shown;
}

/** The linked projects, the surest first, then those without a link. */
export function pairs(from: OfYear, to: OfYear, list: ProjectList, claims: readonly Link[]): Pair[] {
  const [earlier, later] = [from, to].map(
    (own) => new Set(list.document_key.filter((_, place) => own.has(list, place))),
  ) as [Set<number>, Set<number>];
  const placeOf = new Map<string, number>();
  list.document_key.forEach(
    (key, place) => (earlier.has(key) || later.has(key)) && placeOf.set(`${key} ${list.project_key[place]}`, place),
  );
  const own = claims.filter((claim) => earlier.has(claim.from_document_key) && later.has(claim.to_document_key));
  const linked = [
    ...groupBy(
      own,
      (claim) =>
        `${claim.from_document_key} ${claim.from_project_key}\n${claim.to_document_key} ${claim.to_project_key}`,
    ),
  ]
    .map(([key, members]): Pair => {
      const [one = "", other = ""] = key.split("\n");
      return { from: placeOf.get(one) ?? null, to: placeOf.get(other) ?? null, claims: members };
    })
    .filter((pair) => pair.from !== null && pair.to !== null)
    .sort((one, other) => strength(other) - strength(one));
  const met = new Set(linked.flatMap((pair) => [pair.from, pair.to]));
  const alone = [...placeOf.values()].filter((place) => !met.has(place));
  const single = (place: number): Pair =>
    later.has(list.document_key[place] ?? 0)
      ? { from: null, to: place, claims: [] }
      : { from: place, to: null, claims: [] };
  return [...linked, ...alone.map(single).sort((one, other) => Number(one.to === null) - Number(other.to === null))];
}

function strength(pair: Pair): number {
  return Number(pair.claims[0]?.strength ?? 0);
}

function drawn(from: OfYear, to: OfYear, list: ProjectList, rows: readonly Pair[]): HTMLElement {
  const amount = (place: number | null) => (place === null ? null : fen(list.amount[place]));
  const shown = (place: number | null) =>
    place === null
      ? "—"
      : link(wan(amount(place)), address("project", [list.document_key[place] ?? 0, list.project_key[place] ?? 0]));
  const text = (column: readonly string[], { from: one, to: other }: Pair): Child => {
    const texts = [one, other].flatMap((place) => (place === null ? [] : [column[place] || t("unnamed")]));
    return [...new Set(texts)].map((each, place) => [place > 0 && " → ", each]);
  };
  return long(rows, (some) =>
    table(
      t("continuation"),
      [
        { head: t("project"), wide: true, cell: (row) => text(list.name, row) },
        { head: t("unit"), wide: true, cell: (row) => text(list.unit, row) },
        { head: String(from.year), number: true, cell: (row) => shown(row.from) },
        { head: String(to.year), number: true, cell: (row) => shown(row.to) },
        {
          head: t("changeRatio"),
          number: true,
          cell: (row) => {
            const [x, y] = [amount(row.from), amount(row.to)];
            return x !== null && y !== null ? change(x, y) : "";
          },
        },
        {
          head: t("linkEvidence"),
          wide: true,
          cell: (row) =>
            row.claims.length
              ? row.claims.map((claim) =>
                  h(
                    "div",
                    {},
                    named("link", claim.kind),
                    " ",
                    h("span", { class: "faint" }, `${Math.round(100 * Number(claim.strength))}% ${evidenceOf(claim)}`),
                  ),
                )
              : t("onlyIn", { year: row.from === null ? to.year : from.year }),
        },
      ],
      some,
    ),
  );
}

/** What is alike: how many indicators, or the words of the warehouse. */
function evidenceOf(claim: Link): string {
  const said = claim.evidence ?? "";
  return claim.kind === "same_indicators" ? t("indicatorsAlike", { n: count(Number.parseInt(said, 10)) }) : said;
}
