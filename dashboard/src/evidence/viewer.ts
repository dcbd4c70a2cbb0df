/**
 * How a document is shown with places marked: one viewer a medium. A medium with pictures of its pages adds a viewer
 * that draws the boxes of the places on them, and a line in `viewerOf`; the drawer does not change.
 */

import type { FullDocument, Place } from "../data/document";
import { textViewer } from "./text";

export interface Shown {
  element: HTMLElement;
  /** Bring the place of this number into sight. */
  show: (place: number) => void;
}

export type Viewer = (document: FullDocument, places: readonly Place[]) => Shown;

export function viewerOf(_document: FullDocument): Viewer {
  return textViewer;
}
