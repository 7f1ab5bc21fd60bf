import type { BalanceView } from '@evenkeel/contract/balance';
import type { UnknownCode } from '@evenkeel/core/balance/unknowns';
import { formatNumber } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { unknownAddress } from '../model/record-address.ts';
import styles from './unknowns.module.css';

const shown = 3;

/** What is missing from the figures, and where to complete it. Nothing was guessed. */
export function UnknownList({ unknowns }: { readonly unknowns: BalanceView['unknowns'] }) {
  return (
    <ul className={styles['list']}>
      {unknowns.map(({ code, count, examples }) => (
        <li key={code} className={styles['item']}>
          <span className={styles['what']}>
            {formatNumber(count)} {count === 1 ? words[code].one : words[code].many}
          </span>
          <span className={styles['examples']}>
            {examples.slice(0, shown).map((example, index) => (
              <span key={example.id}>
                {index > 0 ? ', ' : ''}
                <AppLink className={styles['link']} href={unknownAddress(code, example.id)}>
                  {example.name}
                </AppLink>
              </span>
            ))}
            {count > shown ? ` and ${formatNumber(count - shown)} more` : ''}
          </span>
          <span className={styles['effect']}>{words[code].effect}</span>
        </li>
      ))}
    </ul>
  );
}

const words: Record<UnknownCode, { one: string; many: string; effect: string }> = {
  'task-without-estimate': {
    one: 'task without an estimate',
    many: 'tasks without an estimate',
    effect: 'Not in the planned hours',
  },
  'task-without-due-date': {
    one: 'task without a due day',
    many: 'tasks without a due day',
    effect: 'Not in the planned hours',
  },
  'task-of-leaver': {
    one: 'task due after the last day of somebody who is on it',
    many: 'tasks due after the last day of somebody who is on them',
    effect: 'Counted as if they were still there: give it to somebody else',
  },
  'task-without-role': {
    one: 'task without a role or person',
    many: 'tasks without a role or person',
    effect: 'Hours counted, but at no cost and against nobody’s capacity',
  },
  'person-without-rate': {
    one: 'person without a role or rate',
    many: 'people without a role or rate',
    effect: 'Hours counted, but at no cost and no client value',
  },
  'initiative-without-start': {
    one: 'initiative with a promise but no start',
    many: 'initiatives with a promise but no start',
    effect: 'Promise not compared',
  },
  'deal-without-demand': {
    one: 'open deal without hours',
    many: 'open deals without hours',
    effect: 'Not in the tentative hours',
  },
  'deal-without-dates': {
    one: 'open deal without delivery dates ahead',
    many: 'open deals without delivery dates ahead',
    effect: 'Not in the tentative hours',
  },
};
