import os from "node:os";
import path from "node:path";

/** The folders the app works with. */
export interface AppFolders {
  /** Holds `dist` and `templates`. */
  app: string;
  /** Settings and kept copies; ours alone. */
  data: string;
  /** Where new bids go unless another folder is chosen. */
  bids: string;
}

/** Where they are for whoever runs this. Both can be set from outside, for tests and for managed computers. */
export function appFolders(app: string, environment: NodeJS.ProcessEnv = process.env): AppFolders {
  return {
    app,
    data: environment.BIDWRIGHT_DATA_FOLDER ?? path.join(dataHome(environment), "Bidwright"),
    bids: environment.BIDWRIGHT_BIDS_FOLDER ?? path.join(os.homedir(), "Documents", "Bidwright"),
  };
}

function dataHome(environment: NodeJS.ProcessEnv): string {
  if (process.platform === "win32") return environment.APPDATA ?? path.join(os.homedir(), "AppData", "Roaming");
  if (process.platform === "darwin") return path.join(os.homedir(), "Library", "Application Support");
  return environment.XDG_CONFIG_HOME ?? path.join(os.homedir(), ".config");
}
