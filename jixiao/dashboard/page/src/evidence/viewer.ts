/** How a document is shown: as text, and where it stands on pages as pictures of them. */

import type { FullDocument } from "../data/document";
import { pageViewer } from "./pages";
import type { Viewer } from "./shown";
import { textViewer } from "./text";

export function viewerOf(document: FullDocument): Viewer {
  return document.boxes.length ? pageViewer : textViewer;
}
