/** All projects of all documents, filtered and exported. */

import { core } from "../data/core";
import { byCity, places, type ProjectList } from "../data/lists";
import { fill } from "../dom";
import { count, fen, wan, wanPlain } from "../format";
import { t } from "../i18n";
import { chosen, filters } from "../parts/filters";
import { grid, type GridColumn } from "../parts/grid";
import { heading, inScope, link, orGone, scopeFilters } from "../parts/page";
import { address } from "../router";

const NAMES = ["city", "function", "year", "q"];

export async function projects(host: HTMLElement): Promise<void> {
  const load = byCity<ProjectList>("projects");
  let list = await load(chosen(NAMES)["city"]);
  let amounts = list.amount.map(fen);
  const { cityOf, functionOf } = core();
  const find = () => {
    const now = chosen(NAMES);
    const passes = inScope(now);
    const asked = now["q"] ?? "";
    return places(
      list.name.length,
      (place) =>
        passes(list.city_key[place], list.function_code[place] ?? "", list.budget_year[place] ?? 0) &&
        (!asked || (list.name[place] ?? "").includes(asked) || (list.unit[place] ?? "").includes(asked)),
    );
  };
  const text = (key: string, head: string, value: (place: number) => string, width?: number): GridColumn => ({
    key,
    head,
    value,
    ...(width ? { width } : {}),
  });
  const number = (head: string, of: "indicators" | "findings"): GridColumn => ({
    key: of,
    head,
    number: true,
    width: 100,
    value: (place) => list[of][place] ?? 0,
    node: (place) => document.createTextNode(count(list[of][place] ?? 0)),
  });
  const shown = grid(
    t("projectsTitle"),
    "jixiao-projects.csv",
    [
      {
        key: "project",
        head: t("project"),
        grow: 3,
        value: (place) => list.name[place] ?? "",
        node: (place) =>
          link(
            list.name[place] || t("unnamed"),
            address("project", [list.document_key[place] ?? 0, list.project_key[place] ?? 0]),
          ),
      },
      { ...text("unit", t("unit"), (place) => list.unit[place] ?? ""), grow: 2 },
      text("city", t("city"), (place) => cityOf.get(list.city_key[place] ?? 0)?.city_name ?? "", 92),
      text("function", t("function"), (place) => functionOf.get(list.function_code[place] ?? "") ?? "", 128),
      { key: "year", head: t("year"), number: true, width: 72, value: (place) => list.budget_year[place] ?? null },
      {
        key: "amount",
        head: t("amount"),
        number: true,
        width: 128,
        value: (place) => amounts[place] ?? null,
        plain: (place) => {
          const one = amounts[place];
          return one == null ? null : wanPlain(one);
        },
        node: (place) => document.createTextNode(wan(amounts[place] ?? null)),
      },
      number(t("indicators"), "indicators"),
      number(t("findings"), "findings"),
    ],
    find(),
  );
  const show = async () => {
    const next = await load(chosen(NAMES)["city"]);
    if (next !== list) amounts = next.amount.map(fen);
    list = next;
    if (host.isConnected) shown.show(find()); // the reader may have gone on
  };
  fill(
    host,
    heading(t("projectsTitle"), t("projectsLead")),
    filters(
      [...scopeFilters(), { kind: "text", name: "q", label: t("search"), hint: t("searchProject") }],
      () => void orGone(host, show()),
    ),
    shown.element,
  );
}
