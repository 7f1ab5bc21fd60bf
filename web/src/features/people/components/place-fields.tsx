import type { PersonView } from '@evenkeel/contract/people';
import { useMemo } from 'react';
import { useSession } from '../../../lib/session.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { useCalendars } from '../../schedules/api.ts';
import type { PersonChange } from './person-fields.tsx';

type PlaceFieldsProps = {
  readonly person: PersonView;
  readonly disabled: boolean;
  readonly save: (change: PersonChange) => Promise<void>;
};

/** Where somebody works: whose holidays hold, and on which clock. */
export function PlaceFields({ person, disabled, save }: PlaceFieldsProps) {
  const { timeZone } = useSession().workspace;
  const calendars = useCalendars().data?.rows ?? [];
  const firm = calendars.find(({ isDefault }) => isDefault);
  const others = calendars
    .filter(({ isDefault }) => !isDefault)
    .map(({ id, name }) => ({ value: id, label: name }));
  const zones = useMemo(
    () => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
    [],
  );
  return (
    <>
      <Autosave
        name="calendarId"
        value={person.calendar?.id ?? null}
        save={(calendarId) => save({ calendarId })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Holidays"
            description="Of the calendar that the person works by."
            placeholder={firm?.name ?? 'The firm’s'}
            choices={others}
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="timeZone"
        value={person.timeZone}
        save={(zone) => save({ timeZone: zone })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Time zone"
            placeholder={timeZone}
            choices={zones}
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}
