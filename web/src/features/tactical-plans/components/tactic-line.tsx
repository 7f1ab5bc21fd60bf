import { type TacticView, tactics } from '@evenkeel/contract/tactical-plans';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useTacticalWrite } from '../api.ts';
import { periodNames, quotaInWords } from '../model.ts';
import { CountForm } from './count-form.tsx';
import styles from './tactical.module.css';

type TacticLineProps = {
  readonly tactic: TacticView;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

/** One tactic with what each person did of it. */
export function TacticLine({ tactic, canEdit, onEdit, onRemove }: TacticLineProps) {
  const quota = quotaInWords(tactic);
  return (
    <li className={styles['tactic']}>
      <div className={styles['tactic-head']}>
        <div className={styles['plan-words']}>
          <span className={styles['name']}>{tactic.name}</span>
          <span className={styles['meta']}>
            {quota ?? dateInWords(tactic)}
            {tactic.incentive ? ` · ${tactic.incentive}` : ''}
          </span>
        </div>
        {quota ? null : <DoneButton tactic={tactic} canEdit={canEdit} />}
        {canEdit ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More for ${tactic.name}`}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={onEdit}>
                Change
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={onRemove}>
                Move to the trash
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {quota ? (
        <Standings tactic={tactic} canEdit={canEdit} />
      ) : (
        <div className={styles['doers']}>
          {tactic.people.map((person) => (
            <PersonMark key={person.id} person={person} />
          ))}
        </div>
      )}
    </li>
  );
}

function dateInWords({ dueOn, doneOn }: TacticView): string {
  if (doneOn) return `Done on ${formatDate(doneOn)}`;
  return dueOn ? `Once, by ${formatDate(dueOn)}` : 'Once';
}

function DoneButton({ tactic, canEdit }: { tactic: TacticView; canEdit: boolean }) {
  const update = useTacticalWrite(tactics.update);
  const isDone = tactic.doneOn !== null;
  const toggle = async () => {
    try {
      await update.mutateAsync({
        params: { id: tactic.id },
        version: tactic.version,
        body: { doneOn: isDone ? null : readerToday() },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Button
      variant="default"
      disabled={!canEdit}
      leftSection={<ProgressGlyph shape={isDone ? 'done' : 'ring'} />}
      aria-pressed={isDone}
      onClick={() => void toggle()}
    >
      {isDone ? 'Done' : 'Mark done'}
    </Button>
  );
}

function Standings({ tactic, canEdit }: { tactic: TacticView; canEdit: boolean }) {
  const [counting, setCounting] = useState<TacticView['standings'][number] | null>(null);
  const { quota, period } = tactic;
  if (quota === null || period === null) return null;
  if (tactic.standings.length === 0) {
    return <p className={styles['dim']}>Nobody does it yet: change it and name who.</p>;
  }
  const names = periodNames[period];
  return (
    <ul className={styles['standings']}>
      {tactic.standings.map((one) => (
        <li key={one.person.id}>
          <span className={styles['doer']}>
            <PersonMark person={one.person} />
          </span>
          <span className={styles['bar']} aria-hidden>
            <span
              data-met={one.isMet || undefined}
              style={{ width: `${Math.min(100, (one.done / quota) * 100)}%` }}
            />
          </span>
          <span className={styles['count']}>
            {one.done} of {quota} {names.now}
          </span>
          <span className={styles['before']}>
            {one.doneBefore} {names.before}
          </span>
          {canEdit ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Count ${tactic.name} of ${one.person.name}`}
              onClick={() => setCounting(one)}
            >
              <IconPlus size={15} />
            </ActionIcon>
          ) : null}
        </li>
      ))}
      {counting ? (
        <CountForm tactic={tactic} person={counting.person} onClose={() => setCounting(null)} />
      ) : null}
    </ul>
  );
}
