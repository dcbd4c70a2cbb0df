/** From the funding sources by way of the units to the projects: the money of a department in a year. */

import { core } from "../../data/core";
import type { FullDocument } from "../../data/document";
import type { Child } from "../../dom";
import { count, percent, wan, wanLength, wanPlain } from "../../format";
import { t } from "../../i18n";
import type { Drawing } from "../../parts/chart";
import { exhibit, type DataColumn } from "../../parts/chart/exhibit";
import { tint, tip, tooltip, type } from "../../parts/chart/look";
import { link, sized } from "../../parts/page";
import { address, follow } from "../../router";

const MOST = 24;
const [ROW, LEAST, NARROW] = [32, 260, 640];
/** As far apart that names beside the smallest nodes do not meet. */
const LINE = 18;

interface Flow {
  source: string;
  unit: string;
  project: string;
  amount: bigint;
  to: string;
}
interface Node {
  id: string;
  name: string;
  amount: bigint;
  depth: number;
  to: string;
}

/** The chart of the documents of a year; nothing where they give no money. */
export function sourcesToProjects(documents: readonly FullDocument[], list: string): Child {
  const flows = documents.flatMap((document) => flowsOf(document));
  if (!flows.length) return null;
  const total = flows.reduce((sum, one) => sum + one.amount, 0n);
  const { nodes, edges } = woven(flows, list);
  const share = (flow: Flow) => percent(wanLength(flow.amount), wanLength(total));
  const columns: DataColumn<Flow>[] = [
    { head: t("source"), cell: (flow) => flow.source, plain: (flow) => flow.source },
    { head: t("unit"), wide: true, cell: (flow) => flow.unit, plain: (flow) => flow.unit },
    { head: t("project"), wide: true, cell: (flow) => link(flow.project, flow.to), plain: (flow) => flow.project },
    { head: t("amount"), number: true, cell: (flow) => wan(flow.amount), plain: (flow) => wanPlain(flow.amount) },
    { head: t("share"), number: true, cell: share, plain: share },
  ];
  return exhibit({
    id: "sources",
    title: t("sourcesToProjects"),
    lead: t("sourcesToProjectsLead"),
    draw: (width) => drawing(nodes, edges, total, width),
    go: ({ dataType, data }) => {
      const id = dataType === "edge" ? (data as { target: string }).target : (data as { name: string }).name;
      const node = nodes.get(id);
      if (node) follow(node.to);
    },
    columns,
    rows: [...flows].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0)),
  });
}

function flowsOf(document: FullDocument): Flow[] {
  const nameOf = new Map(core().sources.map(({ code, name }) => [code, name]));
  const projectOf = new Map(document.projects.map((project) => [project.project_key, project]));
  return document.funding.flatMap((one) => {
    const project = projectOf.get(one.project_key);
    const amount = BigInt(one.amount);
    if (!project?.is_counted || amount <= 0n) return [];
    return {
      source: nameOf.get(one.source) ?? one.source,
      unit: project.unit,
      project: project.name || t("unnamed"),
      amount,
      to: address("project", [document.key, one.project_key]),
    };
  });
}

/** Nodes and edges of the flows: the largest projects by name, the others of each unit together. */
function woven(flows: readonly Flow[], list: string) {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, { source: string; target: string; amount: bigint }>();
  const sums = new Map<string, bigint>();
  for (const { to, amount } of flows) sums.set(to, (sums.get(to) ?? 0n) + amount);
  const first = [...sums].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, MOST);
  const large = new Set(first.map(([to]) => to));
  const rest = new Map<string, Set<string>>();
  const node = (id: string, name: string, depth: number, amount: bigint, to: string) => {
    const known = nodes.get(id);
    if (known) known.amount += amount;
    else nodes.set(id, { id, name, depth, amount, to });
  };
  const edge = (source: string, target: string, amount: bigint) => {
    const known = edges.get(`${source}\n${target}`);
    if (known) known.amount += amount;
    else edges.set(`${source}\n${target}`, { source, target, amount });
  };
  for (const flow of flows) {
    const [source, unit] = [`s ${flow.source}`, `u ${flow.unit}`];
    const project = large.has(flow.to) ? `p ${flow.to}` : `r ${flow.unit}`;
    if (!large.has(flow.to)) rest.set(project, (rest.get(project) ?? new Set()).add(flow.to));
    node(source, flow.source, 0, flow.amount, list);
    node(unit, flow.unit, 1, flow.amount, `${list}${list.includes("?") ? "&" : "?"}q=${encodeURIComponent(flow.unit)}`);
    node(project, flow.project, 2, flow.amount, flow.to);
    edge(source, unit, flow.amount);
    edge(unit, project, flow.amount);
  }
  for (const [id, own] of rest) {
    const one = nodes.get(id) as Node;
    if (own.size === 1) continue;
    one.name = t("otherProjects", { n: count(own.size) });
    one.to = nodes.get(`u ${id.slice(2)}`)?.to ?? list;
  }
  return { nodes, edges: [...edges.values()] };
}

function drawing(
  nodes: ReadonlyMap<string, Node>,
  edges: readonly { source: string; target: string; amount: bigint }[],
  total: bigint,
  width: number,
): Drawing {
  const deep = [0, 1, 2].map((depth) => [...nodes.values()].filter((node) => node.depth === depth).length);
  const isNarrow = width < NARROW;
  const words = isNarrow ? Math.floor(width * 0.36) : 340;
  const share = (amount: bigint) => t("shareOfShown", { share: percent(wanLength(amount), wanLength(total)) });
  const said = ({ dataType, data }: { dataType: string; data: { name: string; source: string; target: string } }) => {
    const one = dataType === "edge" ? edges.find((e) => e.source === data.source && e.target === data.target) : null;
    const name = one
      ? `${nodes.get(one.source)?.name} → ${nodes.get(one.target)?.name}`
      : (nodes.get(data.name)?.name ?? "");
    const amount = one?.amount ?? nodes.get(data.name)?.amount ?? 0n;
    return tip(name, `${wan(amount)} ${t("wan")}`, share(amount));
  };
  const labelled = (depth: number) => ({
    ...type(isNarrow ? 11 : 13, "--ink"),
    position: "right",
    width: depth === 2 ? words - 12 : Math.floor((width - words) / 2 - 32),
    overflow: "truncate",
    formatter: ({ name }: { name: string }) => {
      const node = nodes.get(name);
      return node ? `${node.name} ${isNarrow ? "" : sized(node.amount)}` : "";
    },
  });
  return {
    height: Math.max(LEAST, ...deep.map((n) => n * ROW)) + 16,
    option: () => ({
      tooltip: tooltip(said),
      series: {
        type: "sankey",
        ...{ left: 0, right: words, top: 8, bottom: 8, nodeWidth: 10, nodeGap: LINE, draggable: false },
        layoutIterations: 32,
        emphasis: { focus: "adjacency" },
        lineStyle: { color: tint("--tile-1"), opacity: 0.9, curveness: 0.5 },
        levels: ["--mix-1", "--mix-2", "--mix-3"].map((colour, depth) => ({
          depth,
          itemStyle: { color: tint(colour), borderWidth: 0 },
          label: labelled(depth),
        })),
        data: [...nodes.values()].map(({ id, depth }) => ({ name: id, depth })),
        links: edges.map(({ source, target, amount }) => ({ source, target, value: wanLength(amount) })),
      },
    }),
  };
}
