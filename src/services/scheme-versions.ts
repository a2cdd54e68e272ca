import type { Reference } from "../bids/assess.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { hasEffects, updateEffects } from "../bids/update-effects.ts";
import type { OpeningNotice } from "../contract/views.ts";
import { loadFolder } from "../schemes/load-folder.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import type { Ports } from "./ports.ts";

/** A version of a scheme as it is on the shelf, in the app, or kept; undefined where none of them holds it. */
export async function schemeOfVersion(ports: Ports, id: string, version: string): Promise<Scheme | undefined> {
  const shelved = await ports.schemes.list();
  const onShelf = shelved.find((one) => one.id === id)?.scheme;
  if (onShelf?.ok && onShelf.value.version === version) return onShelf.value;
  const builtIn = await loaded(ports, id, await ports.schemes.builtInFiles(id));
  if (builtIn?.version === version) return builtIn;
  const kept = (await ports.ownSchemes.kept()).find(
    (one) => one.id === id && one.version.replace(/-\d+$/, "") === version,
  );
  const read = kept && (await ports.ownSchemes.readKept(id, kept.version));
  return read?.ok ? loaded(ports, id, read.value.texts) : undefined;
}

async function loaded(
  ports: Ports,
  id: string,
  files: ReadonlyMap<string, string> | undefined,
): Promise<Scheme | undefined> {
  if (!files) return undefined;
  const scheme = loadFolder(id, files, await ports.schemes.sharedFigures());
  return scheme.ok ? scheme.value.scheme : undefined;
}

/** Says when a bid was last worked on under another version of its scheme than the one that is here. */
export async function versionNotice(
  ports: Ports,
  scheme: Scheme,
  { bid, reference }: { bid: Bid; reference: Reference },
): Promise<OpeningNotice[]> {
  const { id, version } = bid.scheme;
  if (version === scheme.version) return [];
  const before = await schemeOfVersion(ports, id, version);
  const said = `This bid was last worked on under version ${version} of ${scheme.title}. The version here is ${scheme.version}.`;
  if (!before) {
    const message = `${said} Version ${version} is not kept here, so what it changes for this bid cannot be shown. Every answer is kept.`;
    return [{ kind: "scheme", message, scheme: { version: scheme.version } }];
  }
  const effects = updateEffects(bid, [asShown(before, scheme), scheme], reference);
  const changes = hasEffects(effects) ? "What that changes for this bid:" : "Nothing changes for this bid.";
  const message = `${said} Every answer is kept. ${changes}`;
  return [{ kind: "scheme", message, scheme: { version: scheme.version, effects } }];
}

/** In a part of a bid, only the questions that were sent, and no rules. */
function asShown(before: Scheme, shown: Scheme): Scheme {
  if (shown.rules.length > 0) return before;
  const sent = new Set(questionsOf(shown).map((one) => one.id));
  const sections = before.sections.filter((section) => section.questions.some((one) => sent.has(one.id)));
  return { ...before, sections, rules: [] };
}
