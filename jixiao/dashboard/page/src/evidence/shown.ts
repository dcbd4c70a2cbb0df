/** A document as it is shown, with places marked in it. */

import type { FullDocument, Place } from "../data/document";

export interface Shown {
  element: HTMLElement;
  /** Bring the place of this number into sight. */
  show: (place: number) => void;
}

export type Viewer = (document: FullDocument, places: readonly Place[]) => Shown;
