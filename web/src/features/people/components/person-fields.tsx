import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import type { PersonView, people } from '@evenkeel/contract/people';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { kindChoices } from '../model.ts';
import { PersonPicker } from './person-picker.tsx';
import { RolePicker } from './role-picker.tsx';
import { TeamPicker } from './team-picker.tsx';
import { WeekField } from './week-field.tsx';

export type PersonChange = BodyInputOf<typeof people.update>;

type PersonFieldsProps = {
  readonly person: PersonView;
  readonly mayManage: boolean;
  readonly save: (change: PersonChange) => Promise<void>;
};

/** What is set on a person; each field saves itself. */
export function PersonFields({ person, mayManage, save }: PersonFieldsProps) {
  const disabled = !mayManage;
  return (
    <>
      <Autosave
        name="roleId"
        value={person.role?.id ?? null}
        save={(roleId) => save({ roleId })}
        on="change"
      >
        {(field) => <RolePicker label="Role" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="teamId"
        value={person.team?.id ?? null}
        save={(teamId) => save({ teamId })}
        on="change"
      >
        {(field) => <TeamPicker label="Team" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="managerId"
        value={person.manager}
        save={(manager) => save({ managerId: manager?.id ?? null })}
        on="change"
      >
        {(field) => <PersonPicker label="Manager" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave name="kind" value={person.kind} save={(kind) => save({ kind })} on="change">
        {({ onChange, ...field }) => (
          <ChoiceField
            label="Kind"
            required
            choices={kindChoices}
            disabled={disabled}
            {...field}
            onChange={(kind) => kind && onChange(kind)}
          />
        )}
      </Autosave>
      <Autosave
        name="weeklyMinutes"
        value={person.weeklyMinutes}
        save={(weeklyMinutes) => save({ weeklyMinutes })}
      >
        {({ onChange, ...field }) => (
          <EffortField
            label="Hours a week"
            disabled={disabled}
            {...field}
            onChange={(minutes) => minutes !== null && onChange(minutes)}
          />
        )}
      </Autosave>
      <WeekField person={person} disabled={disabled} save={save} />
      <Autosave name="joinedOn" value={person.joinedOn} save={(joinedOn) => save({ joinedOn })}>
        {({ onChange, ...field }) => (
          <DateField
            label="Joined"
            required
            disabled={disabled}
            {...field}
            onChange={(day) => day && onChange(day)}
          />
        )}
      </Autosave>
      <Autosave name="leftOn" value={person.leftOn} save={(leftOn) => save({ leftOn })}>
        {(field) => (
          <DateField
            label="Left"
            description="The last day. What was done stays on record."
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="email"
        value={person.email ?? ''}
        save={(email) => save({ email: email.trim() || null })}
      >
        {(field) => <TextField label="E-mail" type="email" disabled={disabled} {...field} />}
      </Autosave>
    </>
  );
}
