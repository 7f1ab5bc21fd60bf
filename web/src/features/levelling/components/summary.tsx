import type { LevellingOutcome } from '@evenkeel/contract/levelling';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatCount, formatNumber } from '../../../ui/format/number.ts';
import { boundWords } from '../model.ts';
import styles from './levelling.module.css';

/** What the plan changes, in four figures: now, and as proposed. */
export function Summary({ outcome }: { readonly outcome: LevellingOutcome }) {
  const { daysLateBefore, daysLateAfter, lateBefore, lateAfter } = outcome;
  return (
    <dl className={styles['summary']}>
      <Item label="Booked beyond people’s hours">
        <Change
          before={outcome.excessMinutesBefore}
          after={outcome.excessMinutesAfter}
          words={(minutes) => formatHours(minutes)}
        />
        <Note>
          {outcome.excessMinutesAfter === 0
            ? 'Nobody is booked twice any more.'
            : 'What is left has begun or is fixed.'}
        </Note>
      </Item>
      <Item label="Projects after their promised end">
        <Change before={lateBefore} after={lateAfter} words={formatNumber} />
        <Note>
          {formatCount(daysLateAfter, dayNoun)} late in all
          {daysLateAfter > daysLateBefore && outcome.excessMinutesBefore > 0
            ? ': today’s dates need hours that nobody has'
            : ''}
        </Note>
      </Item>
      <Item label="Tasks that move">
        <dd>
          {formatNumber(outcome.moved)} of {formatNumber(outcome.tasks)}
        </dd>
        <Note>{formatCount(Math.round(outcome.schedules), planNoun)} tried</Note>
      </Item>
      <Item label="All open work ends">
        <dd>{formatDate(outcome.end)}</dd>
        <Note>{boundWords(outcome)}</Note>
      </Item>
    </dl>
  );
}

const dayNoun = { one: 'day', many: 'days' };
const planNoun = { one: 'plan', many: 'plans' };

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['figure']}>
      <dt>{label}</dt>
      {children}
    </div>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return <dd className={styles['note']}>{children}</dd>;
}

type ChangeProps = {
  readonly before: number;
  readonly after: number;
  readonly words: (value: number) => string;
};

function Change({ before, after, words }: ChangeProps) {
  if (before === after) return <dd>{words(after)}</dd>;
  return (
    <dd>
      {words(before)}
      <IconArrowRight className={styles['arrow']} size={13} aria-label="becomes" />
      <span className={styles[after > before ? 'worse' : 'better']}>{words(after)}</span>
    </dd>
  );
}
