/** Departments by city, each with its years. */

import { core } from "../data/core";
import { departments as everyDepartment, publications, sumOf, type Department, type Doc } from "../data/publications";
import { allFindings } from "../data/sums";
import { fill, h, type Child } from "../dom";
import { count, wan } from "../format";
import { groupBy } from "../group";
import { t } from "../i18n";
import { chosen, filters } from "../parts/filters";
import { cityChoices, empty, functionChoices, heading, link, orGone } from "../parts/page";
import { table } from "../parts/table";
import { address } from "../router";

interface Row {
  department: Department;
  latest: Doc;
  documents: Doc[];
  years: number[];
}

export async function departments(host: HTMLElement): Promise<void> {
  const [every, load] = [await everyDepartment(), publications()];
  const body = h("div", {});
  const fields = [
    { kind: "select", name: "city", label: t("city"), all: t("allCities"), choices: cityChoices() },
    { kind: "select", name: "function", label: t("function"), all: t("allFunctions"), choices: functionChoices() },
    { kind: "text", name: "q", label: t("search"), hint: t("searchDepartment") },
  ] as const;
  const show = async () => {
    const documents = await load(chosen(["city"])["city"]);
    const now = chosen(["city", "function", "q"]);
    const found = every.filter(
      (one) =>
        (!now["city"] || String(one.city_key) === now["city"]) &&
        (!now["function"] || one.function_code === now["function"]) &&
        (!now["q"] || one.department_name.includes(now["q"])),
    );
    fill(body, found.length ? cities(found, documents) : empty(t("noRows")));
  };
  const shown = filters(fields, () => void orGone(body, show()));
  fill(host, heading(t("departmentsTitle"), t("departmentsLead")), shown, body);
  await show();
}

type Line = Row | { city: string };

/** One table for all cities, each led by its name, so that columns stand under each other. */
function cities(found: readonly Department[], all: readonly Doc[]): HTMLElement {
  const byDepartment = groupBy(all, (doc) => doc.department_key);
  return listing(
    core().cities.flatMap((city): Line[] => {
      const rows = found
        .filter((one) => one.city_key === city.city_key)
        .flatMap((department) => {
          const documents = byDepartment.get(department.department_key) ?? [];
          const years = [...new Set(documents.map((doc) => doc.budget_year))].sort((a, b) => b - a);
          const latest = documents.find((doc) => doc.budget_year === years[0]);
          return latest ? [{ department, latest, documents, years }] : [];
        });
      return rows.length ? [{ city: city.city_name }, ...rows] : [];
    }),
  );
}

function listing(lines: readonly Line[]): HTMLElement {
  const of = (show: (row: Row) => Child) => (line: Line) => ("city" in line ? null : show(line));
  const ofLatest = (row: Row) => sumOf(row.documents.filter((doc) => doc.budget_year === row.latest.budget_year));
  return table(
    t("departmentsTitle"),
    [
      {
        head: t("department"),
        wide: true,
        cell: (line) =>
          "city" in line
            ? line.city
            : link(
                line.department.department_name,
                address("department", [line.department.department_key, line.latest.budget_year]),
              ),
      },
      { head: t("function"), cell: of((row) => row.department.function_name) },
      {
        head: t("year"),
        cell: of((row) =>
          row.years.map((year, place) => [
            place > 0 && " ",
            link(year, address("department", [row.department.department_key, year])),
          ]),
        ),
      },
      { head: t("amount"), number: true, cell: of((row) => wan(ofLatest(row).amount)) },
      { head: t("projects"), number: true, cell: of((row) => count(ofLatest(row).projects)) },
      { head: t("indicators"), number: true, cell: of((row) => count(ofLatest(row).indicators)) },
      { head: t("findings"), number: true, cell: of((row) => count(allFindings(ofLatest(row)))) },
    ],
    lines,
    (line) => ("city" in line ? "subtotal" : ""),
  );
}
