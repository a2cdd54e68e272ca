import type { ReactNode } from "react";

interface NotificationProps {
  id: string;
  title: string;
  success?: boolean;
  onDismiss?(): void;
  children: ReactNode;
}

/** A banner about something that happened, which can be put away where there is a way to. */
export function Notification({ id, title, success = false, onDismiss, children }: NotificationProps) {
  return (
    <div
      className={`govuk-notification-banner app-notification ${success ? "govuk-notification-banner--success" : ""}`}
      role={success ? "status" : "region"}
      aria-labelledby={id}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {children}
        {onDismiss && (
          <button type="button" className="app-link-button" onClick={onDismiss}>
            Hide this message
            <span className="govuk-visually-hidden">: {title}</span>
          </button>
        )}
      </div>
    </div>
  );
}
