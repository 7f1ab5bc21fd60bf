import { type AnalysisBoardView, type InsightView, insights } from '@evenkeel/contract/analysis';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { boardDefinitions } from '@evenkeel/core/strategy/analysis-board';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField, PercentField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useAnalysisWrite } from '../api.ts';
import { told } from '../told.ts';
import { weightLabels } from '../words.ts';
import styles from './analysis.module.css';
import { type Led, LedTo } from './led-to.tsx';

type InsightFormProps = {
  readonly insight: InsightView;
  readonly board: AnalysisBoardView;
  readonly canEdit: boolean;
  readonly onClose: () => void;
};

type Values = {
  readonly name: string;
  readonly section: string | null;
  readonly weight: string | null;
  readonly author: PickedPerson | null;
  readonly notedOn: CalendarDate | null;
  readonly levels: Readonly<Record<string, number | null>>;
  readonly share: number | null;
  readonly growth: number | null;
  readonly led: Led;
};

const weights = weightLabels.map((label, index) => ({ value: String(index + 1), label }));

/** An insight with everything on it: text, weight, numbers, and the goals and initiatives it led to. */
export function InsightForm({ insight, board, canEdit, onClose }: InsightFormProps) {
  const form = useInsightForm(insight, onClose);
  const removeIt = useRemoveInsight(insight, onClose);
  const { sections, numbers } = boardDefinitions[board.kind];
  const { field } = form;
  const { value: levels, onChange: setLevels } = field('levels');
  return (
    <FormModal
      title="Insight"
      opened
      onClose={onClose}
      form={form}
      submitLabel="Save changes"
      footer={
        canEdit ? (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={15} />}
            onClick={() => void removeIt()}
          >
            Move to the trash
          </Button>
        ) : null
      }
    >
      <TextAreaField label="What was found" required autoFocus minRows={2} {...field('name')} />
      <FieldRow>
        <ChoiceField
          label="Section"
          required
          choices={sections.map(({ id, label }) => ({ value: id, label }))}
          {...field('section')}
        />
        <ChoiceField label="Weight" required choices={weights} {...field('weight')} />
      </FieldRow>
      {numbers === 'levels' && insight.section === 'factors' ? (
        <div className={styles['levels']}>
          {board.competitors.map((name) => (
            <NumberField
              key={name}
              label={name}
              whole
              minimum={0}
              maximum={10}
              value={levels[name] ?? null}
              onChange={(level) => setLevels({ ...levels, [name]: level })}
            />
          ))}
        </div>
      ) : null}
      {numbers === 'share-growth' ? (
        <FieldRow>
          <NumberField
            label="Relative market share"
            description="Ours ÷ that of the largest competitor."
            minimum={0}
            {...field('share')}
          />
          <PercentField
            label="Growth of the market"
            description="A year. With both, it goes to its field."
            {...field('growth')}
          />
        </FieldRow>
      ) : null}
      <FieldRow>
        <PersonPicker label="By" {...field('author')} />
        <DateField label="Noted on" required {...field('notedOn')} />
      </FieldRow>
      <LedTo {...field('led')} />
    </FormModal>
  );
}

function useInsightForm(insight: InsightView, onClose: () => void) {
  const update = useAnalysisWrite(insights.update);
  const link = useAnalysisWrite(insights.setLinks);
  const params = { id: insight.id };
  const led = { goals: insight.goals, initiatives: insight.initiatives };
  return useRecordForm<Values>({
    initialValues: {
      name: insight.name,
      section: insight.section,
      weight: String(insight.weight),
      author: insight.author,
      notedOn: insight.notedOn,
      levels: insight.levels,
      share: insight.share === null ? null : insight.share / 100,
      growth: insight.growth,
      led,
    },
    validate: { name: (name) => (name.trim() === '' ? 'Say what was found.' : null) },
    onSubmit: async (values) => {
      await update.mutateAsync({ params, version: insight.version, body: bodyOf(values, insight) });
      if (values.led !== led) {
        const body = {
          goalIds: values.led.goals.map(({ id }) => id),
          initiativeIds: values.led.initiatives.map(({ id }) => id),
        };
        await link.mutateAsync({ params, body });
      }
      onClose();
    },
  });
}

/** What was changed. A section that stays is left out, so that new numbers may move the insight. */
function bodyOf(values: Values, insight: InsightView) {
  const { section, notedOn } = values;
  return {
    name: values.name,
    weight: Number(values.weight ?? 2),
    authorId: values.author?.id ?? null,
    levels: Object.fromEntries(
      Object.entries(values.levels).flatMap(([name, level]) =>
        level === null ? [] : [[name, level]],
      ),
    ),
    share: values.share === null ? null : Math.round(values.share * 100),
    growth: values.growth,
    ...(notedOn ? { notedOn } : {}),
    ...(section && section !== insight.section ? { section } : {}),
  };
}

function useRemoveInsight(insight: InsightView, onClose: () => void) {
  const remove = useAnalysisWrite(insights.remove);
  const restore = useAnalysisWrite(insights.restore);
  const params = { id: insight.id };
  return () =>
    told(async () => {
      onClose();
      await remove.mutateAsync({ params });
      notifyDone({
        message: `“${insight.name}” moved to the trash`,
        undo: async () => void (await told(() => restore.mutateAsync({ params }))),
      });
    });
}
