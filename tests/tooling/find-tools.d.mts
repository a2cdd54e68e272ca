export function findBrowser(): string | undefined;
export function sandboxFlags(): string[];
export function gatherTools(hurry?: boolean): string[];
