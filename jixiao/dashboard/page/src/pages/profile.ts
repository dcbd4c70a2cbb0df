/** What the indicators of a department's function are usually like, in its city and in others of the same year. */

import { core } from "../data/core";
import { profiles, type Profile } from "../data/marts";
import type { Doc } from "../data/publications";
import { h, type Child } from "../dom";
import { count, percent } from "../format";
import { t } from "../i18n";
import { section } from "../parts/page";
import { table } from "../parts/table";

const SIGNS: Readonly<Record<string, string>> = {
  at_least: "≥ ",
  at_most: "≤ ",
  exactly: "= ",
  about: "≈ ",
  between: "",
};

/** A value or a unit with the sign of its direction. */
export function signed(direction: string, text: string): string {
  return `${SIGNS[direction] ?? ""}${text}`;
}

/** The profile of the function of a document's department; nothing where it sets no indicators. */
export async function profile(doc: Doc): Promise<Child> {
  const rows = (await profiles()).filter(
    (row) => row.function_code === doc.department.function_code && row.budget_year === doc.budget_year,
  );
  const own = rows.filter((row) => row.city_key === doc.city_key);
  if (!own.length) return null;
  const categories = new Map(core().categories.map((category) => [category.category_key, category]));
  const cities = new Map(core().cities.map((city) => [city.city_key, city.city_name]));
  const others = (row: Profile) =>
    rows.filter(
      (other) => other.category_key === row.category_key && other.city_key !== doc.city_key && other.median !== null,
    );
  return section(
    t("profile"),
    t("profileLead", { city: doc.city.city_name, function: doc.department.function_name, year: doc.budget_year }),
    table(
      t("profile"),
      [
        { head: t("level1"), cell: (row) => categories.get(row.category_key)?.level1_name },
        { head: t("level2"), cell: (row) => categories.get(row.category_key)?.level2_name },
        { head: t("indicatorsLong"), number: true, cell: (row) => count(row.indicators) },
        { head: t("quantitative"), number: true, cell: (row) => percent(row.quantitative, row.indicators) },
        { head: t("usualTarget"), number: true, cell: usual },
        {
          head: t("otherCities"),
          wide: true,
          cell: (row) => others(row).map((other) => h("div", {}, cities.get(other.city_key), " ", usual(other))),
        },
      ],
      own,
    ),
  );
}

/** The median of the commonest unit and direction, and how many targets it is of. */
function usual(row: Profile): Child {
  if (row.median === null) return "—";
  return [
    signed(row.direction ?? "", `${row.median}${row.target_unit ?? ""}`),
    " ",
    h("span", { class: "faint" }, t("ofTargets", { n: row.agreeing ?? 0 })),
  ];
}
