import { useMemo } from 'react';
import { Entrance } from '../../../ui/entrance/entrance.tsx';
import { EntranceForm } from '../../../ui/entrance/entrance-form.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { PercentField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { currencyChoices, timeZoneChoices } from '../model.ts';

export type FirmValues = {
  name: string;
  currency: string | null;
  timeZone: string | null;
  strategicShareTarget: number | null;
};

type FirmStepProps = { readonly firm: FirmValues; readonly onNext: (firm: FirmValues) => void };

const needed = (value: unknown) => (value === null || value === '' ? 'This is needed.' : null);

/** What the firm is called, counts in, and wants to keep for its own initiatives. */
export function FirmStep({ firm, onNext }: FirmStepProps) {
  const currencies = useMemo(currencyChoices, []);
  const zones = useMemo(() => timeZoneChoices(firm.timeZone ?? 'UTC'), [firm.timeZone]);
  const form = useRecordForm<FirmValues>({
    initialValues: firm,
    validate: {
      name: (name) => (name.trim() === '' ? 'Your firm needs a name.' : null),
      currency: needed,
      timeZone: needed,
      strategicShareTarget: (share) =>
        share === null || share < 0 || share > 10_000 ? 'Write a share from 0 to 100 %.' : null,
    },
    onSubmit: async (values) => onNext(values),
  });
  return (
    <Entrance
      wide
      step="Step 1 of 2"
      title="Your firm"
      lead="A workspace holds one firm’s strategy, sales and delivery, closed to everybody else."
      below={<AppLink href="/sign-in">I have a login already</AppLink>}
    >
      <EntranceForm form={form} submitLabel="Continue">
        <TextField
          label="Name of the firm"
          autoComplete="organization"
          autoFocus
          {...form.field('name')}
        />
        <FieldRow>
          <ChoiceField
            label="Currency"
            description="Stays as it is afterwards."
            required
            choices={currencies}
            {...form.field('currency')}
          />
          <ChoiceField
            label="Time zone"
            description="Says when a day begins."
            required
            choices={zones}
            {...form.field('timeZone')}
          />
        </FieldRow>
        <PercentField
          label="Strategic share"
          description="The part of your hours meant for your own initiatives rather than client projects. Balance measures against it; 20 % is a usual start."
          {...form.field('strategicShareTarget')}
        />
      </EntranceForm>
    </Entrance>
  );
}
