import type { ReactNode } from 'react';

/** What a column compares, searches and exports. */
export type CellValue = string | number | boolean | null | undefined;

/** One column of a list. */
export type Column<Row> = {
  readonly id: string;
  readonly label: string;
  /** The plain value: sorted by, searched in, exported. */
  readonly value: (row: Row) => CellValue;
  /** What is drawn; the value itself without it. */
  readonly cell?: (row: Row) => ReactNode;
  /** Pixels; 140 without. */
  readonly width?: number;
  /** Takes its part of the room that is left. */
  readonly grow?: boolean;
  /** Numbers stand at the end of their cell. */
  readonly align?: 'end';
  /** Not shown until somebody asks for it. */
  readonly hidden?: boolean;
  readonly sortable?: boolean;
  /** Sorted by something else than the value: a stage by its place in the pipeline. */
  readonly sortValue?: (row: Row) => string | number | null | undefined;
  /** Exported instead of the value: money in major units. */
  readonly exportValue?: (row: Row) => string | number;
  /** What stands under the column, over the rows in view. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
};

export type SortOrder = { readonly id: string; readonly descending: boolean };
