import { fork } from "node:child_process";
import { workerFlags, type StartWorker, type WorkReport } from "./worker-protocol.ts";

/** Starts the document process as a plain child, where the desktop runtime's own kind is not at hand. */
export function nodeWorker(file: string): StartWorker {
  return () => {
    const child = fork(file, [], {
      serialization: "advanced",
      execArgv: workerFlags,
      env: {},
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    return {
      send: (order) => void child.send(order, () => undefined),
      onReport: (listen) => void child.on("message", (report) => listen(report as WorkReport)),
      onEnd: (listen) => void child.on("error", listen).on("close", () => listen()),
      kill: () => void child.kill("SIGKILL"),
    };
  };
}
