import { useState, type FocusEvent } from "react";

/**
 * Holds a new error back while the officer is still in the field; one that stood when they came stays until it is mended.
 */
export function useSettledError(error: string | undefined) {
  const [inside, setInside] = useState<{ wasWrong: boolean }>();
  return {
    error: inside && !inside.wasWrong ? undefined : error,
    onFocus: () => setInside((before) => before ?? { wasWrong: error !== undefined }),
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setInside(undefined);
    },
  };
}
