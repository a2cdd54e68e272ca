import type { ReactNode } from "react";
import { AppraisalScreen } from "../screens/appraisal/appraisal-screen.tsx";
import { BidDetailsScreen } from "../screens/bid-details/bid-details-screen.tsx";
import { ExportScreen } from "../screens/export/export-screen.tsx";
import { FindingsScreen } from "../screens/findings/findings-screen.tsx";
import { RulesScreen } from "../screens/rules/rules-screen.tsx";
import { SectionScreen } from "../screens/section/section-screen.tsx";
import { TaskListScreen } from "../screens/task-list/task-list-screen.tsx";
import { useApi } from "./api.ts";
import { FieldServicesProvider } from "./field-services-provider.tsx";
import type { OpenedBid } from "./opened-bid.ts";
import { Page } from "./page.tsx";
import type { Route } from "./routes.ts";
import { SaveFailed } from "./save-failed.tsx";
import { useBid, type BidSession } from "./use-bid.ts";

/** The pages of the bid that is open. */
export function BidApp({ opened, route, onClosed }: { opened: OpenedBid; route: Route; onClosed(): void }) {
  const api = useApi();
  const bid = useBid(opened);
  const close = async () => {
    await bid.flush();
    const reply = await api.closeBid({ bid: bid.open.bid.id });
    if (reply.ok || reply.error.code === "not-open") onClosed();
    else bid.setSaved({ ...bid.open.saved, state: "failed", message: reply.error.message });
  };
  return (
    <FieldServicesProvider bid={bid}>
      <Page route={route} bid={bid} onClose={() => void close()}>
        <SaveFailed bid={bid} />
        {screenFor(route, bid)}
      </Page>
    </FieldServicesProvider>
  );
}

function screenFor(route: Route, bid: BidSession): ReactNode {
  switch (route.page) {
    case "section":
      return <SectionScreen key={route.section} bid={bid} section={route.section} focus={route.focus} />;
    case "findings":
      return <FindingsScreen bid={bid} />;
    case "appraisal":
      return <AppraisalScreen bid={bid} />;
    case "rules":
      return <RulesScreen bid={bid} />;
    case "export":
      return <ExportScreen bid={bid} />;
    case "bid-details":
      return <BidDetailsScreen bid={bid} />;
    default:
      return <TaskListScreen bid={bid} />;
  }
}
