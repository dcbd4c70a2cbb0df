/** How charts look: the colours and type of the page, and what stands in a box beside the pointer. */

import { h } from "../../dom";

/** A colour or font of the page by its name. */
export function tint(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Type of a size in a colour. */
export function type(size = 13, colour = "--ink-2"): { color: string; fontFamily: string; fontSize: number } {
  return { color: tint(colour), fontFamily: tint("--font"), fontSize: size };
}

/** The box beside the pointer; its content are nodes, never HTML: a name may hold anything. */
export function tooltip(of: (pointed: never) => HTMLElement | string): object {
  return {
    trigger: "item",
    confine: true,
    backgroundColor: tint("--paper"),
    borderColor: tint("--line-strong"),
    borderWidth: 1,
    padding: [8, 12],
    textStyle: type(13, "--ink"),
    extraCssText: "box-shadow: none",
    formatter: of,
  };
}

/** What a box says: a name, a number, and more lines. */
export function tip(
  name: string,
  number: string,
  ...more: readonly (string | null | undefined | false)[]
): HTMLElement {
  return h(
    "div",
    { class: "tip" },
    h("strong", {}, name),
    h("div", { class: "number" }, number),
    more.filter(Boolean).map((line) => h("div", {}, line)),
  );
}

/** The place and the looks of a legend above a chart. */
export function legend(): object {
  return { top: 0, left: 0, icon: "rect", itemWidth: 10, itemHeight: 10, itemGap: 16, textStyle: type() };
}

/** An axis of names: no line, no ticks. */
export function names(data: readonly (string | number)[], width: number, colour = "--ink"): object {
  return {
    type: "category",
    data: data.map(String),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...type(13, colour), width, overflow: "truncate" },
  };
}
