import { useState } from "react";
import { NewBidScreen } from "../screens/new-bid/new-bid-screen.tsx";
import { StartScreen } from "../screens/start/start-screen.tsx";
import { BidApp } from "./bid-app.tsx";
import { bidToReopen, forgetOpenBid, type OpenedBid } from "./opened-bid.ts";
import { Page } from "./page.tsx";
import { ReopenBid } from "./reopen-bid.tsx";
import { addressOf, isBidPage } from "./routes.ts";
import { goTo, useRoute } from "./use-route.ts";

/** Chooses what is shown: the pages before a bid is open, or the pages of the bid. */
export function App() {
  const route = useRoute();
  const [opened, setOpened] = useState<OpenedBid>();
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
    return <BidApp key={opened.open.place.token} opened={opened} route={route} onClosed={close} onOpened={show} />;
  if (isBidPage(route) && reopen) return <ReopenBid {...reopen} onOpened={setOpened} />;
  return (
    <Page route={route}>
      {route.page === "new-bid" ? <NewBidScreen onOpened={show} /> : <StartScreen onOpened={show} />}
    </Page>
  );
}
