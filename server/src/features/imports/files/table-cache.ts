import type { Table } from '@evenkeel/core/imports/recognise';
import type { FileId } from './repository.ts';

/** Cells that are kept in memory in all; a file beyond it is cut into cells anew each time. */
const mostCells = 4_000_000;

const kept = new Map<FileId, Table>();

/**
 * A file cut into cells, if this process has it at hand. A file never changes under its id; whoever
 * asks has found the id in its own workspace first.
 */
export function keptTable(id: FileId): Table | undefined {
  const table = kept.get(id);
  if (table) {
    kept.delete(id);
    kept.set(id, table);
  }
  return table;
}

/** Keeps a file at hand, in place of those not used for longest. */
export function keepTable(id: FileId, table: Table): Table {
  kept.set(id, table);
  let cells = 0;
  for (const [other, { header, rows }] of [...kept].reverse()) {
    cells += header.length * (rows.length + 1);
    if (cells > mostCells) kept.delete(other);
  }
  return table;
}
