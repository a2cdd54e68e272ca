import type { SchemeFault } from "./scheme-fault.ts";
import type { Figure, Scheme } from "./scheme-schema.ts";

/** Dated figures with a gap between one value and the next, or with values out of order. */
export function figureFaults(scheme: Scheme): SchemeFault[] {
  return Object.entries(scheme.figures).flatMap(([id, figure]) =>
    seriesFaults(figure).map(({ position, message }) => {
      return { file: "scheme.yaml", path: ["figures", id, "values", position], subject: id, message };
    }),
  );
}

/** What is wrong with a dated series, with the position of the value. */
function seriesFaults({ values }: Pick<Figure, "values">): { position: number; message: string }[] {
  return values.flatMap((value, position) => {
    const faults = [];
    if (value.until !== undefined && value.until < value.from) {
      faults.push({ position, message: `ends on ${value.until}, before it begins on ${value.from}.` });
    }
    const next = values[position + 1];
    if (next && next.from <= value.from) {
      faults.push({ position: position + 1, message: `begins on ${next.from}, not after the value before it.` });
    } else if (next && value.until !== undefined && dayAfter(value.until) !== next.from) {
      const message = `no value is held from ${dayAfter(value.until)} to the day before ${next.from}.`;
      faults.push({ position: position + 1, message });
    }
    return faults;
  });
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
