import {
  initiativeRanking,
  type RankingCriterionView,
} from '@evenkeel/contract/initiative-ranking';
import type { RankingCriterionId } from '@evenkeel/core/id';
import type { RankingMeasure } from '@evenkeel/core/strategy/ranking';
import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../../ui/form/number-fields.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { notifyDone } from '../../../../ui/notify/notify.tsx';
import { useRankingWrite } from '../api.ts';
import styles from './ranking.module.css';

type CriteriaFormProps = {
  readonly criteria: readonly RankingCriterionView[];
  readonly onClose: () => void;
};

type Line = {
  readonly id: RankingCriterionId | null;
  readonly measure: RankingMeasure;
  readonly name: string;
  readonly question: string;
  readonly weight: number | null;
};

/** By what initiatives are ranked, and how much each criterion counts. */
export function CriteriaForm({ criteria, onClose }: CriteriaFormProps) {
  const write = useRankingWrite(initiativeRanking.setCriteria);
  const form = useRecordForm<{ criteria: readonly Line[] }>({
    initialValues: {
      criteria: criteria.map(({ id, measure, name, question, weight }) => ({
        id,
        measure,
        name,
        question,
        weight,
      })),
    },
    validate: { criteria: faultOf },
    onSubmit: async (values) => {
      const lines = values.criteria.map((line) => ({ ...line, weight: line.weight ?? 0 }));
      await write.mutateAsync({ body: { criteria: lines } });
      notifyDone({ message: 'Criteria set; the ranking follows them' });
      onClose();
    },
  });
  const { value: lines, onChange: set, error } = form.field('criteria');
  const change = (index: number, line: Partial<Line>) =>
    set(lines.map((other, at) => (at === index ? { ...other, ...line } : other)));
  return (
    <FormModal
      title="Criteria and weights"
      opened
      onClose={onClose}
      form={form}
      size={680}
      submitLabel="Set criteria"
      footer={
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => set([...lines, emptyLine])}
        >
          Add criterion
        </Button>
      }
    >
      <p className={styles['dim']}>
        Write down by what you choose before you look at the candidates. Only the share of a weight
        counts; 0 leaves a criterion out.
      </p>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: new lines have no other identity
        <div key={index} className={styles['line']}>
          <TextField
            label="Criterion"
            value={line.name}
            onChange={(name) => change(index, { name })}
          />
          <TextField
            label="Question"
            value={line.question}
            onChange={(question) => change(index, { question })}
          />
          <NumberField
            label="Weight"
            whole
            minimum={0}
            maximum={100}
            value={line.weight}
            onChange={(weight) => change(index, { weight })}
          />
          {line.measure === 'own' ? (
            <CloseButton
              aria-label={`Take off ${line.name || 'the new criterion'}`}
              onClick={() => set(lines.filter((_, at) => at !== index))}
            />
          ) : (
            <span />
          )}
        </div>
      ))}
      {error ? (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      ) : null}
    </FormModal>
  );
}

const emptyLine: Line = { id: null, measure: 'own', name: '', question: '', weight: 10 };

function faultOf(lines: readonly Line[]): string | null {
  if (lines.some(({ name }) => name.trim() === '')) return 'Give each criterion a name.';
  if (lines.every(({ weight }) => (weight ?? 0) === 0)) {
    return 'Give at least one criterion a weight.';
  }
  return null;
}
