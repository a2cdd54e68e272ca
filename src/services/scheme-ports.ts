import type { DiscountSeries } from "../schemes/appraisal-settings.ts";
import type { councilFiles } from "../schemes/council-additions.ts";
import type { ReferenceSeries } from "../schemes/reference-series.ts";
import type { SchemeFiles } from "../schemes/scheme-files.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { SharedFigures } from "../schemes/shared-figures.ts";
import type { Result } from "../shared/result.ts";

export type CouncilPart = keyof typeof councilFiles;

/** A scheme folder as loaded, or the reasons it cannot be. */
export interface ShelvedScheme {
  id: string;
  scheme: Result<Scheme, string[]>;
  /** Added by the council itself, and not part of the app. */
  own: boolean;
}

export interface SchemeShelf {
  list(): Promise<ShelvedScheme[]>;
  /** One scheme, without reading the others; undefined where there is none of that id. */
  find(id: string): Promise<ShelvedScheme | undefined>;
  /** The texts of a scheme's folder by their paths inside it; undefined where there is no such scheme. */
  files(id: string): Promise<SchemeFiles | undefined>;
  /** What the council added to a scheme, as its file stands; undefined where it added nothing. */
  councilText(scheme: string, part: CouncilPart): Promise<string | undefined>;
  /** Writes it whole or not at all; a plain sentence where it could not be written. */
  writeCouncilText(scheme: string, part: CouncilPart, text: string): Promise<Result<null, string>>;
  /** The same of the scheme that came with the app, where the council has one of its own under that id too. */
  builtInFiles(id: string): Promise<SchemeFiles | undefined>;
  discountSeries(): Promise<DiscountSeries>;
  sharedFigures(): Promise<SharedFigures>;
  referenceSeries(): Promise<ReferenceSeries>;
}

/** What was taken of a folder or a zip that somebody else may have made: checked, and never run. */
export interface SchemePackage {
  /** What the folder or the zip is called, for reading. */
  name: string;
  /** The name of the folder that holds the scheme; undefined where it lies at the top of a zip. */
  folder: string | undefined;
  texts: Map<string, string>;
  /** Everything that was taken, texts too, by paths with forward slashes. */
  files: Map<string, Uint8Array>;
  /** What is no part of a scheme and stays out. */
  leftOut: string[];
}

/** A version that was replaced or taken away. `version` is its name among the versions kept. */
export interface KeptScheme {
  id: string;
  version: string;
  /** ISO time. */
  keptAt: string;
}

/** The schemes that the council added itself. Each change is done wholly or not at all. */
export interface OwnSchemes {
  /** Faults name the file or the entry, in plain sentences. */
  read(token: string): Promise<Result<SchemePackage, string[]>>;
  unpack(name: string, zip: Uint8Array): Promise<Result<SchemePackage, string[]>>;
  /** Keeps what it replaces. The error is a plain sentence. */
  install(id: string, files: ReadonlyMap<string, Uint8Array>): Promise<Result<null, string>>;
  /** Takes a scheme off the shelf and keeps it. */
  remove(id: string): Promise<Result<null, string>>;
  /** Newest first. */
  kept(): Promise<KeptScheme[]>;
  readKept(id: string, version: string): Promise<Result<SchemePackage, string[]>>;
}
