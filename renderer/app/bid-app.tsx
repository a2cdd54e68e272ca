import type { ReactNode } from "react";
import { AppraisalScreen } from "../screens/appraisal/appraisal-screen.tsx";
import { BidDetailsScreen } from "../screens/bid-details/bid-details-screen.tsx";
import { ExportScreen } from "../screens/export/export-screen.tsx";
import { FindingsScreen } from "../screens/findings/findings-screen.tsx";
import { OwnRuleScreen } from "../screens/own-rule/own-rule-screen.tsx";
import { RulesScreen } from "../screens/rules/rules-screen.tsx";
import { SectionScreen } from "../screens/section/section-screen.tsx";
import { TaskListScreen } from "../screens/task-list/task-list-screen.tsx";
import { CarryScreen } from "../screens/which-fund/carry-screen.tsx";
import { WhichFundScreen } from "../screens/which-fund/which-fund-screen.tsx";
import type { PlaceView, SaveState } from "../../src/contract/views.ts";
import { useApi, type Api } from "./api.ts";
import { AskedWhileOpen } from "./asked-while-open.tsx";
import { BrokenPage } from "./broken-page.tsx";
import { FaultBoundary } from "./fault-boundary.tsx";
import { FieldServicesProvider } from "./field-services-provider.tsx";
import type { OpenedBid } from "./opened-bid.ts";
import { OpeningNotices } from "./opening-notices.tsx";
import { Page } from "./page.tsx";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import type { Route } from "./routes.ts";
import { SaveTroubles } from "./save-troubles.tsx";
import { isTogether, TogetherScreen } from "./together-screens.tsx";
import { useBid, type BidSession } from "./use-bid.ts";

interface BidAppProps {
  opened: OpenedBid;
  /** Another file that the system was asked to open. */
  asked: PlaceView | undefined;
  onAsked(): void;
  route: Route;
  onClosed(): void;
  /** Another bid was opened from inside this one. */
  onOpened(bid: OpenedBid): void;
}

/** The pages of the bid that is open. */
export function BidApp({ opened, asked, onAsked, route, onClosed, onOpened }: BidAppProps) {
  const api = useApi();
  const bid = useBid(opened);
  const close = async () => {
    await bid.flush();
    const reply = await api.closeBid({ bid: bid.open.bid.id });
    if (reply.ok || reply.error.code === "not-open") onClosed();
    else bid.setSaved(await whyNotClosed(api, bid, reply.error.message));
  };
  return (
    <FieldServicesProvider bid={bid}>
      <Page route={route} bid={bid} onClose={() => void close()}>
        <AskedWhileOpen asked={asked} bid={bid} onClose={close} onDone={onAsked} />
        <SaveTroubles bid={bid} />
        <ReadOnlyNotice bid={bid} />
        <OpeningNotices bid={bid} all={route.page === "task-list"} onOpened={onOpened} />
        <FaultBoundary shows={route} instead={BrokenPage}>
          {isTogether(route) ? (
            <TogetherScreen route={route} bid={bid} onOpened={onOpened} />
          ) : (
            screenFor(route, bid, onOpened)
          )}
        </FaultBoundary>
      </Page>
    </FieldServicesProvider>
  );
}

/** A file that somebody else changed or has now is no failed save: there is another way out of it. */
async function whyNotClosed(api: Api, { open }: BidSession, message: string): Promise<SaveState> {
  const now = await api.saveState({ bid: open.bid.id });
  if (now.ok && now.value.state !== "saved" && now.value.state !== "saving") return now.value;
  return { ...open.saved, state: "failed", message };
}

function screenFor(route: Route, bid: BidSession, onOpened: BidAppProps["onOpened"]): ReactNode {
  switch (route.page) {
    case "section":
      return <SectionScreen key={route.section} bid={bid} section={route.section} focus={route.focus} />;
    case "findings":
      return <FindingsScreen bid={bid} />;
    case "appraisal":
      return <AppraisalScreen bid={bid} />;
    case "rules":
      return <RulesScreen bid={bid} />;
    case "own-rule":
      return <OwnRuleScreen key={route.rule} bid={bid} rule={route.rule} />;
    case "which-fund":
      return <WhichFundScreen bid={bid} />;
    case "carry":
      return <CarryScreen key={JSON.stringify(route)} bid={bid} asked={route} onOpened={onOpened} />;
    case "export":
      return <ExportScreen bid={bid} />;
    case "bid-details":
      return <BidDetailsScreen bid={bid} />;
    default:
      return <TaskListScreen bid={bid} />;
  }
}
