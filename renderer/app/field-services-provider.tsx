import { useMemo, type ReactNode } from "react";
import { fail, ok } from "../../src/shared/result.ts";
import { FieldServicesContext, type FieldServices } from "../fields/field-services.ts";
import { useApi } from "./api.ts";
import type { BidSession } from "./use-bid.ts";

/** Gives the fields of a form what they need of the bid beside their own answer. */
export function FieldServicesProvider({ bid, children }: { bid: BidSession; children: ReactNode }) {
  const api = useApi();
  const { edit, scheme, open } = bid;
  const { years } = open.appraisal;
  const id = open.bid.id;
  const yearList = years.join(" ");
  const services = useMemo(
    (): FieldServices => ({
      years: yearList.split(" ").filter(Boolean),
      edit,
      newId: () => crypto.randomUUID(),
      findOrganisations: async (text) => {
        const reply = await api.findOrganisations({ text, on: scheme["judged-on"] });
        return reply.ok ? reply.value : [];
      },
      attach: async (name, base64) => {
        const reply = await api.attach({ bid: id, name, base64 });
        return reply.ok ? ok(reply.value) : fail(reply.error.message);
      },
    }),
    [api, edit, id, scheme, yearList],
  );
  return <FieldServicesContext value={services}>{children}</FieldServicesContext>;
}
