import type { AccountView } from '@evenkeel/contract/accounts';
import { lifecycleLabels, lifecycles } from '@evenkeel/core/contacts/lifecycle';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { CarePanel } from '../../contacts/components/care-panel.tsx';
import type { AccountPartProps } from '../model.ts';

const lifecycleChoices = lifecycles.map((value) => ({ value, label: lifecycleLabels[value] }));

/** How an account wants to be dealt with: how often, by what, in which language. */
export function AccountCare({ account, mayWrite, save }: AccountPartProps) {
  const disabled = !mayWrite;
  return (
    <>
      <LifecycleField account={account} disabled={disabled} save={save} />
      <Autosave
        name="contactCadenceDays"
        value={account.contactCadenceDays}
        save={(contactCadenceDays) => save({ contactCadenceDays })}
      >
        {(field) => (
          <NumberField
            label="In contact every"
            whole
            minimum={1}
            maximum={730}
            unit="days"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="nextContactOn"
        value={account.nextContactOn}
        save={(nextContactOn) => save({ nextContactOn })}
        on="change"
      >
        {(field) => (
          <DateField
            label="Next contact on"
            description="A day of its own goes before the rhythm."
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <CarePanel of={account} disabled={disabled} save={save} />
      <Autosave
        name="interpreterNote"
        value={account.interpreterNote}
        save={(interpreterNote) => save({ interpreterNote })}
      >
        {(field) => (
          <TextField
            label="Interpreter"
            placeholder="When one is needed"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

/** What somebody decided; without, the work says it. */
function LifecycleField({
  account,
  disabled,
  save,
}: {
  readonly account: AccountView;
  readonly disabled: boolean;
  readonly save: AccountPartProps['save'];
}) {
  return (
    <Autosave
      name="lifecycle"
      value={account.decidedLifecycle}
      save={(lifecycle) => save({ lifecycle })}
      on="change"
    >
      {(field) => (
        <ChoiceField
          label="Stands as"
          choices={lifecycleChoices}
          placeholder={`${lifecycleLabels[account.lifecycle]}, by the work`}
          disabled={disabled}
          {...field}
        />
      )}
    </Autosave>
  );
}
