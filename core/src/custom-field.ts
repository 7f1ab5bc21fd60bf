import { isRecordDate } from './calendar-date.ts';
import { isId } from './id.ts';
import { largestMinor } from './money.ts';
import type { SubjectKind } from './subject.ts';

/** What a field of a firm's own can hold. Money is in minor units of the workspace's currency. */
export const customFieldTypes = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'boolean',
  'person',
] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/** The kinds of record that can have fields of a firm's own. */
export const customFieldKinds = [
  'account',
  'contact',
  'lead',
  'deal',
  'goal',
  'client-project',
  'initiative',
  'task',
] as const satisfies readonly SubjectKind[];
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** A choice keeps its id when it gets another name. */
export type CustomChoice = { readonly id: string; readonly name: string };

export type CustomField = {
  readonly type: CustomFieldType;
  /** For `choice` and `choices`; empty for all others. */
  readonly choices: readonly CustomChoice[];
};

/** A value as it is kept: several choices as their ids, a person by id, a day as `YYYY-MM-DD`. */
export type CustomValue = string | number | boolean | readonly string[];

/** Longest text in characters that a field of the firm's own takes. */
export const longestCustomText = 2_000;

/** What is wrong with a value for a field, in words that go on after its name; null when nothing is. */
export function customValueFault(field: CustomField, value: CustomValue): string | null {
  const { isRight, otherwise } = rules[field.type];
  return isRight(value, field) ? null : otherwise;
}

type Rule = {
  readonly isRight: (value: CustomValue, field: CustomField) => boolean;
  readonly otherwise: string;
};

const rules: Record<CustomFieldType, Rule> = {
  text: {
    isRight: (value) => typeof value === 'string' && value.length <= longestCustomText,
    otherwise: `must be a text of at most ${longestCustomText} characters`,
  },
  number: {
    isRight: (value) => typeof value === 'number' && Number.isFinite(value),
    otherwise: 'must be a number',
  },
  money: {
    isRight: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= largestMinor,
    otherwise: 'must be an amount in whole minor units',
  },
  date: {
    isRight: (value) => typeof value === 'string' && isRecordDate(value),
    otherwise: 'must be a day written YYYY-MM-DD',
  },
  boolean: {
    isRight: (value) => typeof value === 'boolean',
    otherwise: 'must be true or false',
  },
  person: {
    isRight: (value) => typeof value === 'string' && isId(value),
    otherwise: 'must be the id of a person',
  },
  choice: {
    isRight: (value, field) => typeof value === 'string' && hasChoice(field, value),
    otherwise: 'must be one of its choices',
  },
  choices: {
    isRight: (value, field) =>
      typeof value === 'object' &&
      value.every((id) => hasChoice(field, id)) &&
      new Set(value).size === value.length,
    otherwise: 'must be some of its choices, each once',
  },
};

/** A value in words, as a history keeps it. `personName` names the person of a person's id. */
export function customValueInWords(
  field: CustomField,
  value: CustomValue,
  personName: (id: string) => string,
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const nameOf = (id: string) => field.choices.find((choice) => choice.id === id)?.name ?? id;
  if (field.type === 'choice') return nameOf(String(value));
  if (typeof value === 'object') return value.map(nameOf).join(', ');
  return field.type === 'person' ? personName(String(value)) : String(value);
}

/** What stands for no value: nothing chosen, nothing written. */
export function isEmptyCustomValue(value: CustomValue | null): boolean {
  return value === null || value === '' || (typeof value === 'object' && value.length === 0);
}

function hasChoice(field: CustomField, id: unknown): boolean {
  return field.choices.some((choice) => choice.id === id);
}
