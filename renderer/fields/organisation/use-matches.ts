import { useEffect, useState } from "react";
import type { OrganisationMatch } from "../../../src/contract/views.ts";
import { useFieldServices } from "../field-services.ts";

const shortest = 2;
/** How long typing pauses before the register is asked, in milliseconds. */
const pause = 150;

/** The councils that fit what is typed; none while nobody types. */
export function useMatches(typed: string | undefined): OrganisationMatch[] {
  const { findOrganisations } = useFieldServices();
  const [found, setFound] = useState<{ text: string; matches: OrganisationMatch[] }>({ text: "", matches: [] });
  const text = (typed ?? "").trim();
  useEffect(() => {
    if (text.length < shortest) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const matches = await findOrganisations(text);
      if (wanted) setFound({ text, matches });
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, findOrganisations]);
  return text.length < shortest || found.text === "" ? [] : found.matches;
}
