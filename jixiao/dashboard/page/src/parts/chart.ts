/** Bars, drawn by ECharts with the parts it needs. Every chart stands beside a table that says the same. */

import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import type { ECBasicOption } from "echarts/types/dist/shared";
import { CanvasRenderer } from "echarts/renderers";
import { h } from "../dom";

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Bar {
  name: string;
  length: number;
  text: string;
  more?: string;
  go?: () => void;
}
export interface Stack {
  name: string;
  parts: readonly { name: string; share: number; text: string }[];
}

const living = new Set<{ host: HTMLElement; chart: EChartsType; options: () => ECBasicOption }>();

/** Draw all charts again, after a change of theme. */
export function redraw(): void {
  for (const one of living) {
    if (one.host.isConnected) one.chart.setOption(one.options(), true);
    else drop(one);
  }
}

addEventListener("resize", () => living.forEach((one) => (one.host.isConnected ? one.chart.resize() : drop(one))));
addEventListener("beforeprint", () => living.forEach((one) => one.chart.resize()));

function drop(one: { chart: EChartsType } & object): void {
  one.chart.dispose();
  living.delete(one as never);
}

function tint(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Horizontal bars, longest first as given, each with its amount at its end. */
export function bars(label: string, items: readonly Bar[]): HTMLElement {
  const options = () => ({
    ...base(items.map((item) => item.name)),
    tooltip: { ...box(), formatter: ({ dataIndex }: { dataIndex: number }) => tip(items[dataIndex]) },
    series: [
      {
        type: "bar",
        barMaxWidth: 18,
        barMinWidth: 4,
        data: items.map((item) => Math.max(item.length, 0)),
        barMinHeight: 2,
        itemStyle: { color: tint("--accent"), borderRadius: [0, 2, 2, 0] },
        emphasis: { itemStyle: { color: tint("--accent-strong") } },
        label: {
          show: true,
          position: "right",
          color: tint("--ink-2"),
          fontFamily: tint("--font"),
          fontSize: 13,
          formatter: ({ dataIndex }: { dataIndex: number }) => items[dataIndex]?.text ?? "",
        },
      },
    ],
  });
  return draw(label, items.length * 34 + 16, options, (place) => items[place]?.go?.());
}

/** Two or more stacked bars of shares, each whole. */
export function stacks(label: string, items: readonly Stack[]): HTMLElement {
  const names = [...new Set(items.flatMap((item) => item.parts.map((part) => part.name)))];
  const options = () => ({
    ...base(items.map((item) => item.name)),
    grid: { left: 0, right: 8, top: 34, bottom: 4, containLabel: true },
    xAxis: { type: "value", show: false, max: 1 },
    legend: {
      top: 0,
      left: 0,
      icon: "rect",
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: tint("--ink-2"), fontFamily: tint("--font") },
    },
    tooltip: {
      ...box(),
      formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
        const part = items[dataIndex]?.parts.find((one) => one.name === names[seriesIndex]);
        return part ? tip({ name: part.name, length: 0, text: part.text }) : "";
      },
    },
    series: names.map((name, place) => ({
      name,
      type: "bar",
      stack: "all",
      barMaxWidth: 26,
      itemStyle: { color: tint(`--mix-${(place % 4) + 1}`), borderColor: tint("--paper"), borderWidth: 1 },
      data: items.map((item) => item.parts.find((part) => part.name === name)?.share ?? 0),
    })),
  });
  return draw(label, items.length * 46 + 44, options);
}

function base(names: readonly string[]): object {
  return {
    animation: false,
    textStyle: { fontFamily: tint("--font") },
    grid: { left: 0, right: 110, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: "value", show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: names,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: tint("--ink"), fontSize: 13, width: 220, overflow: "truncate", fontFamily: tint("--font") },
    },
  };
}

function box(): object {
  return {
    trigger: "item",
    confine: true,
    backgroundColor: tint("--paper"),
    borderColor: tint("--line-strong"),
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: tint("--ink"), fontFamily: tint("--font"), fontSize: 13 },
    extraCssText: "box-shadow: none",
  };
}

/** Nodes, never HTML: a name may hold anything. */
function tip(item: Bar | undefined): HTMLElement | string {
  if (!item) return "";
  return h(
    "div",
    { class: "tip" },
    h("strong", {}, item.name),
    h("div", { class: "number" }, item.text),
    item.more && h("div", {}, item.more),
  );
}

function draw(label: string, height: number, options: () => ECBasicOption, go?: (place: number) => void): HTMLElement {
  const host = h("div", { class: "chart", role: "img", "aria-label": label });
  host.style.height = `${height}px`;
  queueMicrotask(() => {
    const chart = init(host, null, { renderer: "canvas" });
    chart.setOption(options());
    if (go) chart.on("click", ({ dataIndex }) => go(dataIndex));
    for (const one of living) if (!one.host.isConnected) drop(one);
    living.add({ host, chart, options });
  });
  return host;
}
