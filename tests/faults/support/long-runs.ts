/** How often something random is tried: few times with every change, and often with `npm run faults`. */
export function longRuns(usual: number, long: number): number {
  return process.env.BIDWRIGHT_KILLS === undefined ? usual : long;
}
