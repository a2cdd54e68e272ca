import { stringify } from "yaml";
import type * as z from "zod";
import type { Handlers, OperationError } from "../contract/define.ts";
import type { AppContract } from "../contract/contract.ts";
import type { CouncilChanged } from "../contract/open-bid.ts";
import {
  councilFiles,
  councilNotes,
  councilRuleFaults,
  councilRules,
  type CouncilRules,
} from "../schemes/council-additions.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { readYaml } from "../schemes/yaml-file.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { judgeBy, type Session, type Sessions } from "./bid-sessions.ts";
import { changedView } from "./open-bids.ts";
import type { Ports } from "./ports.ts";
import type { CouncilPart } from "./scheme-ports.ts";
import type { WithSession } from "./session-finder.ts";
import { findScheme } from "./shelf.ts";

type Code = "rule-refused" | "cannot-write" | "cannot-read" | "no-such-scheme";
type Changed = Result<CouncilChanged, OperationError<Code>>;
type CouncilOperations = "saveCouncilRule" | "removeCouncilRule" | "saveCouncilNote";

/** A council's own rules and notes beside those of a scheme. Every open bid of the scheme is judged by them at once. */
export function councilHandlers(
  ports: Ports,
  sessions: Sessions,
  withSession: WithSession,
): Pick<Handlers<AppContract>, CouncilOperations> {
  const after = (session: Session, written: Result<null, OperationError<Code>>) =>
    written.ok ? judgeAnew(ports, sessions, session) : Promise.resolve(written);
  return {
    saveCouncilRule: ({ bid, rule, document }) =>
      withSession(bid, async (session) => {
        const { scheme } = session;
        const others = { ...scheme, rules: scheme.rules.filter((one) => one.id !== rule.id) };
        if (isBuiltIn(scheme, rule.id)) {
          return fail({
            code: "rule-refused" as const,
            message: `The scheme has a rule “${rule.id}”. Give yours another id.`,
          });
        }
        const cited = { ...others, documents: [...others.documents, ...(document ? [document] : [])] };
        const faults = councilRuleFaults(cited, rule, () => rule.id);
        if (faults.length > 0) return fail({ code: "rule-refused" as const, message: faults.join(" ") });
        return after(
          session,
          await changeRules(ports, scheme, (held) => ({
            documents: document ? [...held.documents.filter(({ id }) => id !== document.id), document] : held.documents,
            rules: [...held.rules.filter(({ id }) => id !== rule.id), rule],
          })),
        );
      }),
    removeCouncilRule: ({ bid, rule }) =>
      withSession(bid, async (session) =>
        after(
          session,
          await changeRules(ports, session.scheme, (held) => ({
            ...held,
            rules: held.rules.filter(({ id }) => id !== rule),
          })),
        ),
      ),
    saveCouncilNote: ({ bid, question, text }) =>
      withSession(bid, async (session) => {
        const held = await readPart(ports, session.scheme.id, "notes", councilNotes);
        if (!held.ok) return held;
        const { [question]: _before, ...others } = held.value.notes;
        const notes = text.trim() === "" ? others : { ...others, [question]: text };
        return after(session, await writePart(ports, session.scheme.id, "notes", { notes }));
      }),
  };
}

function isBuiltIn({ rules, council }: Scheme, id: string): boolean {
  return rules.some((one) => one.id === id) && !council?.rules.includes(id);
}

async function changeRules(
  ports: Ports,
  scheme: Scheme,
  change: (held: CouncilRules) => CouncilRules,
): Promise<Result<null, OperationError<Code>>> {
  const held = await readPart(ports, scheme.id, "rules", councilRules);
  return held.ok ? writePart(ports, scheme.id, "rules", change(held.value)) : held;
}

/** A file that a person wrote by hand and that cannot be read is never written over. */
async function readPart<T>(
  ports: Ports,
  scheme: string,
  part: CouncilPart,
  schema: z.ZodType<T>,
): Promise<Result<T, OperationError<"cannot-read">>> {
  const text = (await ports.schemes.councilText(scheme, part)) ?? "{}";
  const read = readYaml(councilFiles[part], text, schema);
  return read.ok ? read : fail({ code: "cannot-read", message: read.error.join(" ") });
}

async function writePart(
  ports: Ports,
  scheme: string,
  part: CouncilPart,
  content: object,
): Promise<Result<null, OperationError<"cannot-write">>> {
  const written = await ports.schemes.writeCouncilText(scheme, part, stringify(content, { schema: "core" }));
  return written.ok ? written : fail({ code: "cannot-write", message: written.error });
}

/** Loads the scheme again and judges every open bid of it by what now holds. */
async function judgeAnew(ports: Ports, sessions: Sessions, session: Session): Promise<Changed> {
  const found = await findScheme(ports, session.scheme.id);
  if (!found.ok) return found;
  for (const one of sessions.all()) if (one.scheme.id === found.value.id) judgeBy(one, found.value);
  return ok({ scheme: found.value, open: changedView(session) });
}
