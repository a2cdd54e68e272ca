import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readWorkbook, type HeldCell, type HeldSheets } from "./ooxml.ts";

const programs = [
  "/usr/bin/soffice",
  "/usr/bin/libreoffice",
  "/usr/lib/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** LibreOffice where it is installed; `LIBREOFFICE` names another place. */
export function findLibreOffice(): string | undefined {
  return [process.env["LIBREOFFICE"], ...programs].find((program) => program !== undefined && existsSync(program));
}

/** poppler's program that draws the pages of a PDF. */
export function findPdfToPng(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, "pdftoppm")).find((program) => existsSync(program));
}

/** Calc keeps the values a file brings unless it is told to work every formula out again. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * Runs files through LibreOffice, with a profile of its own, and hands back what came out.
 *
 * @param files bytes by file name
 * @returns bytes by file name, with the new ending
 * @throws Error that names every file it made nothing of
 */
export function convert(files: ReadonlyMap<string, Uint8Array>, ending: "pdf" | "xlsx"): Map<string, Uint8Array> {
  const program = findLibreOffice();
  if (program === undefined) throw new Error("LibreOffice is not installed");
  const work = mkdtempSync(path.join(tmpdir(), "bidwright-office-"));
  try {
    const [profile, from, to] = [path.join(work, "profile"), path.join(work, "in"), path.join(work, "out")];
    for (const folder of [path.join(profile, "user"), from, to]) mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), alwaysRecalculate);
    for (const [name, bytes] of files) writeFileSync(path.join(from, name), bytes);
    const sources = [...files.keys()].map((name) => path.join(from, name));
    const profileUrl = `file://${profile.split(path.sep).join("/")}`;
    const options = [`-env:UserInstallation=${profileUrl}`, "--headless", "--convert-to", ending, "--outdir", to];
    execFileSync(program, [...options, ...sources], { stdio: "ignore", timeout: 240_000 });
    const made = readdirSync(to);
    // It ends well when it stops before the last of many files, too.
    const missing = [...files.keys()].filter((name) => !made.includes(`${path.parse(name).name}.${ending}`));
    if (missing.length > 0) throw new Error(`LibreOffice made nothing of ${missing.join(", ")}`);
    return new Map(made.map((name) => [name, new Uint8Array(readFileSync(path.join(to, name)))]));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Draws the pages of a PDF as PNG files in a folder. */
export function drawPages(pdf: Uint8Array, folder: string): string[] {
  const program = findPdfToPng();
  if (program === undefined) throw new Error("poppler's pdftoppm is not installed");
  mkdirSync(folder, { recursive: true });
  execFileSync(program, ["-r", "60", "-png", "-", path.join(folder, "page")], { input: pdf, timeout: 120_000 });
  return readdirSync(folder).filter((name) => name.endsWith(".png"));
}

/** The cells of workbooks after LibreOffice worked every formula out from nothing. */
export function recalculated(workbooks: ReadonlyMap<string, Uint8Array>): Map<string, HeldSheets> {
  return new Map([...convert(workbooks, "xlsx")].map(([name, bytes]) => [name, readWorkbook(bytes)]));
}

/** Every formula cell whose cached value is not what LibreOffice makes of it, in words. */
export function differences(cached: HeldSheets, fresh: HeldSheets | undefined): string[] {
  const found: string[] = [];
  for (const [sheet, cells] of cached) {
    for (const [reference, cell] of cells) {
      if (cell.formula === undefined) continue;
      const again = fresh?.get(sheet)?.get(reference)?.value ?? null;
      if (!same(cell.value, again)) {
        found.push(`${sheet}!${reference} =${cell.formula}: holds ${String(cell.value)}, worked out ${String(again)}`);
      }
    }
  }
  return found;
}

/** Text and money to the letter; other numbers to the twelve figures that two makers of floating point agree on. */
function same(held: HeldCell["value"], worked: HeldCell["value"]): boolean {
  if (typeof held !== "number" || typeof worked !== "number") return (held ?? "") === (worked ?? "");
  return held === worked || Math.abs(held - worked) <= 1e-12 * Math.max(1, Math.abs(held));
}
