/** The one channel between the window and the process behind it. */
export const channel = "bidwright";
