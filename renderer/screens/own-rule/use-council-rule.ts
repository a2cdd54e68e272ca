import { useState } from "react";
import type { Rule } from "../../../src/rules/rule.ts";
import { useApi } from "../../app/api.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { councilDocument } from "./rule-draft.ts";

/** Keeps and removes rules of the council’s own; each answers whether it was done. */
export function useCouncilRule(bid: BidSession) {
  const api = useApi();
  const [refused, setRefused] = useState<string>();
  const done = (reply: { ok: true } | { ok: false; error: { message: string } }) => {
    setRefused(reply.ok ? undefined : reply.error.message);
    return reply.ok;
  };
  return {
    refused,
    save: async (rule: Rule, source: string) => {
      const document = councilDocument(source);
      return done(await bid.changeScheme((id) => api.saveCouncilRule({ bid: id, rule, document })));
    },
    remove: async (rule: string) => done(await bid.changeScheme((id) => api.removeCouncilRule({ bid: id, rule }))),
  };
}
