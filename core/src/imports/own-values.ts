import {
  type CustomField,
  type CustomFieldType,
  type CustomValue,
  customValueFault,
  customValueInWords,
} from '../custom-field.ts';
import { type ColumnManner, customValueFromText } from '../custom-field-text.ts';
import { minorDigits } from './amount.ts';

/** What a cell of each type must be. Text is never wrong. */
export const ownFaultWords: Readonly<Record<CustomFieldType, string>> = {
  text: 'This is no text.',
  number: 'This is not a number.',
  money: 'This is not an amount that fits.',
  date: 'This is not a date in the chosen order.',
  choice: 'This is none of the choices of the field.',
  choices: 'One of these is none of the choices of the field.',
  boolean: 'This is neither yes nor no.',
  person: 'Nobody here has this name.',
};

/**
 * The value of a firm's own field that a cell of any import holds; null when it holds none that the
 * field takes. A person is whatever `manner.people` has under the name: an id, or a handle until
 * somebody new is written.
 */
export function ownValueFrom(
  field: CustomField,
  text: string,
  manner: ColumnManner,
): CustomValue | null {
  const value = customValueFromText(field, text, manner);
  const isRight =
    value !== null && (field.type === 'person' || customValueFault(field, value) === null);
  return isRight ? value : null;
}

/** Whether two values say the same; several choices do in whatever order they stand. */
export function isSameOwnValue(before: CustomValue | undefined, after: CustomValue): boolean {
  if (typeof before !== 'object' || typeof after !== 'object') return before === after;
  return before.length === after.length && after.every((id) => before.includes(id));
}

/**
 * A value as people read it: money with its decimals and currency.
 * @example ownValueWords({ type: 'money', choices: [] }, 125_000, { currency: 'EUR', … }) // '1250.00 EUR'
 */
export function ownValueWords(
  field: CustomField,
  value: CustomValue,
  names: { readonly currency: string; readonly personName: (id: string) => string },
): string {
  if (field.type !== 'money') return customValueInWords(field, value, names.personName);
  const digits = minorDigits(names.currency);
  return `${(Number(value) / 10 ** digits).toFixed(digits)} ${names.currency}`;
}
