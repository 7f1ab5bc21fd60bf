import type { LevellingProposal } from '@evenkeel/contract/levelling';
import { Button } from '@mantine/core';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { daysLater, reasonWords, shiftWords, stretchWords } from '../model.ts';
import styles from './levelling.module.css';
import { decisionWords } from './proposal-columns.tsx';

type ProposalPanelProps = {
  readonly row: LevellingProposal;
  readonly onClose: () => void;
  /** Accepts this one; null when it cannot be accepted. */
  readonly onAccept: (() => void) | null;
};

/** One task of a levelling: where it lies, where it would lie, and why. */
export function ProposalPanel({ row, onClose, onAccept }: ProposalPanelProps) {
  const open = useOpen();
  const decision = decisionWords(row);
  const shift = shiftWords(daysLater(row));
  return (
    <SidePanel opened onClose={onClose} title={row.task.name} note={row.project.name} width={480}>
      <dl className={styles['facts']}>
        <dt>Now</dt>
        <dd>{stretchWords(row.startBefore, row.dueBefore) || 'No days yet'}</dd>
        <dt>Proposed</dt>
        <dd>
          {stretchWords(row.startOn, row.dueOn)}
          {shift === '' ? '' : ` (${shift})`}
        </dd>
        <dt>Who</dt>
        <dd>{row.assignees.map(({ name }) => name).join(', ') || (row.role?.name ?? 'Nobody')}</dd>
        {decision === '' ? null : (
          <>
            <dt>Decision</dt>
            <dd>{decision}</dd>
          </>
        )}
      </dl>
      <p className={styles['why']}>{reasonWords(row)}</p>
      {row.reason.tasks.length > 0 ? (
        <ul className={styles['list']}>
          {row.reason.tasks.map((task) => (
            <li key={task.id}>
              <AppLink href={`/tasks/${task.id}`} className={styles['link'] ?? ''}>
                {task.name}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles['buttons']}>
        {onAccept ? <Button onClick={onAccept}>Accept this change</Button> : null}
        <Button variant="default" onClick={() => open(`/tasks/${row.task.id}`)}>
          Open the task
        </Button>
      </div>
    </SidePanel>
  );
}
