/** The same server and account, another database. */
export function databaseOn(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The database with the sample firm beside the empty one of a run. */
export function sampleTemplateOf(template: string): string {
  return `${template}_sample`;
}
