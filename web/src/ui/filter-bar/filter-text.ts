import { money } from '@evenkeel/core/money';
import { formatDate } from '../format/date.ts';
import { formatMoney } from '../format/money.ts';
import { formatNumber } from '../format/number.ts';
import type { Filter, FilterDefinition } from './filter.ts';

/** The chip's words: `Stage is Won or Lost`, `Owner is any of 3`, `Value from €10,000`. */
export function filterText<Row>(filter: Filter, definition: FilterDefinition<Row>): string {
  return `${definition.label} ${conditionText(filter, definition)}`;
}

function conditionText<Row>(filter: Filter, definition: FilterDefinition<Row>): string {
  switch (filter.kind) {
    case 'choice':
      return choiceText(filter.anyOf, definition);
    case 'text':
      return filter.contains ? `contains “${filter.contains}”` : 'is anything';
    case 'number':
      return rangeText(filter, (value) => numberText(value, definition));
    case 'date':
      return rangeText(filter, formatDate);
  }
}

function choiceText<Row>(anyOf: readonly string[], definition: FilterDefinition<Row>): string {
  if (anyOf.length === 0) return 'is anything';
  if (anyOf.length > 2 || definition.kind !== 'choice') return `is any of ${anyOf.length}`;
  const labels = anyOf.map(
    (value) => definition.choices.find((choice) => choice.value === value)?.label ?? 'unknown',
  );
  return `is ${labels.join(' or ')}`;
}

function rangeText<Value>(
  range: { readonly from?: Value; readonly to?: Value },
  show: (value: Value) => string,
): string {
  if (range.from !== undefined && range.to !== undefined)
    return `${show(range.from)} to ${show(range.to)}`;
  if (range.from !== undefined) return `from ${show(range.from)}`;
  return range.to === undefined ? 'is anything' : `up to ${show(range.to)}`;
}

function numberText<Row>(value: number, definition: FilterDefinition<Row>): string {
  if (definition.kind !== 'number') return formatNumber(value);
  if (definition.currency) return formatMoney(money(value, definition.currency));
  return definition.unit ? `${formatNumber(value)} ${definition.unit}` : formatNumber(value);
}
