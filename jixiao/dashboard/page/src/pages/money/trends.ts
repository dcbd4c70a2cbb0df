/** How the money moves: a small chart for each function, all over the same years, gaps left as gaps. */

import type { Cell } from "../../data/sums";
import { fill, h } from "../../dom";
import { change, count, wan, wanLength, wanPlain } from "../../format";
import { t } from "../../i18n";
import type { Clicked, Drawing } from "../../parts/chart";
import { exhibit, type DataColumn } from "../../parts/chart/exhibit";
import { tint, tip, tooltip, type } from "../../parts/chart/look";
import type { Chosen } from "../../parts/filters";
import { link, sized } from "../../parts/page";
import { address, follow } from "../../router";
import { overYears, runs, type Point, type Series } from "./series";

const MOST = 12;
const PANEL = { height: 104, head: 32, foot: 22, gap: 24, words: 76 };
const [WIDE, SLIM, NARROW] = [216, 150, 640];

interface Line extends Point {
  series: Series;
  before: Point | undefined;
}

/** Fills a host with the small charts of the functions of some cells; nothing where there is one year only. */
export async function trends(host: HTMLElement, cells: readonly Cell[], now: Chosen): Promise<void> {
  const all = await overYears(cells);
  const years = new Set(all.flatMap((one) => one.points.map((point) => point.year)));
  if (years.size < 2) return;
  const show = (some: readonly Series[]) =>
    fill(
      host,
      shown(some, span(years), now),
      some.length < all.length &&
        h(
          "button",
          { type: "button", class: "quiet", onclick: () => show(all) },
          t("showAll", { n: count(all.length) }),
        ),
    );
  show(all.slice(0, MOST));
}

/** All years from the first to the last. */
function span(years: ReadonlySet<number>): number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function shown(all: readonly Series[], years: readonly number[], now: Chosen): HTMLElement {
  const lines = all.flatMap((series) =>
    series.points.map((point): Line => ({
      ...point,
      series,
      before: series.points.find((other) => other.year === point.year - 1),
    })),
  );
  const target = (series: Series, year: number | undefined) =>
    address("peers", [], {
      function: series.code,
      ...(year === undefined ? {} : { year }),
      ...(now["city"] ? { city: now["city"] } : {}),
    });
  return exhibit({
    id: "trends",
    title: t("howMoneyMoves"),
    lead: t("howMoneyMovesLead"),
    draw: (width) => drawing(all, years, width),
    go: (clicked: Clicked) => {
      const isTitle = clicked.componentType === "title";
      const series = all[isTitle ? clicked.componentIndex : Number(clicked.seriesId)];
      if (series) follow(target(series, isTitle ? undefined : years[clicked.dataIndex]));
    },
    columns: columns(target),
    rows: lines,
  });
}

function columns(target: (series: Series, year: number) => string): DataColumn<Line>[] {
  const moved = ({ amount, before }: Line) => (before ? change(before.amount, amount) : "—");
  const alike = ({ isAlike, before }: Line) =>
    before ? t(isAlike ? "sameDepartments" : "otherDepartments") : t("gapYear");
  return [
    {
      head: t("function"),
      wide: true,
      cell: ({ series, year }) => link(series.name, target(series, year)),
      plain: ({ series }) => series.name,
    },
    { head: t("year"), number: true, cell: ({ year }) => year, plain: ({ year }) => year },
    { head: t("amount"), number: true, cell: ({ amount }) => wan(amount), plain: ({ amount }) => wanPlain(amount) },
    { head: t("changeRatio"), number: true, cell: moved, plain: moved },
    { head: t("departments"), number: true, cell: (line) => line.departments, plain: (line) => line.departments },
    { head: t("yearBefore"), cell: alike, plain: alike },
  ];
}

function drawing(all: readonly Series[], years: readonly number[], width: number): Drawing {
  const least = width < NARROW ? SLIM : WIDE;
  const across = Math.min(all.length, Math.max(1, Math.floor((width + PANEL.gap) / (least + PANEL.gap))));
  const wide = (width - (across - 1) * PANEL.gap) / across;
  const high = PANEL.head + PANEL.height + PANEL.foot;
  const corner = (place: number) => ({
    left: (place % across) * (wide + PANEL.gap),
    top: Math.floor(place / across) * (high + 10),
  });
  const axis = (place: number, isLast: boolean) => ({
    type: "category",
    gridIndex: place,
    data: years.map(String),
    boundaryGap: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: tint("--line-strong") } },
    axisLabel: { ...type(11, "--ink-3"), interval: (at: number) => at === 0 || at === years.length - 1, show: isLast },
  });
  return {
    height: Math.ceil(all.length / across) * (high + 10),
    option: () => ({
      tooltip: tooltip(({ seriesId, dataIndex }: { seriesId: string; dataIndex: number }) =>
        said(all[Number(seriesId)], years[dataIndex]),
      ),
      title: all.map((one, place) => ({
        ...corner(place),
        text: one.name,
        padding: 0,
        triggerEvent: true,
        textStyle: { ...type(13, "--ink"), fontWeight: 600, width: wide, overflow: "truncate" },
      })),
      grid: all.map((_, place) => {
        const { left, top } = corner(place);
        return { left, top: top + PANEL.head, width: wide - PANEL.words, height: PANEL.height };
      }),
      xAxis: all.map((_, place) => axis(place, true)),
      yAxis: all.map((_, place) => ({
        type: "value",
        gridIndex: place,
        min: 0,
        splitNumber: 2,
        axisLabel: { show: false },
        splitLine: { lineStyle: { color: tint("--line") } },
      })),
      series: all.flatMap((one, place) => [...stretches(one, place, years), points(one, place, years)]),
    }),
  };
}

/** Lines between neighbouring years: dotted where the departments are not the same. */
function stretches(series: Series, place: number, years: readonly number[]): object[] {
  const of = new Map(series.points.map((point) => [point.year, wanLength(point.amount)]));
  return runs(series.points).map(({ from, to, isAlike }) => ({
    type: "line",
    ...{ xAxisIndex: place, yAxisIndex: place, silent: true, showSymbol: false },
    lineStyle: { color: tint("--accent"), width: 1.5, type: isAlike ? "solid" : [2, 3] },
    data: years.map((year) => (year >= from && year <= to ? (of.get(year) ?? null) : null)),
  }));
}

/** The years that are there, the last with its amount; hollow where the year before has other departments. */
function points(series: Series, place: number, years: readonly number[]): object {
  const of = new Map(series.points.map((point) => [point.year, point]));
  const last = series.points[series.points.length - 1];
  return {
    type: "scatter",
    id: String(place),
    ...{ xAxisIndex: place, yAxisIndex: place, symbolSize: 8, z: 3 },
    data: years.map((year) => {
      const point = of.get(year);
      if (!point) return null;
      const isAlike = point.isAlike || !of.has(year - 1);
      const label = {
        show: point === last,
        position: "right",
        ...type(12, "--ink"),
        formatter: sized(point.amount),
      };
      const itemStyle = {
        color: tint(isAlike ? "--accent" : "--paper"),
        borderColor: tint("--accent"),
        borderWidth: isAlike ? 0 : 1.5,
      };
      return { value: wanLength(point.amount), itemStyle, label };
    }),
  };
}

function said(series: Series | undefined, year: number | undefined): HTMLElement | string {
  const point = series?.points.find((one) => one.year === year);
  if (!series || !point) return "";
  const before = series.points.find((one) => one.year === point.year - 1);
  return tip(
    `${series.name} ${point.year}`,
    `${wan(point.amount)} ${t("wan")}`,
    before && t("fromYearBefore", { change: change(before.amount, point.amount) }),
    t("departmentsPublished", { n: count(point.departments) }),
    before && !point.isAlike && t("otherDepartments"),
  );
}
