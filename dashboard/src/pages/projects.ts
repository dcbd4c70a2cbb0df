/** All projects of all documents, filtered and exported. */

import { core } from "../data/core";
import { places, projectList } from "../data/lists";
import { fill } from "../dom";
import { count, fen, wan, wanPlain } from "../format";
import { t } from "../i18n";
import { chosen, filters } from "../parts/filters";
import { grid, type GridColumn } from "../parts/grid";
import { heading, inScope, link, scopeFilters } from "../parts/page";
import { address } from "../router";

const NAMES = ["city", "function", "year", "q"];

export async function projects(host: HTMLElement): Promise<void> {
  const list = await projectList();
  const amounts = list.amount.map(fen);
  const docOf = (place: number) => core().documentOf.get(list.document_key[place] ?? 0);
  const find = () => {
    const now = chosen(NAMES);
    const keys = new Set(inScope(now).map((doc) => doc.document_key));
    const asked = now["q"] ?? "";
    return places(list.name.length, (place) => keys.has(list.document_key[place] ?? 0) && (!asked || (list.name[place] ?? "").includes(asked) || (list.unit[place] ?? "").includes(asked)));
  };
  const text = (key: string, head: string, value: (place: number) => string, width?: number): GridColumn => ({ key, head, value, ...(width ? { width } : {}) });
  const number = (key: string, head: string, of: readonly number[]): GridColumn => ({ key, head, number: true, width: 100, value: (place) => of[place] ?? 0, node: (place) => document.createTextNode(count(of[place] ?? 0)) });
  const shown = grid(t("projectsTitle"), "jixiao-projects.csv", [
    { key: "project", head: t("project"), grow: 3, value: (place) => list.name[place] ?? "", node: (place) => link(list.name[place] || t("unnamed"), address("project", [list.document_key[place] ?? 0, list.project_key[place] ?? 0])) },
    { ...text("unit", t("unit"), (place) => list.unit[place] ?? ""), grow: 2 },
    text("city", t("city"), (place) => docOf(place)?.city.city_name ?? "", 92),
    text("function", t("function"), (place) => docOf(place)?.department.function_name ?? "", 128),
    { key: "year", head: t("year"), number: true, width: 72, value: (place) => docOf(place)?.budget_year ?? null },
    { key: "amount", head: t("amount"), number: true, width: 128, value: (place) => amounts[place] ?? null, plain: (place) => { const one = amounts[place]; return one == null ? null : wanPlain(one); }, node: (place) => document.createTextNode(wan(amounts[place] ?? null)) },
    number("indicators", t("indicators"), list.indicators),
    number("findings", t("findings"), list.findings),
  ], find());
  fill(host, heading(t("projectsTitle"), t("projectsLead")),
    filters([...scopeFilters(), { kind: "text", name: "q", label: t("search"), hint: t("searchProject") }], () => shown.show(find())), shown.element);
}
