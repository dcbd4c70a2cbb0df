/** Which projects of two years are one: the links of the warehouse, each a claim with its evidence. */

import { projectsOf, type ProjectList } from "../data/lists";
import { links, type Link } from "../data/marts";
import { fill, h, type Child } from "../dom";
import { change, fen, wan } from "../format";
import { groupBy } from "../group";
import { named, t } from "../i18n";
import { empty, link, orGone, section } from "../parts/page";
import { long, table } from "../parts/table";
import { address } from "../router";
import type { Side } from "./sides";

interface Pair {
  from: number | null;
  to: number | null;
  claims: Link[];
}

export function continuation(a: Side, b: Side): HTMLElement {
  const [from, to] = a.year < b.year ? [a, b] : [b, a];
  const host = h("div", {}, empty(t("loading")));
  const city = from.row.city_key; // of both sides
  const drawing = Promise.all([projectsOf(city), links(city)]).then(([list, claims]) =>
    fill(host, drawn(from, to, list, pairs(from, to, list, claims))),
  );
  void orGone(host, drawing);
  return section(t("continuation"), t("continuationLead"), host);
}

/** The linked projects, the surest first, then those without a link. */
function pairs(from: Side, to: Side, list: ProjectList, claims: readonly Link[]): Pair[] {
  const documentsOf = ({ row, year }: Side) =>
    new Set(
      list.document_key.filter(
        (_, place) => list.function_code[place] === row.function_code && list.budget_year[place] === year,
      ),
    );
  const [earlier, later] = [documentsOf(from), documentsOf(to)];
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

function drawn(from: Side, to: Side, list: ProjectList, rows: readonly Pair[]): HTMLElement {
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
                    h(
                      "span",
                      { class: "faint" },
                      `${Math.round(100 * Number(claim.strength))}% ${claim.evidence ?? ""}`,
                    ),
                  ),
                )
              : t("onlyIn", { year: row.from === null ? to.year : from.year }),
        },
      ],
      some,
    ),
  );
}
