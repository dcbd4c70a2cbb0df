/** What the money of a year is divided into: cities, departments, units and projects. */

import { core } from "../../data/core";
import { projectsOf, places } from "../../data/lists";
import { departmentYears } from "../../data/marts";
import { departments, publications } from "../../data/publications";
import { groupBy } from "../../group";
import { t } from "../../i18n";
import type { Chosen } from "../../parts/filters";
import { inScope } from "../../parts/page";
import { address, refined } from "../../router";

/** A part of the money, where it leads, and what it is divided into itself. */
export interface Tile {
  name: string;
  amount: bigint;
  projects: number;
  to: string;
  parts?: Tile[];
}

/** A step of the way to what is shown: the last one leads nowhere. */
export interface Step {
  name: string;
  to: string;
}

export interface Division {
  way: Step[];
  tiles: Tile[];
  /** Projects of which no amount is printed or that get none. */
  withoutMoney: number;
}

const UP = { department: "", unit: "" };

/** The money of the chosen scope, which is of one year. */
export async function divided(now: Chosen): Promise<Division> {
  const known = core().cities;
  const city = known.length === 1 ? known[0] : known.find((one) => String(one.city_key) === now["city"]);
  const all: Step = { name: t("allCities"), to: refined({ ...UP, city: "" }) };
  if (!city) return { way: [all], tiles: await ofCities(now), withoutMoney: 0 };
  const step: Step = { name: city.city_name, to: refined(UP) };
  return ofCity(city.city_key, now, known.length === 1 ? [step] : [all, step]);
}

/** Every city with its departments. */
async function ofCities(now: Chosen): Promise<Tile[]> {
  const [sums, listed] = await Promise.all([departmentYears(), departments()]);
  const known = new Map(listed.map((one) => [one.department_key, one]));
  const passes = inScope(now);
  const own = groupBy(
    sums.filter((one) => passes(one.city_key, known.get(one.department_key)?.function_code ?? "", one.budget_year)),
    (one) => one.city_key,
  );
  return core().cities.flatMap(({ city_key, city_name }) => {
    const city = String(city_key);
    const parts = (own.get(city_key) ?? []).map(({ department_key, amount, projects }): Tile => ({
      name: known.get(department_key)?.department_name ?? "",
      amount: BigInt(amount),
      projects,
      to: refined({ ...UP, city, department: String(department_key) }),
    }));
    return parts.length ? [whole(city_name, refined({ ...UP, city }), parts)] : [];
  });
}

interface Project extends Tile {
  department: number;
  departmentName: string;
  unit: string;
}

async function ofCity(city: number, now: Chosen, way: Step[]): Promise<Division> {
  const projects = await projectsIn(city, now);
  const withoutMoney = projects.filter((one) => one.amount <= 0n).length;
  const byDepartment = groupBy(projects, (one) => one.department);
  const [only] = byDepartment.size === 1 ? byDepartment.keys() : [];
  const department = only ?? [...byDepartment.keys()].find((key) => String(key) === now["department"]);
  const nameOf = (key: number) => byDepartment.get(key)?.[0]?.departmentName ?? "";
  if (department === undefined) {
    const tiles = [...byDepartment].map(([key, own]) => {
      const to = { department: String(key), unit: "" };
      return whole(nameOf(key), refined(to), unitsOf(own, to.department));
    });
    return { way, tiles, withoutMoney };
  }
  const own = byDepartment.get(department) ?? [];
  const inside = [...way, { name: nameOf(department), to: refined({ department: String(department), unit: "" }) }];
  const lacking = own.filter((one) => one.amount <= 0n).length;
  const unit = now["unit"] ?? "";
  const chosen = own.filter((one) => one.unit === unit);
  if (chosen.length)
    return {
      way: [...inside, { name: unit, to: refined({ unit }) }],
      tiles: chosen,
      withoutMoney: chosen.filter((one) => one.amount <= 0n).length,
    };
  const tiles = unitsOf(own, String(department));
  return { way: inside, tiles: tiles.length === 1 ? own : tiles, withoutMoney: lacking };
}

/** The units of the projects of a department, each with its projects. */
function unitsOf(own: readonly Project[], department: string): Tile[] {
  return [...groupBy(own, (one) => one.unit)].map(([unit, parts]) => whole(unit, refined({ department, unit }), parts));
}

async function projectsIn(city: number, now: Chosen): Promise<Project[]> {
  const [list, documents] = await Promise.all([projectsOf(city), publications()(String(city))]);
  const passes = inScope({ ...now, city: String(city) });
  const departmentOf = new Map(documents.map((doc) => [doc.document_key, doc.department]));
  const found = places(
    list.name.length,
    (place) =>
      list.is_counted[place] === true && passes(city, list.function_code[place] ?? "", list.budget_year[place] ?? 0),
  );
  return found.map((place) => ({
    name: list.name[place] || t("unnamed"),
    amount: BigInt(list.amount[place] ?? 0),
    projects: 1,
    to: address("project", [list.document_key[place] ?? 0, list.project_key[place] ?? 0]),
    department: departmentOf.get(list.document_key[place] ?? 0)?.department_key ?? 0,
    departmentName: departmentOf.get(list.document_key[place] ?? 0)?.department_name ?? "",
    unit: list.unit[place] ?? "",
  }));
}

/** A part with what it is divided into. */
function whole(name: string, to: string, parts: Tile[]): Tile {
  return {
    name,
    to,
    parts,
    amount: parts.reduce((total, one) => total + one.amount, 0n),
    projects: parts.reduce((total, one) => total + one.projects, 0),
  };
}
