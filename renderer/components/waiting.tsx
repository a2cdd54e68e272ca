import type { Loading } from "../app/use-reply.ts";

interface WaitingProps {
  /** What is asked for. */
  replies: readonly Loading<unknown>[];
  /** What the app is doing meanwhile: “Reading the schemes…” */
  words: string;
}

/** Says what an officer waits for, until all of it is there or some of it failed. */
export function Waiting({ replies, words }: WaitingProps) {
  const waits = replies.some(({ state }) => state === "loading") && replies.every(({ state }) => state !== "failed");
  return waits ? (
    <p className="govuk-body" role="status">
      {words}
    </p>
  ) : null;
}
