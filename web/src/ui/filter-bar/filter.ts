import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Choice } from '../form/choice-fields.tsx';

/** What one chip of the bar says; plain JSON, so that a page can keep it in its address. */
export type Filter =
  | { readonly id: string; readonly kind: 'choice'; readonly anyOf: readonly string[] }
  | { readonly id: string; readonly kind: 'text'; readonly contains: string }
  | { readonly id: string; readonly kind: 'number'; readonly from?: number; readonly to?: number }
  | {
      readonly id: string;
      readonly kind: 'date';
      readonly from?: CalendarDate;
      readonly to?: CalendarDate;
    };

type Named = { readonly id: string; readonly label: string };

/** A column that can be filtered: how it is called, what is chosen from and what a row has. */
export type FilterDefinition<Row> =
  | (Named & {
      readonly kind: 'choice';
      readonly choices: readonly Choice[];
      /** The id of the row's value; several where it may have several. */
      readonly value: (row: Row) => string | readonly string[] | null | undefined;
      /** Shows a person's disc before each name. */
      readonly marks?: 'person' | 'account';
    })
  | (Named & {
      readonly kind: 'text';
      readonly value: (row: Row) => string | null | undefined;
    })
  | (Named & {
      readonly kind: 'number';
      /** With a currency the range is written as money and kept in minor units. */
      readonly currency?: string;
      readonly unit?: string;
      readonly value: (row: Row) => number | null | undefined;
    })
  | (Named & {
      readonly kind: 'date';
      readonly value: (row: Row) => CalendarDate | null | undefined;
    });

/** The filter a definition starts with: nothing chosen, so nothing left out. */
export function emptyFilter<Row>(definition: FilterDefinition<Row>): Filter {
  switch (definition.kind) {
    case 'choice':
      return { id: definition.id, kind: 'choice', anyOf: [] };
    case 'text':
      return { id: definition.id, kind: 'text', contains: '' };
    case 'number':
      return { id: definition.id, kind: 'number' };
    case 'date':
      return { id: definition.id, kind: 'date' };
  }
}

/** Whether a value from outside (an address) is a list of filters. */
export function isFilterList(value: unknown): value is readonly Filter[] {
  return Array.isArray(value) && value.every(isFilter);
}

function isFilter(value: unknown): value is Filter {
  if (typeof value !== 'object' || value === null) return false;
  // An object read field by field, each checked.
  const fields = value as Record<string, unknown>;
  if (typeof fields['id'] !== 'string') return false;
  switch (fields['kind']) {
    case 'choice':
      return (
        Array.isArray(fields['anyOf']) && fields['anyOf'].every((item) => typeof item === 'string')
      );
    case 'text':
      return typeof fields['contains'] === 'string';
    case 'number':
      return isOptional(fields['from'], 'number') && isOptional(fields['to'], 'number');
    case 'date':
      return isOptional(fields['from'], 'string') && isOptional(fields['to'], 'string');
    default:
      return false;
  }
}

function isOptional(value: unknown, type: 'number' | 'string'): boolean {
  return value === undefined || typeof value === type;
}
