/** A Chromium to drive: `$CHROME`, else an installed one, else the one from npm, unpacked once. */
export function findBrowser(): Promise<{ executablePath: string; args: string[] }>;
