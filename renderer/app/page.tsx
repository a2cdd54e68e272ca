import { useEffect, useRef, type ReactNode } from "react";
import type { BidSession } from "./use-bid.ts";
import { ProductHeader } from "./product-header.tsx";
import type { Route } from "./routes.ts";

interface PageProps {
  route: Route;
  bid?: BidSession;
  onClose?(): void;
  children: ReactNode;
}

/** The frame of every page: skip link, header, and the main part with focus on its heading after a move. */
export function Page({ route, bid, onClose, children }: PageProps) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    const heading = main.current?.querySelector("h1")?.textContent;
    document.title = [heading, bid?.open.bid.title, "Bidwright"].filter(Boolean).join(" – ");
  });
  useEffect(() => {
    if (first.current) first.current = false;
    else if (!putsFocus(route)) focusHeading(main.current?.querySelector("h1"));
  }, [route]);
  return (
    <>
      <a
        href="#main"
        className="govuk-skip-link"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to main content
      </a>
      <ProductHeader {...(bid ? { bid } : {})} {...(onClose ? { onClose } : {})} />
      <div className="govuk-width-container">
        <main id="main" className="govuk-main-wrapper" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}

/** Some addresses lead to a place on their page, which takes the focus itself. */
function putsFocus(route: Route): boolean {
  if (route.page === "section") return route.focus !== undefined;
  return route.page === "settle" && route.conflict !== undefined;
}

function focusHeading(heading: HTMLElement | null | undefined): void {
  window.scrollTo(0, 0);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
