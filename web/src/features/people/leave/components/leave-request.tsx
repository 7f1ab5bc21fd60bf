import type { LeaveEffects, LeaveView } from '@evenkeel/contract/leaves';
import { sumOf } from '@evenkeel/core/grouping';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { formatCount } from '../../../../ui/format/number.ts';
import { PersonMark } from '../../../../ui/marks/record-marks.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { useLeaveEffects } from '../api.ts';
import { leaveDays, leaveLength } from '../model.ts';
import { useApprove } from './leave-line.tsx';
import styles from './leaves.module.css';
import { RefusalForm } from './refusal-form.tsx';

/** A leave that waits, with what it would do to work, and the two answers. */
export function LeaveRequest({ leave }: { readonly leave: LeaveView }) {
  const [isRefusing, setRefusing] = useState(false);
  const approve = useApprove(leave);
  const effects = useLeaveEffects(leave.id).data;
  return (
    <li className={styles['request']}>
      <div>
        <span className={styles['what']}>
          <AppLink href={`/people/${leave.person.id}`} className={styles['person'] ?? ''}>
            <PersonMark person={leave.person} show="name" />
          </AppLink>
          <span className={styles['days']}>{leaveDays(leave)}</span>
          <span className={styles['quiet']}>
            {[leaveLength(leave), leave.note].filter(Boolean).join(' · ')}
          </span>
        </span>
        {effects ? <Effects effects={effects} isHalf={leave.isHalf} /> : null}
      </div>
      <span className={styles['actions']}>
        <Button
          variant="default"
          aria-label={`Approve the leave of ${leave.person.name}`}
          onClick={() => void approve()}
        >
          Approve
        </Button>
        <Button
          variant="subtle"
          color="gray"
          aria-label={`Refuse the leave of ${leave.person.name}`}
          onClick={() => setRefusing(true)}
        >
          Refuse
        </Button>
      </span>
      {isRefusing ? <RefusalForm leave={leave} onClose={() => setRefusing(false)} /> : null}
    </li>
  );
}

const most = 4;

function Effects({
  effects,
  isHalf,
}: {
  readonly effects: LeaveEffects;
  readonly isHalf: boolean;
}) {
  const taken = isHalf ? Math.ceil(effects.capacityMinutes / 2) : effects.capacityMinutes;
  const booked = sumOf(effects.allocations, (allocation) => allocation.minutes);
  const others = effects.away.map(({ person }) => person.name);
  return (
    <ul className={styles['effects']}>
      <li>
        Takes {formatEffort(taken)} of capacity
        {booked > 0 ? `, of which ${formatEffort(booked)} are allocated` : ''}.
      </li>
      {effects.allocations.slice(0, most).map((allocation) => (
        <li key={allocation.id}>
          <AppLink href={`/projects/${allocation.project.id}`}>{allocation.project.name}</AppLink>:{' '}
          {formatEffort(allocation.minutes)} {allocation.certainty}
        </li>
      ))}
      {effects.tasks.slice(0, most).map((task) => (
        <li key={task.id}>
          Task <AppLink href={`/tasks/${task.id}`}>{task.name}</AppLink> of {task.project.name}
        </li>
      ))}
      {effects.tasks.length > most ? (
        <li>
          and {formatCount(effects.tasks.length - most, { one: 'task more', many: 'tasks more' })}
        </li>
      ) : null}
      {others.length > 0 ? <li>Also away from the team: {others.join(', ')}.</li> : null}
    </ul>
  );
}
