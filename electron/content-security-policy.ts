const locked = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'none'",
  "object-src": "'none'",
  "frame-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
};

const written = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, allowed]) => `${directive} ${allowed}`)
    .join("; ");

/** For the desktop window: nothing but the app's own files, and no connection of any kind. */
export const desktopPolicy = written(locked);

/** For the browser: the page has to reach the server it came from. */
export const loopbackPolicy = written({ ...locked, "connect-src": "'self'" });
