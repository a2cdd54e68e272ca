import { useEffect, useState, useSyncExternalStore } from "react";
import type { PlaceView } from "../../src/contract/views.ts";
import { FiguresScreen } from "../screens/figures/figures-screen.tsx";
import { NewBidScreen } from "../screens/new-bid/new-bid-screen.tsx";
import { SchemesScreen } from "../screens/schemes/schemes-screen.tsx";
import { StartWithFactsScreen } from "../screens/start-with-facts/start-with-facts-screen.tsx";
import type { FirstPage } from "../screens/start/use-opening.ts";
import { StartScreen } from "../screens/start/start-screen.tsx";
import type { AskedToOpen } from "./asked-to-open.ts";
import { BidApp } from "./bid-app.tsx";
import { bidToReopen, forgetOpenBid, type OpenedBid } from "./opened-bid.ts";
import { Page } from "./page.tsx";
import { ReopenBid } from "./reopen-bid.tsx";
import { addressOf, isBidPage, type Route } from "./routes.ts";
import { goTo, onLeavingBid, useRoute } from "./use-route.ts";

/** Chooses what is shown: the pages before a bid is open, or the pages of the bid. */
export function App({ asking }: { asking: AskedToOpen }) {
  const route = useRoute();
  const [opened, setOpened] = useState<OpenedBid>();
  const asked = useSyncExternalStore(asking.subscribe, asking.current);
  useEffect(() => {
    if (asked && !opened) goTo(addressOf("start"));
  }, [asked, opened]);
  const inBid = isBidPage(route);
  // A bid whose pages were left is read again before they are shown: it holds more than it did when it was opened.
  useEffect(() => onLeavingBid(() => setOpened(undefined)), []);
  const show = (bid: OpenedBid, page: FirstPage = "task-list") => {
    setOpened(bid);
    goTo(addressOf(page));
  };
  const close = () => {
    forgetOpenBid();
    setOpened(undefined);
    goTo(addressOf("start"));
  };
  const reopen = opened ? undefined : bidToReopen();

  if (inBid && opened)
    return (
      <BidApp
        key={`${opened.open.place.token} ${opened.open.saved.savedAt}`}
        opened={opened}
        asked={asked}
        onAsked={asking.done}
        route={route}
        onClosed={close}
        onOpened={show}
      />
    );
  if (inBid && reopen) return <ReopenBid {...reopen} onOpened={setOpened} />;
  return (
    <Page route={route}>
      {screenFor(route, {
        asked,
        onAsked: asking.done,
        onOpened: show,
        toBid: opened !== undefined || reopen !== undefined,
      })}
    </Page>
  );
}

interface Happenings {
  /** The file that the system was asked to open. */
  asked: PlaceView | undefined;
  onAsked(): void;
  onOpened(bid: OpenedBid, page?: FirstPage): void;
  /** There is a bid to go back to. */
  toBid: boolean;
}

function screenFor({ page }: Route, { asked, onAsked, onOpened, toBid }: Happenings) {
  if (page === "new-bid") return <NewBidScreen onOpened={onOpened} />;
  if (page === "start-with-facts") return <StartWithFactsScreen onOpened={onOpened} />;
  if (page === "figures") return <FiguresScreen back={toBid ? "appraisal" : "start"} />;
  if (page === "schemes") return <SchemesScreen />;
  return <StartScreen asked={asked} onAsked={onAsked} onOpened={onOpened} />;
}
