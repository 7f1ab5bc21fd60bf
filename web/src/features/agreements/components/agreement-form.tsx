import { type AgreementView, workingAgreements } from '@evenkeel/contract/working-agreements';
import { surpriseTopics } from '@evenkeel/core/agreements/agreement';
import type { ProjectId } from '@evenkeel/core/id';
import { ChoiceField, SwitchField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useAgreementWrite } from '../api.ts';
import { topicLabels, weekdays } from '../words.ts';
import styles from './agreement.module.css';
import { PartsField } from './parts-field.tsx';

type Content = AgreementView['content'];
type AgreementFormProps = {
  readonly projectId: ProjectId;
  readonly content: Content;
  readonly onClose: () => void;
};

/** Writes the draft of an agreement. Mount it while it is open. */
export function AgreementForm({ projectId, content, onClose }: AgreementFormProps) {
  const { mutateAsync } = useAgreementWrite(workingAgreements.save);
  const { everyDays, weekday, time, how } = content.cadence;
  const form = useRecordForm({
    initialValues: {
      ...content,
      everyDays: everyDays as number | null,
      weekday: weekday === null ? null : String(weekday),
      time: time ?? '',
      how,
      toleranceDays: content.toleranceDays as number | null,
      answerDaysOurs: content.answerDaysOurs as number | null,
      answerDaysTheirs: content.answerDaysTheirs as number | null,
    },
    onSubmit: async (values) => {
      await mutateAsync({ params: { projectId }, body: { content: contentOf(values) } });
      onClose();
    },
  });
  const { value: surprises, onChange: setSurprises } = form.field('surprises');
  return (
    <FormModal
      opened
      size={880}
      title="Working agreement"
      submitLabel="Save the draft"
      form={form}
      onClose={onClose}
    >
      <TextAreaField label="What the work is for" autoFocus {...form.field('purpose')} />
      <FieldRow>
        <TextField label="Overall responsibility, ours" {...form.field('responsibleOurs')} />
        <TextField label="Overall responsibility, theirs" {...form.field('responsibleTheirs')} />
      </FieldRow>
      <PartsField {...form.field('parts')} label="Who does what" />
      <FieldRow>
        <NumberField
          label="Contact at least every"
          unit="days"
          whole
          minimum={1}
          maximum={365}
          {...form.field('everyDays')}
        />
        <ChoiceField
          label="Weekday"
          placeholder="Any"
          choices={weekdays.map((name, index) => ({ value: String(index + 1), label: name }))}
          {...form.field('weekday')}
        />
        <TextField label="Time" placeholder="10:30" {...form.field('time')} />
      </FieldRow>
      <TextField label="How" {...form.field('how')} />
      <TextAreaField label="Channels" {...form.field('channels')} />
      <FieldRow>
        <NumberField
          label="We answer within"
          unit="working days"
          whole
          minimum={0}
          maximum={365}
          {...form.field('answerDaysOurs')}
        />
        <NumberField
          label="They answer within"
          unit="working days"
          whole
          minimum={0}
          maximum={365}
          {...form.field('answerDaysTheirs')}
        />
        <NumberField
          label="A delay is more than"
          unit="working days"
          whole
          minimum={0}
          maximum={365}
          {...form.field('toleranceDays')}
        />
      </FieldRow>
      <TextAreaField label="What else counts as a delay" {...form.field('delays')} />
      <fieldset className={styles['checks']}>
        <legend>What may happen without telling the client first</legend>
        {surpriseTopics.map((topic) => (
          <SwitchField
            key={topic}
            label={topicLabels[topic]}
            value={surprises.includes(topic)}
            onChange={(isOn) =>
              setSurprises(
                isOn ? [...surprises, topic] : surprises.filter((other) => other !== topic),
              )
            }
          />
        ))}
      </fieldset>
      <TextAreaField label="About surprises, in words" {...form.field('surpriseNote')} />
    </FormModal>
  );
}

type Values = Omit<Content, 'cadence' | 'toleranceDays' | 'answerDaysOurs' | 'answerDaysTheirs'> & {
  readonly everyDays: number | null;
  readonly weekday: string | null;
  readonly time: string;
  readonly how: string;
  readonly toleranceDays: number | null;
  readonly answerDaysOurs: number | null;
  readonly answerDaysTheirs: number | null;
};

function contentOf(values: Values): Content {
  const { everyDays, weekday, time, how, ...rest } = values;
  return {
    purpose: rest.purpose,
    responsibleOurs: rest.responsibleOurs,
    responsibleTheirs: rest.responsibleTheirs,
    parts: rest.parts,
    channels: rest.channels,
    delays: rest.delays,
    surprises: rest.surprises,
    surpriseNote: rest.surpriseNote,
    toleranceDays: rest.toleranceDays ?? 0,
    answerDaysOurs: rest.answerDaysOurs ?? 0,
    answerDaysTheirs: rest.answerDaysTheirs ?? 0,
    cadence: {
      everyDays: everyDays ?? 7,
      weekday: weekday === null ? null : Number(weekday),
      time: time.trim() === '' ? null : time.trim(),
      how,
    },
  };
}
