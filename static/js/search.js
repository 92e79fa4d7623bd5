// The search box: suggestions while somebody types, and the visitor's own position.
// The form is whole without either.

import { offerPosition } from "./position.js";
import { suggestPlaces } from "./suggestions.js";

for (const form of document.querySelectorAll("[data-dps-search]")) {
  suggestPlaces(form);
  offerPosition(form);
}
