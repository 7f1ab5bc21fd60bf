import type { Scope } from '../../../platform/db/scope.ts';
import type { ReportRecord } from '../repository.ts';

/** Tells the client that a report is there, and keeps the dates it tells as promises (B08). */
export async function tellClients(_scope: Scope, _report: ReportRecord): Promise<void> {}
