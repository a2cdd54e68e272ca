export function desktopRuntime(root: string, may?: { fetch: boolean }): { runtime?: string; because?: string };
