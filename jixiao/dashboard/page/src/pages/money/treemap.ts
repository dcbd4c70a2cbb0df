/** Where the money of a year goes, as a treemap: a click goes in, a click on a project opens it. */

import { fill, h, type Child } from "../../dom";
import { count, percent, wan, wanLength, wanPlain } from "../../format";
import { t } from "../../i18n";
import type { Clicked, Drawing } from "../../parts/chart";
import { exhibit, type DataColumn } from "../../parts/chart/exhibit";
import { tint, tip, tooltip, type } from "../../parts/chart/look";
import type { Chosen } from "../../parts/filters";
import { empty, link, sized } from "../../parts/page";
import { follow } from "../../router";
import { divided, type Division, type Step, type Tile } from "./tiles";

const HUES = 8;
const [HIGH, LOW, NARROW] = [460, 380, 640];
/** So many parts of a part are drawn one by one; none in a part of fewer square pixels. */
const [MOST_PARTS, LEAST_PART] = [24, 6_000];
/** A smaller one bears no words. */
const LEAST_TILE = { width: 60, height: 28 };

interface Leaf {
  tile: Tile;
  group: string;
}

/** Fills a host with the treemap of the chosen scope, once its data are loaded. */
export async function treemap(host: HTMLElement, now: Chosen): Promise<void> {
  const division = await divided(now);
  fill(host, shown(division));
}

function shown({ way, tiles, withoutMoney }: Division): HTMLElement {
  const leaves = tiles
    .flatMap((tile): Leaf[] => (tile.parts ?? [tile]).map((one) => ({ tile: one, group: tile.parts ? tile.name : "" })))
    .sort((a, b) => (a.tile.amount < b.tile.amount ? 1 : a.tile.amount > b.tile.amount ? -1 : 0));
  const total = leaves.reduce((sum, { tile }) => sum + tile.amount, 0n);
  if (total <= 0n) return h("section", {}, h("h2", {}, t("whereMoney")), trail(way), empty(t("noMoney")));
  const shownTiles = tiles.map(drawable);
  const every = shownTiles.flatMap((tile) => [tile, ...(tile.parts ?? [])]);
  return exhibit({
    id: "money",
    title: t("whereMoney"),
    lead: [t("whereMoneyLead"), withoutMoney > 0 && t("withoutMoney", { n: count(withoutMoney) })],
    above: trail(way),
    draw: drawing(shownTiles, every, total),
    go: (clicked: Clicked) => {
      const tile = every[(clicked.data as { place?: number } | undefined)?.place ?? -1];
      if (tile) follow(tile.to);
    },
    columns: columns(leaves, total),
    rows: leaves,
  });
}

/** A part as it is drawn: a single one in it goes without a frame, the smallest of many are one that leads into it. */
function drawable(tile: Tile): Tile {
  const all = [...(tile.parts ?? [])].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
  if (all.length < 2) return { name: tile.name, amount: tile.amount, projects: tile.projects, to: tile.to };
  const [first, rest] = [all.slice(0, MOST_PARTS), all.slice(MOST_PARTS)];
  const others: Tile = {
    name: t("otherParts", { n: count(rest.length) }),
    amount: rest.reduce((sum, one) => sum + one.amount, 0n),
    projects: rest.reduce((sum, one) => sum + one.projects, 0),
    to: tile.to,
  };
  return { ...tile, parts: rest.length ? [...first, others] : first };
}

function trail(way: readonly Step[]): HTMLElement {
  return h(
    "nav",
    { class: "way", "aria-label": t("wayIn") },
    way.map(({ name, to }, place): Child => [
      place > 0 && h("span", { class: "faint" }, " / "),
      place < way.length - 1 ? link(name, to) : h("span", { "aria-current": "true" }, name),
    ]),
  );
}

function drawing(tiles: readonly Tile[], every: readonly Tile[], total: bigint): (width: number) => Drawing {
  const placeOf = new Map(every.map((tile, place) => [tile, place]));
  const isGrouped = tiles.some((tile) => tile.parts);
  /** A tile whose share of the area is too small for words gets no label, which costs more than the tile. */
  const bearsWords = (tile: Tile, area: number) =>
    (area * wanLength(tile.amount)) / wanLength(total) >= LEAST_TILE.width * LEAST_TILE.height;
  const node = (tile: Tile, colour: string, area: number): object => ({
    name: tile.name,
    value: wanLength(tile.amount > 0n ? tile.amount : 0n),
    place: placeOf.get(tile),
    itemStyle: { color: colour },
    ...(bearsWords(tile, area) ? {} : { label: { show: false } }),
    ...(tile.parts
      ? { children: tile.parts.filter((one) => one.amount > 0n).map((one) => node(one, colour, area)) }
      : {}),
  });
  const nodes = (area: number) => {
    const hues = Array.from({ length: isGrouped ? HUES : 1 }, (_, hue) => tint(`--tile-${hue + 1}`));
    const drawn = tiles.filter((tile) => tile.amount > 0n);
    return drawn.map((tile, place) => node(tile, hues[place % hues.length] ?? "", area));
  };
  const said = ({ data }: { data?: { place?: number } }) => {
    const tile = every[data?.place ?? -1];
    if (!tile) return "";
    const share = t("shareOfShown", { share: percent(wanLength(tile.amount), wanLength(total)) });
    const projects = tile.projects > 1 && `${t("projects")} ${count(tile.projects)}`;
    return tip(tile.name, `${wan(tile.amount)} ${t("wan")}`, share, projects);
  };
  const words = ({ data }: { data?: { place?: number } }) => {
    const tile = every[data?.place ?? -1];
    return tile ? `${tile.name}\n${sized(tile.amount)}` : "";
  };
  const headed = ({ data }: { data?: { place?: number } }) => words({ data: data ?? {} }).replace("\n", "  ");
  const heightOf = (width: number) => (width < NARROW ? LOW : HIGH);
  return (width) => ({
    height: heightOf(width),
    option: () => ({
      tooltip: tooltip(said),
      series: {
        type: "treemap",
        animation: false, // it has a default of its own, a second of frames
        ...{ left: 0, right: 0, top: 0, bottom: 0, roam: false, nodeClick: false, breadcrumb: { show: false } },
        childrenVisibleMin: LEAST_PART,
        label: {
          ...type(13, "--ink"),
          formatter: words,
          lineHeight: 18,
          padding: [5, 8],
          position: "insideTopLeft",
          overflow: "truncate",
        },
        labelLayout: ({ rect }: { rect: { width: number; height: number } }) =>
          rect.width < LEAST_TILE.width || rect.height < LEAST_TILE.height ? { fontSize: 0 } : {},
        upperLabel: { ...type(13, "--ink"), height: 26, fontWeight: 600, formatter: headed, padding: [0, 2] },
        itemStyle: { borderColor: tint("--paper"), gapWidth: 1, borderWidth: 0 },
        emphasis: {
          itemStyle: { color: tint("--tile-on") },
          label: type(13, "--ink"),
          upperLabel: type(13, "--accent"),
        },
        levels: [
          { itemStyle: { gapWidth: isGrouped ? 8 : 1 }, upperLabel: { show: false } },
          { upperLabel: { show: isGrouped } },
        ],
        data: nodes(width * heightOf(width)),
      },
    }),
  });
}

function columns(leaves: readonly Leaf[], total: bigint): DataColumn<Leaf>[] {
  const isGrouped = leaves.some((leaf) => leaf.group);
  const share = ({ tile }: Leaf) => percent(wanLength(tile.amount), wanLength(total));
  const group: DataColumn<Leaf> = {
    head: t("partOf"),
    wide: true,
    cell: (leaf) => leaf.group,
    plain: (leaf) => leaf.group,
  };
  return [
    ...(isGrouped ? [group] : []),
    { head: t("name"), wide: true, cell: ({ tile }) => link(tile.name, tile.to), plain: ({ tile }) => tile.name },
    {
      head: t("amount"),
      number: true,
      cell: ({ tile }) => wan(tile.amount),
      plain: ({ tile }) => wanPlain(tile.amount),
    },
    { head: t("share"), number: true, cell: share, plain: share },
    { head: t("projects"), number: true, cell: ({ tile }) => count(tile.projects), plain: ({ tile }) => tile.projects },
  ];
}
