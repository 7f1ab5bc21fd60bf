import { money } from '@evenkeel/core/money';
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { foldText } from '../fold-text.ts';
import { DateField } from '../form/date-field.tsx';
import { MoneyField, NumberField } from '../form/number-fields.tsx';
import { TextField } from '../form/text-field.tsx';
import { AccountMark, PersonMark } from '../marks/record-marks.tsx';
import type { Filter, FilterDefinition } from './filter.ts';
import styles from './filter-bar.module.css';

type FilterEditorProps<Row> = {
  readonly definition: FilterDefinition<Row>;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
};

/** The fields of one filter, by its kind; every change takes effect at once. */
export function FilterEditor<Row>({ definition, filter, onChange }: FilterEditorProps<Row>) {
  if (filter.kind === 'choice' && definition.kind === 'choice')
    return (
      <ChoiceEditor
        definition={definition}
        anyOf={filter.anyOf}
        onChange={(anyOf) => onChange({ ...filter, anyOf })}
      />
    );
  if (filter.kind === 'text')
    return (
      <TextField
        label={`${definition.label} contains`}
        value={filter.contains}
        autoFocus
        onChange={(contains) => onChange({ ...filter, contains })}
      />
    );
  if (filter.kind === 'number' && definition.kind === 'number')
    return <NumberRange filter={filter} definition={definition} onChange={onChange} />;
  if (filter.kind === 'date') return <DateRange filter={filter} onChange={onChange} />;
  return null;
}

type ChoiceEditorProps<Row> = {
  readonly definition: Extract<FilterDefinition<Row>, { kind: 'choice' }>;
  readonly anyOf: readonly string[];
  readonly onChange: (anyOf: readonly string[]) => void;
};

const searchFrom = 8;
const shownAtMost = 100;

function ChoiceEditor<Row>({ definition, anyOf, onChange }: ChoiceEditorProps<Row>) {
  const [query, setQuery] = useState('');
  const wanted = foldText(query);
  const matching = definition.choices.filter((choice) => foldText(choice.label).includes(wanted));
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['legend']}>{definition.label} is any of</legend>
      {definition.choices.length > searchFrom ? (
        <TextInput
          size="xs"
          data-autofocus
          aria-label={`Find in ${definition.label.toLowerCase()}`}
          placeholder="Find"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      ) : null}
      <div className={styles['choice-list']}>
        {matching.slice(0, shownAtMost).map((choice) => (
          <Checkbox
            key={choice.value}
            size="xs"
            label={<ChoiceLabel choice={choice} marks={definition.marks} />}
            checked={anyOf.includes(choice.value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...anyOf, choice.value]
                  : anyOf.filter((value) => value !== choice.value),
              )
            }
          />
        ))}
      </div>
      {matching.length > shownAtMost ? (
        <p className={styles['more']}>{matching.length - shownAtMost} more: type to find them</p>
      ) : null}
    </fieldset>
  );
}

type ChoiceLabelProps = {
  readonly choice: { readonly value: string; readonly label: string };
  readonly marks: 'person' | 'account' | undefined;
};

function ChoiceLabel({ choice, marks }: ChoiceLabelProps) {
  const record = { id: choice.value, name: choice.label };
  if (marks === 'person') return <PersonMark person={record} />;
  if (marks === 'account') return <AccountMark account={record} />;
  return choice.label;
}

type NumberRangeProps<Row> = {
  readonly filter: Extract<Filter, { kind: 'number' }>;
  readonly definition: Extract<FilterDefinition<Row>, { kind: 'number' }>;
  readonly onChange: (filter: Filter) => void;
};

function NumberRange<Row>({ filter, definition, onChange }: NumberRangeProps<Row>) {
  const set = (end: 'from' | 'to') => (value: number | null) =>
    onChange(withEnd(filter, end, value));
  const { currency, unit } = definition;
  if (currency) {
    const asMoney = (minor: number | undefined) =>
      minor === undefined ? null : money(minor, currency);
    return (
      <div className={styles['range']}>
        <MoneyField
          label="From"
          currency={currency}
          value={asMoney(filter.from)}
          onChange={(amount) => set('from')(amount?.minor ?? null)}
        />
        <MoneyField
          label="To"
          currency={currency}
          value={asMoney(filter.to)}
          onChange={(amount) => set('to')(amount?.minor ?? null)}
        />
      </div>
    );
  }
  const shared = unit ? { unit } : {};
  return (
    <div className={styles['range']}>
      <NumberField {...shared} label="From" value={filter.from ?? null} onChange={set('from')} />
      <NumberField {...shared} label="To" value={filter.to ?? null} onChange={set('to')} />
    </div>
  );
}

type DateRangeProps = {
  readonly filter: Extract<Filter, { kind: 'date' }>;
  readonly onChange: (filter: Filter) => void;
};

function DateRange({ filter, onChange }: DateRangeProps) {
  return (
    <div className={styles['range']}>
      <DateField
        label="From"
        value={filter.from ?? null}
        onChange={(value) => onChange(withEnd(filter, 'from', value))}
      />
      <DateField
        label="To"
        value={filter.to ?? null}
        onChange={(value) => onChange(withEnd(filter, 'to', value))}
      />
    </div>
  );
}

/** The range with one end set, or open there for null. */
function withEnd<Range extends Extract<Filter, { kind: 'number' | 'date' }>>(
  range: Range,
  end: 'from' | 'to',
  value: Range['from'] | null,
): Range {
  const { [end]: _dropped, ...rest } = range;
  // The same range, one end exchanged for one of its own type.
  return (value === null ? rest : { ...rest, [end]: value }) as Range;
}
