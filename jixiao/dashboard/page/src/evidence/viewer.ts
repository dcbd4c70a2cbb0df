/** How a document is shown with places marked: as text, and where it stands on pages as pictures of them. */

import type { FullDocument, Place } from "../data/document";
import { pageViewer } from "./pages";
import { textViewer } from "./text";

export interface Shown {
  element: HTMLElement;
  /** Bring the place of this number into sight. */
  show: (place: number) => void;
}

export type Viewer = (document: FullDocument, places: readonly Place[]) => Shown;

export function viewerOf(document: FullDocument): Viewer {
  return document.boxes.length ? pageViewer : textViewer;
}
