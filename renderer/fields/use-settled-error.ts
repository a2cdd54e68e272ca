import { useEffect, useRef, useState, type FocusEvent } from "react";

/**
 * How long an error waits after the officer has left the field, in milliseconds: until the check has answered, and until
 * a click that is under way has landed where it was aimed, because an error moves what stands below it.
 */
const settling = 400;

/**
 * Holds a new error back while the officer is still in the field; one that stood when they came stays until it is mended.
 */
export function useSettledError(error: string | undefined) {
  const [inside, setInside] = useState<{ wasWrong: boolean }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    error: inside && !inside.wasWrong ? undefined : error,
    onFocus: () => {
      clearTimeout(timer.current);
      setInside((before) => before ?? { wasWrong: error !== undefined });
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setInside(undefined), settling);
    },
  };
}
