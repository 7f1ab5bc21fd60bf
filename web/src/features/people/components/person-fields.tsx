import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import type { PersonView, people } from '@evenkeel/contract/people';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { kindChoices } from '../model.ts';
import { PersonPicker } from './person-picker.tsx';
import { PlaceFields } from './place-fields.tsx';

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
      <PlaceFields person={person} disabled={disabled} save={save} />
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
