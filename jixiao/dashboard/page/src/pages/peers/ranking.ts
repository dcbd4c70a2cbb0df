/** The cities of a function in order: of its money, its projects, its indicators. */

import { h } from "../../dom";
import { count, percent, wan, wanLength, wanPlain } from "../../format";
import { t, type Word } from "../../i18n";
import { bars, ofBar } from "../../parts/chart/bars";
import { exhibit, type DataColumn } from "../../parts/chart/exhibit";
import { segments } from "../../parts/filters";
import { link, sized } from "../../parts/page";
import { follow, refined, route } from "../../router";
import type { Side } from "../sides";
import { leading, type Peers } from "./cities";

interface Measure {
  word: Word;
  /** What it is ordered by and how long a bar is; null where it is not known. */
  length: (side: Side) => number | null;
  text: (side: Side) => string;
}

const SHARE = 1e6;
const share = (text: string | null): string => (text === null ? "—" : percent(Math.round(Number(text) * SHARE), SHARE));

const MEASURES: Record<string, Measure> = {
  amount: {
    word: "amountShort",
    length: ({ row }) => wanLength(BigInt(row.amount)),
    text: ({ row }) => sized(BigInt(row.amount)),
  },
  projects: { word: "projects", length: ({ row }) => row.projects, text: ({ row }) => count(row.projects) },
  perProject: {
    word: "perProject",
    length: ({ row }) => Number(row.per_project),
    text: ({ row }) => Number(row.per_project).toFixed(1),
  },
  quantitative: {
    word: "quantitativeShare",
    length: ({ row }) => (row.quantitative_share === null ? null : Number(row.quantitative_share)),
    text: ({ row }) => share(row.quantitative_share),
  },
};

export function ranking(peers: Peers): HTMLElement {
  const asked = route().query.get("by") ?? "";
  const by = asked in MEASURES ? asked : "amount";
  const measure = MEASURES[by] as Measure;
  const value = (side: Side) => measure.length(side) ?? -1;
  const sides = [...peers.sides].sort((a, b) => value(b) - value(a));
  const place = (side: Side) => sides.findIndex((other) => value(other) === value(side)) + 1;
  const to = (side: Side) => leading(side, peers.own);
  return exhibit({
    id: "ranking",
    title: t("ranking"),
    lead: [
      t("rankingLead"),
      peers.own && ` ${t("rankOfOwn", { city: peers.own.city, place: place(peers.own), n: sides.length })}`,
    ],
    above: segments(
      t("rankBy"),
      Object.entries(MEASURES).map(([code, { word }]) => ({ value: code, text: t(word) })),
      by,
      (code) => follow(refined({ by: code })),
    ),
    draw: bars(
      sides.map((side) => ({
        name: side.city,
        length: measure.length(side) ?? 0,
        text: measure.text(side),
        more: by === "amount" ? `${wan(BigInt(side.row.amount))} ${t("wan")}` : "",
        own: side === peers.own,
      })),
    ),
    go: ofBar((at) => {
      const side = sides[at];
      if (side) follow(to(side));
    }),
    columns: columns(place, to),
    rows: sides,
  });
}

function columns(place: (side: Side) => number, to: (side: Side) => string): DataColumn<Side>[] {
  const number = (head: string, of: (side: Side) => number): DataColumn<Side> => ({
    head,
    number: true,
    cell: (side) => count(of(side)),
    plain: of,
  });
  const text = (head: string, of: (side: Side) => string): DataColumn<Side> => ({
    head,
    number: true,
    cell: of,
    plain: of,
  });
  return [
    number(t("rank"), place),
    { head: t("city"), cell: (side) => link(side.city, to(side)), plain: (side) => side.city },
    {
      head: t("amount"),
      number: true,
      cell: ({ row }) => wan(BigInt(row.amount)),
      plain: ({ row }) => wanPlain(BigInt(row.amount)),
    },
    number(t("departments"), (side) => side.cell?.departments ?? 0),
    number(t("projects"), ({ row }) => row.projects),
    number(t("indicators"), ({ row }) => row.indicators),
    text(t("perProject"), ({ row }) => Number(row.per_project).toFixed(1)),
    text(t("quantitativeShare"), ({ row }) => share(row.quantitative_share)),
    {
      head: t("projectTotalsReconcile"),
      number: true,
      cell: ({ row }) => h("span", {}, share(row.reconciled_share)),
      plain: ({ row }) => share(row.reconciled_share),
    },
  ];
}
