import { Component, type ReactNode } from "react";

/** Shows a page that can be used when a screen breaks. React has this only for classes. */
export class FaultBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="govuk-width-container govuk-main-wrapper">
        <h1 className="govuk-heading-l">Sorry, this page stopped working</h1>
        <p className="govuk-body">Your work up to the last save is in the bid’s file.</p>
        <button type="button" className="govuk-button" onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </main>
    );
  }
}
