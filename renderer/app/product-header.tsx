import { addressOf } from "./routes.ts";
import type { BidSession } from "./use-bid.ts";
import { SaveStatus } from "./save-status.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

const pages = [
  ["task-list", "Tasks"],
  ["findings", "Findings"],
  ["appraisal", "Money"],
  ["rules", "Rules"],
  ["export", "Export"],
  ["history", "History"],
  ["share", "Work together"],
] as const;

/** The pages there are of a part of a bid. */
const partPages: ReadonlySet<string> = new Set(["task-list", "history"]);

/** The product’s own header: the bid that is open, when it was saved, its marking, and the ways to its pages. */
export function ProductHeader({ bid, onClose }: { bid?: BidSession; onClose?(): void }) {
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__bar">
        <span className="app-header__product">Bidwright</span>
        {bid && (
          <>
            <span className="app-header__bid">{bid.open.bid.title}</span>
            <span className="app-header__marking">{bid.open.bid.marking}</span>
          </>
        )}
      </div>
      {bid && (
        <nav className="app-nav" aria-label="Bid">
          <div className="govuk-width-container app-nav__bar">
            <ul className="app-nav__list">
              {pages
                .filter(([page]) => !bid.open.sections || partPages.has(page))
                .map(([page, name]) => (
                  <li key={page}>
                    <PageLink page={page} name={name} />
                  </li>
                ))}
            </ul>
            <button type="button" className="app-link-button" onClick={onClose}>
              Close this bid
            </button>
          </div>
        </nav>
      )}
      {bid && (
        <div className="app-state">
          <div className="govuk-width-container app-state__bar">
            <SaveStatus bid={bid} />
            <UndoButtons bid={bid} />
          </div>
        </div>
      )}
    </header>
  );
}

function PageLink({ page, name }: { page: (typeof pages)[number][0]; name: string }) {
  const address = addressOf(page);
  const here = window.location.hash.split("?")[0] === address;
  return (
    <a className="app-nav__link" href={address} {...(here ? { "aria-current": "page" } : {})}>
      {name}
    </a>
  );
}
