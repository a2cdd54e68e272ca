import { useState } from "react";
import { DayBox, DayBoxes } from "./day-boxes.tsx";
import { momentOf, momentParts, type MomentParts } from "./moment-parts.ts";
import type { WidgetProps } from "./widget-props.ts";

/** A day in three boxes and its time in a fourth. What makes no moment that exists is kept as it was typed. */
export function MomentInput({ id, value, onChange, describedBy, invalid }: WidgetProps<"moment">) {
  const [draft, setDraft] = useState<MomentParts>();
  const parts = draft ?? momentParts(value);
  const change = (part: keyof MomentParts, typed: string) => {
    const next = { ...parts, [part]: typed };
    setDraft(next);
    onChange(momentOf(next), "typing");
  };
  const state = { describedBy, invalid };
  return (
    <DayBoxes {...{ id, parts, change, ...state }} leave={() => setDraft(undefined)}>
      <DayBox
        {...state}
        id={`${id}-time`}
        label="UK time, like 5pm or 17:00"
        width="10"
        value={parts.time}
        onType={(typed) => change("time", typed)}
      />
    </DayBoxes>
  );
}
