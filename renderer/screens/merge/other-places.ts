import type { PlaceView } from "../../../src/contract/views.ts";

/** Places that are not known already, each once. Two tokens may stand for one file. */
export function otherPlaces<P extends PlaceView>(places: readonly P[], known: readonly PlaceView[]): P[] {
  const seen = new Set(known.map(nameOf));
  return places.filter((place) => {
    if (seen.has(nameOf(place))) return false;
    seen.add(nameOf(place));
    return true;
  });
}

function nameOf({ folder, label }: PlaceView): string {
  return `${folder} ${label}`;
}
