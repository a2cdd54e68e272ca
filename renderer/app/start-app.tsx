import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createClient } from "../../src/contract/client.ts";
import { contract } from "../../src/contract/contract.ts";
import type { Transport } from "../../src/contract/define.ts";
import { ApiContext } from "./api.ts";
import { App } from "./app.tsx";
import { listenForAsked } from "./asked-to-open.ts";
import { BrokenWindow } from "./broken-page.tsx";
import { FaultBoundary } from "./fault-boundary.tsx";

/** Shows the app in the page, over any transport. */
export function startApp(transport: Transport): void {
  const place = document.getElementById("app");
  if (!place) throw new Error("The page has no element called app");
  const api = createClient(contract, transport);
  const asking = listenForAsked(api);
  createRoot(place).render(
    <StrictMode>
      <FaultBoundary instead={BrokenWindow}>
        <ApiContext value={api}>
          <App asking={asking} />
        </ApiContext>
      </FaultBoundary>
    </StrictMode>,
  );
}
