import { FileScreen } from "../screens/file/file-screen.tsx";
import { CompareScreen } from "../screens/history/compare-screen.tsx";
import { HistoryScreen } from "../screens/history/history-screen.tsx";
import { MergeScreen } from "../screens/merge/merge-screen.tsx";
import { SettleScreen } from "../screens/merge/settle-screen.tsx";
import { ShareScreen } from "../screens/share/share-screen.tsx";
import type { OpenedBid } from "./opened-bid.ts";
import type { Route } from "./routes.ts";
import type { BidSession } from "./use-bid.ts";

type TogetherPage = "history" | "compare" | "merge" | "settle" | "share" | "file";
type TogetherRoute = Extract<Route, { page: TogetherPage }>;

const pages: ReadonlySet<string> = new Set<TogetherPage>(["history", "compare", "merge", "settle", "share", "file"]);

export function isTogether(route: Route): route is TogetherRoute {
  return pages.has(route.page);
}

interface TogetherScreenProps {
  route: TogetherRoute;
  bid: BidSession;
  onOpened(bid: OpenedBid): void;
}

/** The pages about looking back, working with others, and looking after the file. */
export function TogetherScreen({ route, bid, onOpened }: TogetherScreenProps) {
  const key = JSON.stringify(route);
  switch (route.page) {
    case "history":
      return <HistoryScreen key={key} bid={bid} question={route.question} />;
    case "compare":
      return <CompareScreen key={key} bid={bid} asked={route} />;
    case "merge":
      return <MergeScreen key={key} bid={bid} from={route.from} />;
    case "settle":
      return <SettleScreen bid={bid} conflict={route.conflict} />;
    case "share":
      return <ShareScreen bid={bid} />;
    case "file":
      return <FileScreen bid={bid} onOpened={onOpened} />;
  }
}
