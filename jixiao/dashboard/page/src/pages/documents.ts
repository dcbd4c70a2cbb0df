/** All documents, and the files that could not be read. */

import { quarantine, type Quarantined } from "../data/marts";
import { publications, type Doc } from "../data/publications";
import { sum } from "../data/sums";
import { places } from "../data/lists";
import { fill, h } from "../dom";
import { count, percent, wan, wanPlain } from "../format";
import { either, t } from "../i18n";
import { filters, chosen } from "../parts/filters";
import { grid, type GridColumn } from "../parts/grid";
import { formName, heading, inScope, link, orGone, scopeFilters, section } from "../parts/page";
import { table } from "../parts/table";
import { address } from "../router";

const NAMES = ["city", "function", "year"];

export async function documents(host: HTMLElement): Promise<void> {
  const load = publications();
  const unread = await quarantine();
  let all = await load(chosen(NAMES)["city"]);
  const at = (place: number) => all[place] as Doc;
  const sumAt = (place: number) => sum([at(place)]);
  const find = () => {
    const passes = inScope(chosen(NAMES));
    return places(all.length, (place) => {
      const { city_key, department, budget_year } = at(place);
      return passes(city_key, department.function_code, budget_year);
    });
  };
  const number = (key: string, head: string, width: number, of: (place: number) => number): GridColumn => ({
    key,
    head,
    number: true,
    width,
    value: of,
    node: (place) => document.createTextNode(count(of(place))),
  });
  const shown = grid(
    t("documentsTitle"),
    "jixiao-documents.csv",
    [
      {
        key: "file",
        head: t("file"),
        grow: 2,
        value: (place) => at(place).file_name,
        node: (place) => link(at(place).file_name, address("document", [at(place).document_key])),
      },
      { key: "department", head: t("department"), grow: 2, value: (place) => at(place).department.department_name },
      { key: "form", head: t("form"), width: 112, value: (place) => formName(at(place).form) },
      { key: "year", head: t("year"), number: true, width: 76, value: (place) => at(place).budget_year },
      {
        key: "amount",
        head: t("amountPrinted"),
        number: true,
        width: 124,
        value: (place) => at(place).amount,
        plain: (place) => wanPlain(at(place).amount),
        node: (place) => document.createTextNode(wan(at(place).amount)),
      },
      number("projects", t("projectsPrinted"), 84, (place) => at(place).projects + at(place).evaluated),
      {
        key: "totals",
        head: t("totalsReconcile"),
        number: true,
        width: 110,
        value: (place) => sumAt(place).reconciled - sumAt(place).totals,
        plain: (place) => `${sumAt(place).reconciled} / ${sumAt(place).totals}`,
        node: (place) => {
          const one = sumAt(place);
          return one.totals
            ? h("span", { class: one.totals > one.reconciled ? "bad" : "" }, `${one.reconciled} / ${one.totals}`)
            : h("span", { class: "faint" }, "—");
        },
      },
      {
        key: "understood",
        head: t("understood"),
        number: true,
        width: 118,
        value: (place) => at(place).characters_understood / at(place).characters,
        plain: (place) => percent(at(place).characters_understood, at(place).characters),
        node: (place) => document.createTextNode(percent(at(place).characters_understood, at(place).characters)),
      },
      number("issues", t("issuesTitle"), 100, (place) => at(place).issues),
    ],
    find(),
  );
  const show = async () => {
    all = await load(chosen(NAMES)["city"]);
    if (host.isConnected) shown.show(find()); // the reader may have gone on
  };
  fill(
    host,
    heading(t("documentsTitle"), t("documentsLead")),
    filters(scopeFilters(), () => void orGone(host, show())),
    shown.element,
    unread.length > 0 && section(t("quarantined"), null, listed(unread)),
  );
}

function listed(unread: readonly Quarantined[]): HTMLElement {
  return table(
    t("quarantined"),
    [
      { head: t("file"), cell: (row) => row.file_name },
      {
        head: t("reason"),
        wide: true,
        cell: (row) =>
          either(row.message_zh, row.expected ? `${row.message} (${row.expected} ≠ ${row.found ?? ""})` : row.message),
      },
      {
        head: t("where"),
        cell: (row) => (row.line ? t("pageLine", { page: row.page ?? 1, line: row.line }) : "—"),
      },
    ],
    unread,
  );
}
