import type { KpiDirection } from './kpi.ts';

/**
 * Whether an actual is better than the one before (ST-11). To stay is no win.
 * @example hasMovedWell('down', 9, 7) // true
 */
export function hasMovedWell(direction: KpiDirection, before: number, after: number): boolean {
  return direction === 'up' ? after > before : after < before;
}
