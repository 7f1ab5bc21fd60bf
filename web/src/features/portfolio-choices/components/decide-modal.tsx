import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import type { CandidateId } from '@evenkeel/core/portfolio-choice/choice';
import { verdictOf } from '@evenkeel/core/portfolio-choice/decision';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useApplyChoice } from '../api.ts';
import styles from './choice.module.css';

type DecideModalProps = {
  readonly choice: PortfolioChoiceView;
  readonly result: PortfolioResultView;
  readonly onClose: () => void;
};

type Line = {
  readonly candidateId: CandidateId;
  readonly kind: 'deal' | 'initiative';
  readonly name: string;
  readonly isTaken: boolean;
  readonly what: string;
};

type Values = { note: string; reason: string };

/** Accepts all or part of a result: what is ticked is made so, exactly as it is said here (IN-05). */
export function DecideModal({ choice, result, onClose }: DecideModalProps) {
  const { mutateAsync } = useApplyChoice();
  const lines = [...takenLines(result), ...leftLines(result)];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(lines.filter(({ isTaken }) => isTaken).map(({ candidateId }) => candidateId)),
  );
  const chosen = lines.filter(({ candidateId }) => ticked.has(candidateId));
  const needsReason = chosen.some((line) => !line.isTaken);
  const form = useRecordForm<Values>({
    initialValues: { note: '', reason: '' },
    validate: {
      reason: (reason) =>
        needsReason && reason.trim() === ''
          ? 'Say why they are left, so that it can be read later.'
          : null,
    },
    onSubmit: async ({ note, reason }) => {
      await mutateAsync({
        params: { id: choice.id },
        body: {
          runId: result.runId,
          note,
          decisions: chosen.map(({ candidateId, kind, isTaken }) => ({
            candidateId,
            verdict: verdictOf(kind, isTaken),
            reason: isTaken ? '' : reason,
          })),
        },
      });
      notifyDone({
        message: `${formatCount(chosen.length, { one: 'decision', many: 'decisions' })} applied`,
      });
      onClose();
    },
  });
  const toggle = (id: string) =>
    setTicked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <FormModal
      opened
      title="Decide and apply"
      submitLabel={`Apply ${chosen.length}`}
      size={620}
      form={form}
      onClose={onClose}
    >
      <div className={styles['decisions']}>
        <Group
          title="Take on"
          lines={lines.filter(({ isTaken }) => isTaken)}
          ticked={ticked}
          onToggle={toggle}
        />
        <Group
          title="Leave"
          lines={lines.filter(({ isTaken }) => !isTaken)}
          ticked={ticked}
          onToggle={toggle}
        />
      </div>
      {needsReason ? (
        <TextField label="Why these are left" required {...form.field('reason')} />
      ) : null}
      <TextAreaField label="Note on the decision" {...form.field('note')} />
    </FormModal>
  );
}

function takenLines(result: PortfolioResultView): Line[] {
  return result.chosen.map((one) => {
    const days = `${formatDate(one.startOn)} – ${formatDate(one.endOn)}`;
    const dates = one.isMoved ? `moved to ${days}` : days;
    return {
      ...one,
      isTaken: true,
      what: one.kind === 'deal' ? `pursue, ${dates}` : `approve, ${dates}${withTasks(one.isMoved)}`,
    };
  });
}

function withTasks(isMoved: boolean): string {
  return isMoved ? '; tasks that are not done move by as many days' : '';
}

function leftLines(result: PortfolioResultView): Line[] {
  return result.leftOut.map((one) => ({
    ...one,
    isTaken: false,
    what: one.kind === 'deal' ? 'decline; it stays open' : 'shelve',
  }));
}

type GroupProps = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly ticked: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
};

function Group({ title, lines, ticked, onToggle }: GroupProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {lines.map((line) => (
        <label key={line.candidateId} className={styles['check']}>
          <input
            type="checkbox"
            checked={ticked.has(line.candidateId)}
            onChange={() => onToggle(line.candidateId)}
          />
          <span>{line.name}</span>
          <span className={styles['why']}>{line.what}</span>
        </label>
      ))}
    </>
  );
}
