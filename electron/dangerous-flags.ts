/** Switches that would open the app to others or take its walls down. No build setting turns them off, so we do. */
const dangerous = [
  "inspect",
  "inspect-brk",
  "inspect-wait",
  "inspect-port",
  "remote-debugging-port",
  "remote-debugging-pipe",
  "remote-debugging-address",
  "remote-allow-origins",
  "js-flags",
  "load-extension",
  "disable-extensions-except",
  "no-sandbox",
  "disable-web-security",
  "disable-site-isolation-trials",
  "disable-features",
  "ignore-certificate-errors",
  "allow-file-access-from-files",
  "host-rules",
  "host-resolver-rules",
  "proxy-server",
  "user-data-dir",
  "renderer-cmd-prefix",
  "gpu-launcher",
  "utility-cmd-prefix",
];

const wanted = new RegExp(`^--(?:${dangerous.join("|")})(?:=|$)`, "i");

/** The first switch on a command line that Bidwright does not start with. */
export function dangerousFlag(parts: readonly string[]): string | undefined {
  return parts.find((part) => wanted.test(part.replace(/^\/(?!\/)/, "--")))?.split("=", 1)[0];
}
