import { createContext, use } from "react";
import type { Client } from "../../src/contract/client.ts";
import type { AppContract } from "../../src/contract/contract.ts";

/** One typed function for each operation of the contract. */
export type Api = Client<AppContract>;

export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error("useApi needs an ApiContext above it");
  return api;
}
