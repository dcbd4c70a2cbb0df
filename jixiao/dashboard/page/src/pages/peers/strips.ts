/** Targets of like unit and direction, a strip each: a dot is the median of a city, a line that of all the cities. */

import { core } from "../../data/core";
import type { Target } from "../../data/marts";
import { fill, h } from "../../dom";
import { count } from "../../format";
import { groupBy } from "../../group";
import { t } from "../../i18n";
import type { Drawing } from "../../parts/chart";
import { exhibit, type DataColumn } from "../../parts/chart/exhibit";
import { tint, tip, tooltip, type } from "../../parts/chart/look";
import { empty, link } from "../../parts/page";
import { follow } from "../../router";
import { signed } from "../profile";
import type { Side } from "../sides";
import { leading, type Peers } from "./cities";

const MOST = 10;
const [ROW, HEAD, NARROW] = [66, 20, 640];

interface Strip {
  name: string;
  usual: string;
  dots: Target[];
}

/** The strips of a function and year: those of most cities first. */
export function strips(peers: Peers, all: readonly Target[]): HTMLElement {
  const own = all.filter((one) => one.function_code === peers.function_code && one.budget_year === peers.year);
  const categories = new Map(core().categories.map((one) => [one.category_key, one]));
  const nameOf = ({ category_key, unit, direction }: Target) => {
    const category = categories.get(category_key);
    return `${category?.level2_name ?? ""} ${signed(direction, t("unitOf", { unit: unit || "—" }))}`;
  };
  const found = [...groupBy(own, (one) => `${one.category_key}\n${one.unit}\n${one.direction}`).values()]
    .map((dots): Strip => ({ name: nameOf(dots[0] as Target), usual: dots[0]?.usual ?? "", dots }))
    .sort((a, b) => b.dots.length - a.dots.length);
  if (!found.length) return h("section", {}, h("h2", {}, t("strips")), empty(t("noStrips")));
  const host = h("div", {});
  const show = (some: readonly Strip[]) =>
    fill(
      host,
      shown(peers, some),
      some.length < found.length &&
        h(
          "button",
          { type: "button", class: "quiet", onclick: () => show(found) },
          t("showAll", { n: count(found.length) }),
        ),
    );
  show(found.slice(0, MOST));
  return host;
}

function shown(peers: Peers, some: readonly Strip[]): HTMLElement {
  const sideOf = new Map(peers.sides.map((side) => [side.row.city_key, side]));
  const to = (target: Target) => {
    const side = sideOf.get(target.city_key);
    return side ? leading(side, peers.own) : undefined;
  };
  const rows = some.flatMap((strip) => strip.dots.map((target) => ({ strip, target })));
  const cityOf = (target: Target) => sideOf.get(target.city_key)?.city ?? "";
  const text = (head: string, of: (target: Target) => string | number): DataColumn<(typeof rows)[number]> => ({
    head,
    number: true,
    cell: ({ target }) => of(target),
    plain: ({ target }) => of(target),
  });
  return exhibit({
    id: "strips",
    title: t("strips"),
    lead: t("stripsLead"),
    draw: (width) => drawing(some, peers.own, cityOf, width),
    go: ({ data }) => {
      const target = (data as { target?: Target } | undefined)?.target;
      const address = target && to(target);
      if (address) follow(address);
    },
    columns: [
      { head: t("targetsAlike"), wide: true, cell: ({ strip }) => strip.name, plain: ({ strip }) => strip.name },
      {
        head: t("city"),
        cell: ({ target }) => link(cityOf(target), to(target) ?? ""),
        plain: ({ target }) => cityOf(target),
      },
      text(t("targets"), (target) => target.targets),
      text(t("least"), (target) => target.least),
      text(t("median"), (target) => target.median),
      text(t("greatest"), (target) => target.greatest),
      text(t("medianOfCities"), (target) => target.usual),
    ],
    rows,
  });
}

function drawing(
  some: readonly Strip[],
  own: Side | undefined,
  cityOf: (target: Target) => string,
  width: number,
): Drawing {
  const isNarrow = width < NARROW;
  const left = isNarrow ? 8 : 220;
  const strip = { head: isNarrow ? 20 : 0, height: 30 };
  const row = ROW + strip.head;
  const top = (place: number) => place * row + strip.head + HEAD;
  return {
    height: some.length * row + 8,
    option: () => ({
      tooltip: tooltip(({ data, seriesIndex }: { data: { target?: Target }; seriesIndex: number }) =>
        data.target
          ? tip(
              `${cityOf(data.target)} · ${some[seriesIndex]?.name ?? ""}`,
              `${t("median")} ${data.target.median}`,
              t("targetsFromTo", { n: data.target.targets, least: data.target.least, greatest: data.target.greatest }),
              t("medianOfCitiesIs", { usual: data.target.usual }),
            )
          : "",
      ),
      title: some.map((one, place) => ({
        left: 0,
        top: isNarrow ? place * row : top(place) + 8,
        padding: 0,
        text: one.name,
        textStyle: { ...type(13, "--ink"), fontWeight: 400, width: isNarrow ? width : left - 24, overflow: "truncate" },
      })),
      grid: some.map((_, place) => ({ left, right: 40, top: top(place), height: strip.height })),
      xAxis: some.map((one, place) => ({
        type: "value",
        gridIndex: place,
        ...extent(one),
        splitLine: { show: false },
        axisTick: { show: false },
        axisLine: { show: true, lineStyle: { color: tint("--line-strong") } },
        axisLabel: { show: false },
      })),
      yAxis: some.map((_, place) => ({ type: "value", gridIndex: place, min: 0, max: 1, show: false })),
      series: some.map((one, place) => dots(one, place, own, cityOf)),
    }),
  };
}

/** From the least to the greatest of the dots, with room at both ends. */
function extent({ dots }: Strip): { min: number; max: number } {
  const values = dots.map((one) => Number(one.median));
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const room = (max - min) * 0.08 || Math.abs(max) * 0.2 || 1;
  return { min: min - room, max: max + room };
}

/** Dots of one value stand above each other; the ends and the own city bear their values. */
function dots(
  { dots: all, usual }: Strip,
  place: number,
  own: Side | undefined,
  cityOf: (target: Target) => string,
): object {
  const same = groupBy(all, (one) => one.median);
  const values = [...same.keys()].sort((a, b) => Number(a) - Number(b));
  const ends = new Set([values[0], values[values.length - 1]]);
  return {
    type: "scatter",
    ...{ xAxisIndex: place, yAxisIndex: place, clip: false },
    data: all.map((target) => {
      const alike = same.get(target.median) ?? [];
      const step = Math.min(0.3, 0.9 / alike.length);
      const level = 0.5 + (alike.indexOf(target) - (alike.length - 1) / 2) * step;
      const isOwn = own !== undefined && target.city_key === own.row.city_key;
      const isNamed = isOwn || (ends.has(target.median) && alike[0] === target);
      return {
        value: [Number(target.median), level],
        target,
        symbolSize: isOwn ? 12 : 9,
        itemStyle: {
          color: tint(isOwn ? "--accent" : "--mix-2"),
          borderColor: tint("--paper"),
          borderWidth: 1,
          opacity: 1,
        },
        z: isOwn ? 4 : 3,
        label: {
          show: isNamed,
          position: "bottom",
          distance: 4 + (level - 0) * 18,
          ...type(11, isOwn ? "--accent" : "--ink-3"),
          fontWeight: isOwn ? 600 : 400,
          formatter: `${cityOf(target)} ${target.median}`,
        },
      };
    }),
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: tint("--ink-2"), width: 1, type: "solid" },
      label: { show: true, position: "end", distance: 2, ...type(11, "--ink-3"), formatter: usual },
      data: [{ xAxis: Number(usual) }],
    },
  };
}
