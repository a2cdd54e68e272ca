import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

export interface Doorkeeper {
  /** Whether a request comes from this computer's browser and from no page but ours. */
  isOurPage(request: IncomingMessage): boolean;
  /** Whether a browser has been let in before. */
  isKnown(request: IncomingMessage): boolean;
  /** Lets a browser in with the one-time address. The cookie to set; undefined where the address is wrong or used. */
  admit(url: string): string | undefined;
}

/** @param at the host and port that may stand in an address, and the one-time token */
export function createDoorkeeper({ host, token }: { host: string; token: string }): Doorkeeper {
  const secret = randomBytes(32).toString("base64url");
  // Cookies know no port: with the port in its name it cannot be mixed up with another Bidwright's.
  const name = `bidwright-${host.split(":")[1] ?? ""}`;
  let used = false;
  return {
    isOurPage: ({ headers }) => {
      const sites = ["same-origin", "none", undefined];
      const origins = [`http://${host}`, undefined];
      // A name that an outsider makes point at 127.0.0.1 is still another name.
      return headers.host === host && origins.includes(headers.origin) && sites.includes(fetchSite(headers));
    },
    isKnown: ({ headers }) => {
      const held = (headers.cookie ?? "").split(";").map((one) => one.trim());
      return held.some((one) => same(one, `${name}=${secret}`));
    },
    admit: (url) => {
      if (used || !same(url, `/open/${token}`)) return undefined;
      used = true;
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
  };
}

function fetchSite(headers: IncomingMessage["headers"]): string | undefined {
  const value = headers["sec-fetch-site"];
  return Array.isArray(value) ? value[0] : value;
}

/** Compares without telling by its time how much was right. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
