import { useEffect, useState } from "react";
import { isBidPage, readRoute, type Route } from "./routes.ts";

/** The page asked for. A new value comes with every visit, even to the address that is shown already. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(window.location.hash));
  useEffect(() => {
    const read = () => setRoute(readRoute(window.location.hash));
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return route;
}

/** Tells when the officer goes to a page that is none of the bid's. @returns stops telling */
export function onLeavingBid(run: () => void): () => void {
  const look = () => {
    if (!isBidPage(readRoute(window.location.hash))) run();
  };
  window.addEventListener("hashchange", look);
  return () => window.removeEventListener("hashchange", look);
}

/** Goes to an address; where it is shown already, its focus is set again. */
export function goTo(address: string): void {
  if (window.location.hash === address) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else window.location.hash = address;
}
