/** A department over its years, and in one of them: its units, their projects, the totals printed above them. */

import { core } from "../data/core";
import { fullDocument, type FullDocument, type Funding, type Project, type Total } from "../data/document";
import { departments, publications, sumOf, type Doc } from "../data/publications";
import { allFindings } from "../data/sums";
import { fill, h, type Child } from "../dom";
import { count, fen, percent, wan } from "../format";
import { groupBy } from "../group";
import { t } from "../i18n";
import { witnessed } from "../evidence/drawer";
import { amountFigure, empty, figure, figures, heading, link, sourceName } from "../parts/page";
import { table } from "../parts/table";
import { address, route } from "../router";
import { continuation, documentsOf } from "./continuation";
import { evaluations } from "./evaluation";
import { overYears } from "./history";
import { sourcesToProjects } from "./history/sankey";
import { profile } from "./profile";

interface Row {
  document: FullDocument;
  project: Project | null;
  unit: string;
  unitKey: number;
  funding: Funding[];
}

export async function department(host: HTMLElement): Promise<void> {
  const [key, asked] = route().parts.map(Number);
  const one = (await departments()).find((department) => department.department_key === key);
  const ofCity = one ? await publications()(String(one.city_key)) : [];
  const documents = ofCity.filter((doc) => doc.department_key === key);
  const years = [...new Set(documents.map((doc) => doc.budget_year))].sort((a, b) => b - a);
  const year = years.includes(asked ?? 0) ? asked : years[0];
  const ofYear = documents.filter((doc) => doc.budget_year === year);
  if (!one || !ofYear.length || year === undefined) return fill(host, empty(t("notFound")));
  const full = await Promise.all(ofYear.map((doc) => fullDocument(doc.document_key)));
  const all = sumOf(ofYear);
  const ofProjects = address("projects", [], { city: one.city_key, function: one.function_code, year });
  fill(
    host,
    heading(one.department_name, null, [ofYear[0]?.city.city_name, " / ", one.function_name]),
    h(
      "nav",
      { class: "years", "aria-label": t("year") },
      years.map((other) =>
        h(
          "a",
          { href: address("department", [one.department_key, other]), "aria-current": other === year ? "page" : null },
          other,
        ),
      ),
    ),
    figures(
      amountFigure(all.amount, printedTotals(full, ofYear)),
      figure(t("projects"), count(all.projects)),
      figure(
        t("indicatorsLong"),
        count(all.indicators),
        `${t("quantitative")} ${percent(all.quantitative, all.indicators)}`,
      ),
      figure(
        t("totalsReconcile"),
        all.totals ? t("ofTotals", { n: count(all.reconciled), m: count(all.totals) }) : "—",
        all.totals ? null : t("noTotals"),
      ),
      figure(
        t("findings"),
        link(
          count(allFindings(all)),
          address("findings", [], { city: one.city_key, function: one.function_code, year }),
        ),
      ),
    ),
    await overYears(one, documents, year),
    sourcesToProjects(full, ofProjects),
    h(
      "section",
      {},
      h("h2", {}, t("unitsAndProjects")),
      full.map((document) => [
        full.length > 1 && h("h3", {}, link(document.identity.file_name, address("document", [document.key]))),
        document.evaluations.length ? evaluations(document) : units(document),
      ]),
    ),
    years.includes(year - 1) &&
      continuation(one.city_key, documentsOf(documents, year - 1), documentsOf(documents, year)),
    ofYear[0] && (await profile(ofYear[0])),
    h(
      "p",
      { class: "sources" },
      t("document"),
      " ",
      full.map((document, place) => [
        place > 0 && t("comma"),
        link(document.identity.file_name, address("document", [document.key])),
      ]),
    ),
  );
}

function printedTotals(full: readonly FullDocument[], documents: readonly Doc[]): Child {
  const totals = full
    .filter((document) => documents.some((one) => one.document_key === document.key))
    .flatMap((document) => {
      const total = document.totals.find((one) => one.level === "document" && one.measure === "total");
      return total ? [printed(document, total)] : [];
    });
  return totals.map((total, place) => [place > 0 && " · ", t("printedTotal"), " ", total]);
}

function printed(document: FullDocument, total: Total): HTMLElement {
  return witnessed(
    wan(fen(total.printed_amount)),
    `${t("printedTotal")} ${wan(fen(total.printed_amount))} ${t("wan")}`,
    document.key,
    [total],
  );
}

function units(document: FullDocument): HTMLElement {
  const fundingOf = groupBy(document.funding, (one) => one.project_key);
  const indicatorsOf = groupBy(document.indicators, (one) => one.project_key);
  const findingsOf = groupBy(document.findings, (one) => one.project_key);
  const rows: Row[] = [...groupBy(document.projects, (project) => project.unit_key)].flatMap(([unitKey, projects]) => {
    const unit = projects[0]?.unit ?? "";
    const head: Row = {
      document,
      project: null,
      unit,
      unitKey,
      funding: projects.flatMap((project) => fundingOf.get(project.project_key) ?? []),
    };
    return [
      head,
      ...projects.map((project) => ({
        document,
        project,
        unit,
        unitKey,
        funding: fundingOf.get(project.project_key) ?? [],
      })),
    ];
  });
  const projectsOf = (row: Row) =>
    document.projects.filter((project) => (row.project ? project === row.project : project.unit_key === row.unitKey));
  const own = <One>(row: Row, of: Map<number | null, readonly One[]>) =>
    projectsOf(row).flatMap((project) => of.get(project.project_key) ?? []);
  const sources = core().sources.filter((source) => document.funding.some((one) => one.source === source.code));
  return table(
    t("unitsAndProjects"),
    [
      {
        head: `${t("unit")} / ${t("project")}`,
        wide: true,
        cell: (row) =>
          row.project
            ? link(row.project.name || t("unnamed"), address("project", [document.key, row.project.project_key]))
            : row.unit,
      },
      { head: t("amount"), number: true, cell: (row) => amount(row, row.funding, t("total")) },
      ...(sources.length > 1
        ? sources.map((source) => ({
            head: source.name,
            number: true,
            cell: (row: Row) => {
              const ofSource = row.funding.filter((one) => one.source === source.code);
              return ofSource.length ? amount(row, ofSource, source.name) : h("span", { class: "faint" }, "—");
            },
          }))
        : []),
      {
        head: t("printedTotal"),
        number: true,
        cell: (row) => {
          const total = document.totals.find(
            (one) =>
              one.measure === "total" &&
              (row.project
                ? one.level === "project" && one.project_key === row.project.project_key
                : one.level === "unit" && one.unit_key === row.unitKey),
          );
          return total
            ? h("span", { class: total.reconciles ? "" : "bad" }, printed(document, total))
            : h("span", { class: "faint" }, "—");
        },
      },
      { head: t("indicators"), number: true, cell: (row) => count(own(row, indicatorsOf).length) },
      {
        head: t("findings"),
        number: true,
        cell: (row) => count(new Set(own(row, findingsOf).map((one) => one.finding_key)).size),
      },
    ],
    rows,
    (row) => (row.project ? "" : "subtotal"),
  );
}

/** A sum opens every amount that it is made of. */
function amount(row: Row, funding: readonly Funding[], what: string): Child {
  if (!funding.length) return h("span", { class: "faint" }, "—");
  const value = wan(funding.reduce((total, one) => total + BigInt(one.amount), 0n));
  const places = funding.map((one) => ({
    ...one,
    label: `${funding.length > 1 && what === t("total") ? `${sourceName(one.source)} ` : ""}${wan(BigInt(one.amount))}`,
  }));
  return witnessed(value, `${row.project?.name ?? row.unit} · ${what} ${value} ${t("wan")}`, row.document.key, places);
}
