/** The cities of a function and a year, and where each leads. */

import { address } from "../../router";
import type { Side } from "../sides";

/** The cities of a function and a year, and the one of them that is looked at. */
export interface Peers {
  function_code: string;
  year: number;
  sides: Side[];
  /** Cities that have the function in other years only. */
  elsewhere: string[];
  own: Side | undefined;
}

/** Where a city leads: beside the own one, else to its department. */
export function leading(side: Side, own: Side | undefined): string {
  if (own && own !== side) return address("compare", [], { function: side.row.function_code, a: own.key, b: side.key });
  return side.cell?.departments === 1
    ? address("department", [side.cell.department_key, side.year])
    : address("departments", [], { city: side.row.city_key, function: side.row.function_code });
}
