import { useEffect, useState, useSyncExternalStore } from "react";
import { NewBidScreen } from "../screens/new-bid/new-bid-screen.tsx";
import { StartScreen } from "../screens/start/start-screen.tsx";
import type { AskedToOpen } from "./asked-to-open.ts";
import { BidApp } from "./bid-app.tsx";
import { bidToReopen, forgetOpenBid, type OpenedBid } from "./opened-bid.ts";
import { Page } from "./page.tsx";
import { ReopenBid } from "./reopen-bid.tsx";
import { addressOf, isBidPage } from "./routes.ts";
import { goTo, useRoute } from "./use-route.ts";

/** Chooses what is shown: the pages before a bid is open, or the pages of the bid. */
export function App({ asking }: { asking: AskedToOpen }) {
  const route = useRoute();
  const [opened, setOpened] = useState<OpenedBid>();
  const asked = useSyncExternalStore(asking.subscribe, asking.current);
  useEffect(() => {
    if (asked && !opened) goTo(addressOf("start"));
  }, [asked, opened]);
  const show = (bid: OpenedBid) => {
    setOpened(bid);
    goTo(addressOf("task-list"));
  };
  const close = () => {
    forgetOpenBid();
    setOpened(undefined);
    goTo(addressOf("start"));
  };
  const reopen = opened ? undefined : bidToReopen();

  if (isBidPage(route) && opened)
    return (
      <BidApp
        key={opened.open.place.token}
        opened={opened}
        asked={asked}
        onAsked={asking.done}
        route={route}
        onClosed={close}
        onOpened={show}
      />
    );
  if (isBidPage(route) && reopen) return <ReopenBid {...reopen} onOpened={setOpened} />;
  return (
    <Page route={route}>
      {route.page === "new-bid" ? (
        <NewBidScreen onOpened={show} />
      ) : (
        <StartScreen asked={asked} onAsked={asking.done} onOpened={show} />
      )}
    </Page>
  );
}
