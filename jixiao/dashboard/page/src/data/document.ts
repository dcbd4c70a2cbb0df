/** One document with everything read from it, loaded when a page or the drawer asks for it. */

import type { SeverityName } from "./core";
import { DataGone, isThere, load, rows, type Tables } from "./load";
import { owned, type Owned } from "./publications";

/** Where words stand: characters [start, end) of the document's text; null where nothing is printed. */
export interface Place {
  page: number;
  line: number;
  start: number | null;
  end: number | null;
}

export interface Identity extends Owned {
  file_name: string;
  sha256: string;
  medium: string;
  encoding: string;
  form: string;
  layout: string;
  title: string | null;
  place_basis: string;
  department_basis: string;
  year_basis: string;
  year_evidence: string;
  money_unit: string;
  money_unit_basis: string;
  printed_total: string | null;
  url: string | null;
  published_on: string | null;
  page_url: string | null;
  page_title: string | null;
  fetched_at: string | null;
  pages: number;
  lines: number;
  characters: number;
  field_characters: number;
  label_characters: number;
  layout_characters: number;
  not_understood_characters: number;
  parser_version: string;
}
export interface Project extends Place {
  project_key: number;
  unit_key: number;
  unit: string;
  name: string;
  is_classified: boolean;
  /** False where it is printed again: its money counts elsewhere. */
  is_counted: boolean;
  annual_goal: string | null;
  annual_goal_start: number | null;
  annual_goal_end: number | null;
  cycle_goal: string | null;
  cycle_goal_start: number | null;
  cycle_goal_end: number | null;
  cycle_start_year: number | null;
  cycle_end_year: number | null;
  reply: string | null;
}
export interface Funding extends Place {
  project_key: number;
  source: string;
  amount: string;
  printed: string | null;
  midterm: string | null;
  midterm_printed: string | null;
  is_repaired: boolean;
}
export interface Indicator extends Place {
  project_key: number;
  indicator_key: number;
  category_key: number;
  ordinal: number | null;
  printed_level1: string | null;
  printed_level2: string | null;
  name: string | null;
  cycle_target: string | null;
  cycle_operator: string | null;
  cycle_value: string | null;
  cycle_upper: string | null;
  cycle_unit: string | null;
  cycle_start: number | null;
  cycle_end: number | null;
  annual_target: string | null;
  annual_operator: string | null;
  annual_value: string | null;
  annual_upper: string | null;
  annual_unit: string | null;
  annual_start: number | null;
  annual_end: number | null;
  name_start: number | null;
  name_end: number | null;
}
export interface Total extends Place {
  level: string;
  name: string;
  unit_key: number | null;
  project_key: number | null;
  measure: string;
  printed: string;
  printed_amount: string | null;
  computed: string | null;
  difference: string | null;
  reconciles: boolean;
  is_repaired: boolean;
}
export interface Repair extends Place {
  project_key: number | null;
  level: string;
  measure: string;
  printed: string;
  repaired: string;
  proof: string;
}
export interface Issue extends Place {
  project_key: number | null;
  code: string;
  meaning_en: string;
  meaning_zh: string | null;
  printed: string;
  message: string;
  message_zh: string | null;
}
export interface NotUnderstood extends Place {
  text: string;
  reason: string;
  reason_zh: string | null;
}
export interface Finding extends Place {
  finding_key: number;
  project_key: number | null;
  indicator_key: number | null;
  rule_code: string;
  severity: SeverityName;
  message: string;
  message_en: string;
}

/** The money of a self-evaluated project: of all its sources (`total`), or of one. */
export interface Execution extends Place {
  project_key: number;
  source: string;
  budget: string | null;
  budget_printed: string | null;
  adjusted: string | null;
  adjusted_printed: string | null;
  executed: string | null;
  executed_printed: string | null;
  rate: string | null;
  rate_printed: string | null;
  computed_rate: string | null;
  weight: string | null;
  score: string | null;
  reason: string | null;
}
export interface Evaluation extends Place {
  project_key: number;
  achieved_goal: string | null;
  achieved_goal_start: number | null;
  achieved_goal_end: number | null;
  total_weight: string | null;
  total_score: string | null;
  total_score_start: number | null;
  total_score_end: number | null;
  grade: string | null;
}
/** An indicator of a self-evaluation: its target, what was achieved, its score. */
export interface Performance extends Place {
  project_key: number;
  category_key: number;
  name: string | null;
  target: string | null;
  actual: string | null;
  direction: string | null;
  met: boolean | null;
  weight: string | null;
  score: string | null;
  reason: string | null;
  note: string | null;
  name_start: number | null;
  name_end: number | null;
  target_start: number | null;
  target_end: number | null;
  actual_start: number | null;
  actual_end: number | null;
}

/** Where characters [start, end) stand on a page, in hundredths of a point from its upper left corner. */
export interface Box {
  page: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  start: number;
  end: number;
}

export interface FullDocument {
  key: number;
  identity: Identity;
  text: string;
  projects: Project[];
  funding: Funding[];
  indicators: Indicator[];
  totals: Total[];
  repairs: Repair[];
  issues: Issue[];
  notUnderstood: NotUnderstood[];
  findings: Finding[];
  boxes: Box[];
  executions: Execution[];
  evaluations: Evaluation[];
  performance: Performance[];
}

type Written = Parameters<typeof owned>[0];

const built = new Map<number, FullDocument>();

/** A document by its key. Rejects with DataGone. */
export async function fullDocument(key: number): Promise<FullDocument> {
  const known = built.get(key);
  if (known) return known;
  const tables = (await load(`documents/${key}`)) as Tables;
  const table = <Row>(name: string) => rows<Row>(tables[name] ?? {});
  const full: FullDocument = {
    key,
    identity: owned(table<Identity & Written>("identity")[0] as Identity & Written),
    text: table<{ text: string }>("text")[0]?.text ?? "",
    projects: table("projects"),
    funding: table("funding"),
    indicators: table("indicators"),
    totals: table("totals"),
    repairs: table("repairs"),
    issues: table("issues"),
    notUnderstood: table("not_understood"),
    findings: table("findings"),
    boxes: table("boxes"),
    executions: table("executions"),
    evaluations: table("evaluations"),
    performance: table("performance"),
  };
  built.set(key, full);
  return full;
}

/** A document by a key that a reader gave; null where there is none. Rejects with DataGone. */
export async function documentAt(key: number): Promise<FullDocument | null> {
  try {
    return await fullDocument(key);
  } catch (error) {
    if (error instanceof DataGone && (await isThere())) return null;
    throw error;
  }
}
