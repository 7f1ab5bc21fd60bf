import { type DecisionView, decisions } from '@evenkeel/contract/decisions';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { CheckField, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { useDecisionWrite } from '../api.ts';

type DecisionFormProps = {
  readonly projectId: ProjectId;
  /** The one that is changed; a new one without it. */
  readonly decision?: DecisionView;
  readonly onClose: () => void;
};

type Values = {
  title: string;
  rationale: string;
  /** One option a line; what comes after a colon is its note. */
  options: string;
  chosen: string | null;
  decidedOn: CalendarDate | null;
  decidedBy: string;
  isShown: boolean;
};

/** A decision with its options. Mount it while it is open. */
export function DecisionForm({ projectId, decision, onClose }: DecisionFormProps) {
  const create = useDecisionWrite(decisions.create);
  const update = useDecisionWrite(decisions.update);
  const open = useOpen();
  const form = useRecordForm<Values>({
    initialValues: valuesOf(decision),
    validate: { title: (text) => (text.trim() === '' ? 'Say what was decided.' : null) },
    onSubmit: async (values) => {
      const body = bodyOf(values);
      if (decision) {
        await update.mutateAsync({ params: { id: decision.id }, version: decision.version, body });
      } else {
        const { id } = await create.mutateAsync({ body: { ...body, projectId } });
        open(`/decisions/${id}`);
      }
      onClose();
    },
  });
  const names = optionsIn(form.form.values.options).map(({ name }) => name);
  return (
    <FormModal
      opened
      size={640}
      title={decision ? 'Change the decision' : 'Write down a decision'}
      submitLabel={decision ? 'Save' : 'Write down'}
      form={form}
      onClose={onClose}
    >
      <TextField label="What was decided" required autoFocus {...form.field('title')} />
      <TextAreaField
        label="Options, one a line"
        description="After a colon stands what speaks for or against it."
        {...form.field('options')}
      />
      <ChoiceField
        label="Chosen"
        placeholder="None yet"
        choices={[...new Set(names)].map((name) => ({ value: name, label: name }))}
        {...form.field('chosen')}
      />
      <TextAreaField label="Why" {...form.field('rationale')} />
      <DateField label="Decided on" {...form.field('decidedOn')} />
      <TextField
        label="Who decided"
        placeholder="Names, with commas between"
        {...form.field('decidedBy')}
      />
      <CheckField
        label="The client sees it and is asked to acknowledge it"
        {...form.field('isShown')}
      />
    </FormModal>
  );
}

type NewDecisionButtonProps = { readonly onAdd: () => void };

export function NewDecisionButton({ onAdd }: NewDecisionButtonProps) {
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
      Write down a decision
    </Button>
  );
}

function valuesOf(decision: DecisionView | undefined): Values {
  if (!decision) {
    return {
      title: '',
      rationale: '',
      options: '',
      chosen: null,
      decidedOn: readerToday(),
      decidedBy: '',
      isShown: false,
    };
  }
  return {
    title: decision.title,
    rationale: decision.rationale,
    options: decision.options
      .map(({ name, note }) => (note === '' ? name : `${name}: ${note}`))
      .join('\n'),
    chosen: decision.chosen,
    decidedOn: decision.decidedOn,
    decidedBy: decision.decidedBy.join(', '),
    isShown: decision.shownAt !== null,
  };
}

function bodyOf({ options, chosen, decidedOn, decidedBy, ...values }: Values) {
  return {
    ...values,
    options: optionsIn(options).map((option) => ({ ...option, isChosen: option.name === chosen })),
    ...(decidedOn === null ? {} : { decidedOn }),
    decidedBy: decidedBy
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
}

function optionsIn(text: string): { readonly name: string; readonly note: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return colon < 1
        ? { name: line, note: '' }
        : { name: line.slice(0, colon).trim(), note: line.slice(colon + 1).trim() };
    });
}
