import type { Loading } from "../app/use-reply.ts";
import { Trouble } from "./trouble.tsx";

interface RepliesProps {
  /** What a page asks for before it can be drawn. */
  of: readonly Loading<unknown>[];
  /** What the app is doing meanwhile: “Reading the schemes…” */
  waiting: string;
}

/** What an officer waits for, or why it did not come; nothing once all of it is there. */
export function Replies({ of, waiting }: RepliesProps) {
  const failed = of.find((one) => one.state === "failed");
  if (failed) return <Trouble message={failed.error.message} />;
  if (of.every(({ state }) => state === "ready")) return null;
  return (
    <p className="govuk-body" role="status">
      {waiting}
    </p>
  );
}
