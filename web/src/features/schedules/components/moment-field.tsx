import { useState } from 'react';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { readerToday } from '../../../ui/format/date.ts';
import { type ChosenMoment, choiceOf, momentChosen } from '../moments.ts';
import styles from './schedules.module.css';

type MomentFieldProps = {
  readonly label: string;
  readonly value: ChosenMoment;
  readonly onChange: (moment: ChosenMoment) => void;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

/** A moment: one that has a name, or a day. */
export function MomentField({ label, value, onChange, choices }: MomentFieldProps) {
  // A day is looked for only once it is whole; until then the field keeps what is typed.
  const [day, setDay] = useState(value.kind === 'day' ? value.day : null);
  return (
    <div className={styles['moment']}>
      <ChoiceField
        label={label}
        value={choiceOf(value)}
        onChange={(next) => (next === null ? undefined : onChange(momentChosen(next)))}
        choices={[...choices, { value: 'day', label: 'A day …' }]}
      />
      {value.kind === 'day' ? (
        <DateField
          label={`${label} the end of`}
          latest={readerToday()}
          value={day}
          onChange={(next) => {
            setDay(next);
            onChange({ kind: 'day', day: next });
          }}
        />
      ) : null}
    </div>
  );
}
