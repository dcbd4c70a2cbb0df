/** How much of each city and year is there: departments with a document, of those known. */

import { core, type City } from "../../data/core";
import { sum, type Cell, type Sum } from "../../data/sums";
import { h, type Child } from "../../dom";
import { count, percent } from "../../format";
import { groupBy } from "../../group";
import { t } from "../../i18n";
import { link, section } from "../../parts/page";
import { long, table } from "../../parts/table";
import { address } from "../../router";

export function coverageOfYears(cells: readonly Cell[]): HTMLElement {
  const { cities } = core();
  const own = groupBy(cells, (one) => one.city_key);
  const found = [...new Set(cells.map((one) => one.budget_year))];
  const first = Math.min(...found);
  const years = Array.from({ length: Math.max(...found) - first + 1 }, (_, place) => first + place);
  const published = (city: City, year: number): Child => {
    const ofYear = (own.get(city.city_key) ?? []).filter((one) => one.budget_year === year);
    const [n, m] = [ofYear.reduce((total, one) => total + one.departments, 0), city.departments];
    if (!n) return h("span", { class: "covered none" }, "—");
    const quarter = Math.min(4, Math.max(1, Math.ceil((4 * n) / m)));
    const target = address("documents", [], { city: city.city_key, year });
    return h("span", { class: `covered of${quarter}` }, link(t("ofTotals", { n: count(n), m: count(m) }), target));
  };
  const share = (city: City, part: (all: Sum) => number, whole: (all: Sum) => number) => {
    const all = sum(own.get(city.city_key) ?? []);
    return percent(part(all), whole(all));
  };
  return section(
    t("coverageOfYears"),
    t("coverageOfYearsLead"),
    long(
      cities.filter((city) => own.has(city.city_key)),
      (rows) =>
        table(
          t("coverageOfYears"),
          [
            {
              head: t("city"),
              cell: (city) =>
                h("span", { class: "level" }, link(city.city_name, address("documents", [], { city: city.city_key }))),
            },
            ...years.map((year) => ({
              head: String(year),
              number: true,
              cell: (city: City) => published(city, year),
            })),
            {
              head: t("totalsReconcile"),
              number: true,
              cell: (city) =>
                share(
                  city,
                  (all) => all.reconciled,
                  (all) => all.totals,
                ),
            },
            {
              head: t("understood"),
              number: true,
              cell: (city) =>
                share(
                  city,
                  (all) => all.understood,
                  (all) => all.characters,
                ),
            },
          ],
          rows,
        ),
    ),
  );
}
