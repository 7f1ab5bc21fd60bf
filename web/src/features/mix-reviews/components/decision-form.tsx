import { type MixDecisionView, mixReviews } from '@evenkeel/contract/mix';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { SwitchField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useMixWrite } from '../api.ts';

type Values = {
  decision: string;
  owner: PickedPerson | null;
  dueOn: CalendarDate | null;
  outcome: string;
  isClosed: boolean;
};

type DecisionFormProps = { readonly decision: MixDecisionView; readonly onClose: () => void };

/** A decision of a review: who sees to it by when, and what came of it. Mount it while it is open. */
export function DecisionForm({ decision, onClose }: DecisionFormProps) {
  const { mutateAsync } = useMixWrite(mixReviews.changeDecision);
  const form = useRecordForm<Values>({
    initialValues: {
      decision: decision.decision,
      owner: decision.owner,
      dueOn: decision.dueOn,
      outcome: decision.outcome,
      isClosed: decision.isClosed,
    },
    validate: { decision: (text) => (text.trim() === '' ? 'Say what is decided.' : null) },
    onSubmit: async ({ owner, ...rest }) => {
      await mutateAsync({
        params: { id: decision.id },
        version: decision.version,
        body: { ...rest, ownerId: owner?.id ?? null },
      });
      onClose();
    },
  });
  return (
    <FormModal opened title="Decision" form={form} submitLabel="Save" onClose={onClose}>
      <TextAreaField label="Decision" required autoFocus {...form.field('decision')} />
      <FieldRow>
        <PersonPicker label="Owner" {...form.field('owner')} />
        <DateField label="By" {...form.field('dueOn')} />
      </FieldRow>
      <TextAreaField label="What came of it" {...form.field('outcome')} />
      <SwitchField label="Closed" {...form.field('isClosed')} />
    </FormModal>
  );
}
