import type { ClashView } from '@evenkeel/contract/allocations';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatPercent } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useOverAllocations } from '../api.ts';
import { daysText, projectHref } from '../model.ts';
import styles from './hours.module.css';

type OverAllocationsPanelProps = {
  readonly of: { readonly projectId?: ProjectId; readonly personId?: PersonId };
  /** A frame, where several sections stand under each other. */
  readonly framed?: boolean;
};

/** Where the plan for people does not hold in the next half year; nothing when it does (U11). */
export function OverAllocationsPanel({ of, framed = false }: OverAllocationsPanelProps) {
  const rows = useOverAllocations(of).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Section
      framed={framed}
      title="Does not fit"
      note="More hours allocated than people have, or on days when they are away, in the next half year"
    >
      <ul className={styles['clashes']}>
        {rows.map((clash) => (
          <Clash key={`${clash.person.id} ${clash.kind} ${clash.from}`} clash={clash} of={of} />
        ))}
      </ul>
    </Section>
  );
}

function Clash({
  clash,
  of,
}: {
  readonly clash: ClashView;
  readonly of: OverAllocationsPanelProps['of'];
}) {
  return (
    <li className={styles['clash']}>
      <IconAlertTriangle size={15} aria-hidden className={styles[`tone-${toneOf(clash)}`]} />
      <span className={styles['what']}>
        <span>
          {of.personId ? null : (
            <>
              <AppLink href={`/people/${clash.person.id}`}>{clash.person.name}</AppLink>{' '}
            </>
          )}
          {of.personId ? withCapital(clashText(clash)) : clashText(clash)}
        </span>
        <span className={styles['detail']}>
          {clash.allocations.map(({ id, project, effort, certainty }, place) => (
            <span key={id}>
              {place > 0 ? ' + ' : ''}
              <AppLink href={`${projectHref(project)}/team`}>{project.name}</AppLink>{' '}
              {effort.by === 'day'
                ? `${formatEffort(effort.minutesPerDay)} a day`
                : formatPercent(effort.basisPoints)}
              {certainty === 'tentative' ? ' (tentative)' : ''}
            </span>
          ))}
        </span>
      </span>
      <span className={styles['minutes']}>{daysText(clash.from, clash.to)}</span>
    </li>
  );
}

function withCapital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Leave costs hours but is known; too much work, or work for somebody who is gone, must be mended. */
function toneOf({ kind, isTentative }: ClashView): 'bad' | 'warn' {
  return kind === 'on-leave' || isTentative ? 'warn' : 'bad';
}

function clashText({ kind, overMinutes, worstMinutes, days, isTentative }: ClashView): string {
  const hours = formatEffort(overMinutes);
  const onDays = days === 1 ? 'on one day' : `on ${days} days`;
  if (kind === 'on-leave') return `is on leave ${onDays}: ${hours} allocated are lost`;
  if (kind === 'not-employed') return `is not with the firm ${onDays}: ${hours} allocated are lost`;
  const worst = days > 1 ? `, ${formatEffort(worstMinutes)} on the worst` : '';
  return `has ${hours} too much ${onDays}${worst}${isTentative ? ', if what is tentative comes' : ''}`;
}
