import { useState } from "react";
import { isUnread } from "../../src/fields/field.ts";
import { isIsoDate } from "../../src/shared/dates.ts";
import { DayBoxes, type DayParts } from "./day-boxes.tsx";
import { isoDate } from "./read-typed.ts";
import type { WidgetProps } from "./widget-props.ts";

/** Day, month and year in three boxes. What makes no day that exists is kept as it was typed. */
export function DateInput({ id, value, onChange, describedBy, invalid }: WidgetProps<"date">) {
  const [draft, setDraft] = useState<DayParts>();
  const parts = draft ?? partsOf(value);
  const change = (part: keyof DayParts, typed: string) => {
    const next = { ...parts, [part]: typed };
    setDraft(next);
    onChange(readParts(next), "typing");
  };
  return <DayBoxes {...{ id, parts, change, describedBy, invalid }} leave={() => setDraft(undefined)} />;
}

function readParts(parts: DayParts): unknown {
  const written = [parts.day, parts.month, parts.year].map((part) => part.trim());
  if (written.every((part) => part === "")) return null;
  const iso = isoDate(parts);
  return isIsoDate(iso) ? iso : { unread: written.join("/") };
}

function partsOf(value: unknown): DayParts {
  const text = isUnread(value) ? value.unread : typeof value === "string" ? value : "";
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return { day: String(Number(iso[3])), month: String(Number(iso[2])), year: iso[1] ?? "" };
  const [day = "", month = "", ...year] = text.split("/");
  return { day, month, year: year.join("/") };
}
