import { useCallback, useEffect, useState } from "react";
import type { OperationError } from "../../../src/contract/define.ts";
import type { PlaceView } from "../../../src/contract/views.ts";
import type { Result } from "../../../src/shared/result.ts";
import { useApi } from "../../app/api.ts";
import { openWithScheme, type OpenAs, type OpenedBid } from "../../app/opened-bid.ts";

/** The page a bid is opened on. */
export type FirstPage = "task-list" | "which-fund";

interface Opening {
  /** The file that the system was asked to open; it is opened at once. */
  asked: PlaceView | undefined;
  onAsked(): void;
  onOpened(bid: OpenedBid, page?: FirstPage): void;
}

/** Opens files from the start page, and holds the one that did not open, with the reason. */
export function useOpening({ asked, onAsked, onOpened }: Opening) {
  const api = useApi();
  const [refused, setRefused] = useState<{ token: string; page: FirstPage; error: OperationError }>();
  const end = useCallback(
    (token: string, opened: Result<OpenedBid, OperationError>, page: FirstPage = "task-list") => {
      if (opened.ok) onOpened(opened.value, page);
      else setRefused({ token, page, error: opened.error });
    },
    [onOpened],
  );
  useEffect(() => {
    if (!asked) return;
    const { token } = asked;
    const openAsked = async () => end(token, await openWithScheme(api, { token }));
    onAsked();
    void openAsked();
  }, [api, asked, onAsked, end]);
  const open = async (token: string, { as = "usual", page }: { as?: OpenAs; page?: FirstPage } = {}) =>
    end(token, await openWithScheme(api, { token, as }), page);
  return { open, refused };
}
