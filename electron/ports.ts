import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Ports } from "../src/services/ports.ts";
import type { AppFolders } from "./adapters/app-folders.ts";
import type { AskedFiles } from "./adapters/asked-files.ts";
import { authoritiesFile } from "./adapters/authorities-file.ts";
import { backupsIn } from "./adapters/backups.ts";
import { bidFilesOn } from "./adapters/bid-file.ts";
import { documentsBy } from "./adapters/documents.ts";
import { sha256 } from "./adapters/hash.ts";
import { journalsIn } from "./adapters/journals.ts";
import { locksBeside } from "./adapters/locks.ts";
import { personHere } from "./adapters/person.ts";
import { ownSchemesIn } from "./adapters/own-schemes.ts";
import { createPlaces, type DiskPlaces, type FileDialogs } from "./adapters/places.ts";
import { provedHereIn } from "./adapters/proved-here.ts";
import { readyMadeIn } from "./adapters/ready-made.ts";
import { recentFiles } from "./adapters/recent-files.ts";
import { savedPlacesIn } from "./adapters/saved-places.ts";
import { schemeFolder } from "./adapters/scheme-folder.ts";
import { settingsIn } from "./adapters/settings.ts";
import { shellOf, type OpenPath } from "./adapters/shell.ts";
import type { StartWorker } from "./adapters/worker-protocol.ts";

/** What differs between the desktop app, the browser and the command line. */
export interface Surroundings {
  folders: AppFolders;
  startWorker: StartWorker;
  openPath: OpenPath;
  dialogs?: FileDialogs;
  /** Files that the system asks for while the app runs. */
  asked?: AskedFiles;
}

/** Everything services need of the world, on this machine. `places` also knows the paths. */
export function createPorts(around: Surroundings): Ports & { places: DiskPlaces } {
  const { folders, startWorker, openPath } = around;
  const templates = path.join(folders.app, "templates");
  const ready = readyMadeIn(path.join(folders.app, "dist/ready"));
  const places = createPlaces(folders.bids, around.dialogs, around.asked);
  const ownSchemes = ownSchemesIn(folders.data, places);
  const backups = backupsIn(path.join(folders.data, "backups"), places);
  const proved = provedHereIn(path.join(folders.data, "proved"));
  const savedPlaces = savedPlacesIn(path.join(folders.data, "saved-places"), places);
  return {
    clock: { now: () => new Date(), after: (milliseconds, run) => void setTimeout(run, milliseconds) },
    ids: { next: () => randomUUID() },
    bytes: {
      sha256,
      hashText: sha256,
      fromBase64: (text) => new Uint8Array(Buffer.from(text, "base64")),
    },
    person: personHere(),
    schemes: schemeFolder(templates, {
      own: { folder: path.join(folders.data, "schemes"), settle: ownSchemes.settle },
      council: path.join(folders.data, "council"),
      ready,
    }),
    ownSchemes,
    authorities: authoritiesFile(templates, ready),
    places,
    bidFiles: bidFilesOn(places, { keepPrevious: backups.keepFile, noteSaved: savedPlaces.note, proved }),
    journals: journalsIn(path.join(folders.data, "journals"), { pathOf: places.pathOf, placeOf: places.file }),
    locks: locksBeside(places),
    backups,
    savedPlaces,
    documents: documentsBy(startWorker, places),
    recent: recentFiles(settingsIn(folders.data), places),
    shell: shellOf(places, openPath),
  };
}
