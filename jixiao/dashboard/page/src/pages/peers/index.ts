/** Peers: a function in a year over all cities, what is not alike said first. */

import { core } from "../../data/core";
import { targets } from "../../data/marts";
import { fill, h, type Child } from "../../dom";
import { t } from "../../i18n";
import { picker } from "../../parts/filters";
import { empty, heading, link, section, usualYear } from "../../parts/page";
import { address, refine, route } from "../../router";
import { allSides, type Side } from "../sides";
import { leading, type Peers } from "./cities";
import { comparability } from "./comparability";
import { ranking } from "./ranking";
import { strips } from "./strips";

export async function peers(host: HTMLElement): Promise<void> {
  const [sidesOf, all] = await Promise.all([allSides(), targets()]);
  const functions = core()
    .functions.map(({ code, name }) => ({ value: code, text: name, sides: sidesOf.get(code) ?? [] }))
    .filter((one) => one.sides.length > 0)
    .sort((a, b) => citiesOf(b.sides) - citiesOf(a.sides) || b.sides.length - a.sides.length);
  const [first] = functions;
  if (!first) return fill(host, empty(t("noRows")));
  const body = h("div", {});
  const draw = () => {
    const { query } = route();
    const chosen = functions.find((one) => one.value === query.get("function")) ?? first;
    const years = [...new Set(chosen.sides.map((side) => side.year))].sort((a, b) => b - a);
    const year = years.find((one) => String(one) === query.get("year")) ?? bestYear(chosen.sides, years);
    const found = peersOf(chosen.value, chosen.sides, year, query.get("city") ?? "");
    const ask = (name: string) => (value: string) => {
      refine({ [name]: value });
      draw();
    };
    const cities = found.sides.map((side) => ({ value: String(side.row.city_key), text: side.city }));
    fill(
      body,
      h(
        "form",
        { class: "filters", onsubmit: (event) => event.preventDefault() },
        picker(t("function"), functions, chosen.value, ask("function")),
        picker(
          t("year"),
          years.map((one) => ({ value: String(one), text: String(one) })),
          String(year),
          ask("year"),
        ),
        picker(
          t("ownCity"),
          [{ value: "", text: t("noOwnCity") }, ...cities],
          found.own ? String(found.own.row.city_key) : "",
          ask("city"),
        ),
      ),
      section(t("gaps"), null, comparability(found)),
      found.sides.length > 1 ? [ranking(found), strips(found, all)] : only(found),
    );
  };
  fill(host, heading(t("peersTitle"), [t("peersLead"), " ", link(t("twoSides"), address("compare"))]), body);
  draw();
}

const citiesOf = (sides: readonly Side[]): number => new Set(sides.map((side) => side.row.city_key)).size;

/** The usual year where cities can be compared in it, else the one with most of them. */
function bestYear(sides: readonly Side[], years: readonly number[]): number {
  const of = (year: number) => sides.filter((side) => side.year === year).length;
  const usual = Number(usualYear());
  if (of(usual) > 1) return usual;
  return [...years].sort((a, b) => of(b) - of(a) || b - a)[0] ?? usual;
}

function peersOf(function_code: string, all: readonly Side[], year: number, city: string): Peers {
  const sides = all.filter((side) => side.year === year);
  const there = new Set(sides.map((side) => side.city));
  return {
    function_code,
    year,
    sides,
    elsewhere: [...new Set(all.map((side) => side.city))].filter((one) => !there.has(one)),
    own: sides.find((side) => String(side.row.city_key) === city),
  };
}

function only({ sides }: Peers): Child {
  const [side] = sides;
  return side ? h("p", { class: "empty" }, t("onlyOneCity"), " ", link(side.city, leading(side, undefined))) : null;
}
