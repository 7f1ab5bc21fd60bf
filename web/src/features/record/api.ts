import type { CustomFieldView } from '@evenkeel/contract/custom-fields';
import type { TagView } from '@evenkeel/contract/tags';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { CustomFieldKind, CustomValue } from '@evenkeel/core/custom-field';
import { money } from '@evenkeel/core/money';
import { createElement, useMemo } from 'react';
import { useSession } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../ui/format/money.ts';
import { DateText, MoneyText } from '../../ui/marks/values.tsx';
import { type CustomValues, useCustomFields, useCustomValues } from '../custom-fields/api.ts';
import { usePeople } from '../people/api.ts';
import { useTaggings, useTags } from '../tags/api.ts';
import { TagMarks } from '../tags/components/tag-link.tsx';

type Identified = { readonly id: string };

/** What every list of records shows beside its own: tags and the firm's own fields. */
export type ListExtras<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly FilterDefinition<Row>[];
};

type FieldContext = {
  readonly currency: string;
  readonly values: ReadonlyMap<string, CustomValues>;
  readonly people: ReadonlyMap<string, string>;
};

/** Columns and filters for the tags and custom fields of a kind of record; append them to its own. */
export function useListExtras<Row extends Identified>(kind: CustomFieldKind): ListExtras<Row> {
  const { currency } = useSession().workspace;
  const tags = useTags();
  const taggings = useTaggings(kind);
  const fields = useCustomFields(kind);
  const values = useCustomValues(kind, fields.length > 0);
  const { rows: found } = usePeople();
  return useMemo(() => {
    const people = new Map<string, string>(found.map(({ id, name }) => [id, name]));
    const context = { currency, values, people };
    return {
      columns: [
        ...tagColumn<Row>(tags, taggings),
        ...fields.map((field) => fieldColumn<Row>(field, context)),
      ],
      filters: [
        ...tagFilter<Row>(tags, taggings),
        ...fields.map((field) => fieldFilter<Row>(field, context)),
      ],
    };
  }, [tags, taggings, fields, values, found, currency]);
}

type Taggings = ReadonlyMap<string, readonly string[]>;

function tagColumn<Row extends Identified>(
  tags: readonly TagView[],
  taggings: Taggings,
): Column<Row>[] {
  if (tags.length === 0) return [];
  const byId = new Map<string, TagView>(tags.map((tag) => [tag.id, tag]));
  const tagsOf = (row: Row) => taggings.get(row.id)?.flatMap((id) => byId.get(id) ?? []) ?? [];
  return [
    {
      id: 'tags',
      label: 'Tags',
      width: 180,
      value: (row) =>
        tagsOf(row)
          .map(({ name }) => name)
          .join(', ') || null,
      cell: (row) => createElement(TagMarks, { tags: tagsOf(row) }),
    },
  ];
}

function tagFilter<Row extends Identified>(
  tags: readonly TagView[],
  taggings: Taggings,
): FilterDefinition<Row>[] {
  if (tags.length === 0) return [];
  return [
    {
      id: 'tags',
      label: 'Tag',
      kind: 'choice',
      choices: tags.map(({ id, name }) => ({ value: id, label: name })),
      value: (row) => taggings.get(row.id),
    },
  ];
}

function fieldColumn<Row extends Identified>(
  field: CustomFieldView,
  { currency, values, people }: FieldContext,
): Column<Row> {
  const heldBy = (row: Row) => values.get(row.id)?.[field.id];
  const nameOf = (id: string) => field.choices.find((choice) => choice.id === id)?.name ?? id;
  const shared = { id: field.id, label: field.name, width: 150, hidden: true };
  switch (field.type) {
    case 'number':
      return { ...shared, align: 'end', value: (row) => asNumber(heldBy(row)) };
    case 'money': {
      const amountOf = (row: Row) => {
        const minor = asNumber(heldBy(row));
        return minor === undefined ? undefined : money(minor, currency);
      };
      return {
        ...shared,
        align: 'end',
        value: (row) => asNumber(heldBy(row)),
        cell: (row) => createElement(MoneyText, { amount: amountOf(row) }),
        exportValue: (row) => {
          const amount = amountOf(row);
          return amount ? majorUnits(amount) : '';
        },
      };
    }
    case 'date':
      return {
        ...shared,
        value: (row) => asText(heldBy(row)),
        cell: (row) => createElement(DateText, { date: asDay(heldBy(row)) }),
      };
    case 'boolean':
      return { ...shared, value: (row) => yesOrNo(heldBy(row)) };
    case 'person':
      return { ...shared, value: (row) => people.get(asText(heldBy(row)) ?? '') };
    case 'text':
      return { ...shared, value: (row) => asText(heldBy(row)) };
    case 'choice':
    case 'choices':
      return { ...shared, value: (row) => idsOf(heldBy(row)).map(nameOf).join(', ') || null };
  }
}

function fieldFilter<Row extends Identified>(
  field: CustomFieldView,
  { currency, values, people }: FieldContext,
): FilterDefinition<Row> {
  const shared = { id: field.id, label: field.name };
  const heldBy = (row: Row) => values.get(row.id)?.[field.id];
  switch (field.type) {
    case 'number':
      return { ...shared, kind: 'number', value: (row) => asNumber(heldBy(row)) };
    case 'money':
      return { ...shared, kind: 'number', currency, value: (row) => asNumber(heldBy(row)) };
    case 'date':
      return { ...shared, kind: 'date', value: (row) => asDay(heldBy(row)) };
    case 'text':
      return { ...shared, kind: 'text', value: (row) => asText(heldBy(row)) };
    case 'boolean':
      return {
        ...shared,
        kind: 'choice',
        choices: ['Yes', 'No'].map((label) => ({ value: label, label })),
        value: (row) => yesOrNo(heldBy(row)),
      };
    case 'person':
      return {
        ...shared,
        kind: 'choice',
        marks: 'person',
        choices: [...people].map(([value, label]) => ({ value, label })),
        value: (row) => asText(heldBy(row)),
      };
    case 'choice':
    case 'choices':
      return {
        ...shared,
        kind: 'choice',
        choices: field.choices.map(({ id, name }) => ({ value: id, label: name })),
        value: (row) => idsOf(heldBy(row)),
      };
  }
}

type Maybe = CustomValue | undefined;

function asNumber(value: Maybe): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function asText(value: Maybe): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asDay(value: Maybe): CalendarDate | undefined {
  // Kept only after the server had checked that it is a day.
  return typeof value === 'string' ? (value as CalendarDate) : undefined;
}

function yesOrNo(value: Maybe): string | undefined {
  if (typeof value !== 'boolean') return undefined;
  return value ? 'Yes' : 'No';
}

function idsOf(value: Maybe): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}
