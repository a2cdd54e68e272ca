/** What an entry was about, without what was done with it: a tag or a button says that already. */
export function aboutWords(about: string): string {
  return about.replace(/^(Took back|Brought back): /, "");
}
