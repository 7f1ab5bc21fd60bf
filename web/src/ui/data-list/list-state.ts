import { type Filter, isFilterList } from '../filter-bar/filter.ts';
import type { SortOrder } from './column.ts';

export const densities = ['compact', 'normal', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** How a list is looked at; plain JSON, so that it fits into an address or a saved view. */
export type ListState = {
  readonly search: string;
  readonly filters: readonly Filter[];
  readonly sort: readonly SortOrder[];
  /** Columns shown or hidden against their default. */
  readonly columns: Readonly<Record<string, boolean>>;
  readonly density: Density;
};

export const plainListState: ListState = {
  search: '',
  filters: [],
  sort: [],
  columns: {},
  density: 'normal',
};

/** Whether a value from outside (an address) is a list state. */
export function isListState(value: unknown): value is ListState {
  if (typeof value !== 'object' || value === null) return false;
  // An object read field by field, each checked.
  const fields = value as Record<string, unknown>;
  return (
    typeof fields['search'] === 'string' &&
    isFilterList(fields['filters']) &&
    Array.isArray(fields['sort']) &&
    fields['sort'].every(isSortOrder) &&
    typeof fields['columns'] === 'object' &&
    fields['columns'] !== null &&
    densities.some((density) => density === fields['density'])
  );
}

function isSortOrder(value: unknown): value is SortOrder {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'id' in value &&
    typeof value.id === 'string' &&
    'descending' in value &&
    typeof value.descending === 'boolean'
  );
}
