import { useState } from "react";
import type { Edit } from "../../../src/bids/edit.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import type { FieldOf } from "../../../src/fields/registry.ts";
import { useFieldServices } from "../field-services.ts";

export interface Removal {
  removed: { name: string; undo: readonly Edit[] } | undefined;
  remove(row: Row, name: string): void;
  undo(): void;
}

/** Removing a line, and taking that back. */
export function useRemove(field: FieldOf<"table">): Removal {
  const { edit } = useFieldServices();
  const [removed, setRemoved] = useState<Removal["removed"]>();
  return {
    removed,
    remove: (row, name) => setRemoved({ name, undo: edit([{ do: "remove-row", question: field.id, row: row.id }]) }),
    undo: () => {
      if (removed) edit(removed.undo);
      setRemoved(undefined);
    },
  };
}

export function RemovedNotice({ removal }: { removal: Removal }) {
  return (
    <div role="status">
      {removal.removed && (
        <p className="govuk-inset-text app-removed">
          Removed “{removal.removed.name}”.{" "}
          <button type="button" className="app-link-button" onClick={removal.undo}>
            Put it back
          </button>
        </p>
      )}
    </div>
  );
}
