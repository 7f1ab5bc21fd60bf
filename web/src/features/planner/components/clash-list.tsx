import type { ClashView } from '@evenkeel/contract/allocations';
import { dayNumber } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { formatEffort } from '../../../ui/format/effort.ts';
import { daysText } from '../../../ui/planner/planner-words.ts';
import styles from './planner-panels.module.css';

type ClashListProps = {
  readonly clashes: readonly ClashView[];
  /** Goes to the days of a clash on the planner. */
  readonly onShow: (clash: ClashView) => void;
  readonly namesPerson?: boolean;
};

/** Where the plan for somebody does not hold, and which allocations collide. */
export function ClashList({ clashes, onShow, namesPerson = false }: ClashListProps) {
  return (
    <ul className={styles['list']} aria-label="Clashes">
      {clashes.map((clash) => (
        <li key={`${clash.person.id} ${clash.kind} ${clash.from} ${clash.allocations[0]?.id}`}>
          <div className={styles['line']}>
            <span>
              {namesPerson ? `${clash.person.name}: ` : ''}
              <span className={styles['bad']}>{clashText(clash)}</span>
            </span>
            <span className={styles['note']}>
              {clash.allocations.map(({ project }) => project.name).join(' and ')}
            </span>
          </div>
          <Button
            variant="default"
            size="xs"
            aria-label={`Show ${clashText(clash)} of ${clash.person.name}`}
            onClick={() => onShow(clash)}
          >
            Show
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What is wrong, and when. */
function clashText({ kind, from, to, overMinutes, isTentative }: ClashView): string {
  const when = daysText(dayNumber(from), dayNumber(to));
  const what = {
    'over-allocated': `${formatEffort(overMinutes)} too much`,
    'on-leave': `${formatEffort(overMinutes)} on days of leave`,
    'not-employed': `${formatEffort(overMinutes)} on days they are not here`,
  }[kind];
  return `${what}, ${when}${isTentative ? ', only with tentative hours' : ''}`;
}
