import { useEffect, useRef, type ReactNode } from "react";

/** The heading of what comes in place of a page without another address. It takes the focus, so that it is heard. */
export function FocusedHeading({ className = "", children }: { className?: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 className={`govuk-heading-l ${className}`.trim()} tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
