import { FocusedHeading } from "../components/focused-heading.tsx";
import { addressOf } from "./routes.ts";

/** In place of a page of the open bid that broke: its header, its saving and its other pages go on. */
export function BrokenPage({ onAgain }: { onAgain(): void }) {
  return (
    <>
      <FocusedHeading>Sorry, this page stopped working</FocusedHeading>
      <p className="govuk-body">
        The bid is still open, and what you typed in it is kept. The line at the top says when it was last saved.
      </p>
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" onClick={onAgain}>
          Show the page again
        </button>
        <a className="govuk-link" href={addressOf("task-list")}>
          Go to the list of tasks
        </a>
      </div>
    </>
  );
}

/** In place of the whole window, where nothing else is left of it. */
export function BrokenWindow() {
  const startAgain = () => {
    window.location.hash = addressOf("start");
    window.location.reload();
  };
  return (
    <main className="govuk-width-container govuk-main-wrapper">
      <FocusedHeading>Sorry, the app stopped showing its pages</FocusedHeading>
      <p className="govuk-body">
        What you typed was sent to be kept on this computer as you typed it. Open the bid again from the start page: it
        says what came back.
      </p>
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" onClick={startAgain}>
          Go to the start page
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </div>
    </main>
  );
}
