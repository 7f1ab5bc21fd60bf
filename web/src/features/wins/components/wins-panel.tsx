import type { WinView } from '@evenkeel/contract/wins';
import type { ProjectId } from '@evenkeel/core/id';
import { IconSquareRotated, IconTrendingUp } from '@tabler/icons-react';
import { formatMeasured } from '../../../ui/format/measured.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useWins } from '../api.ts';
import styles from './wins.module.css';

type WinsPanelProps = { readonly initiativeId?: ProjectId };

/** Milestones reached and KPIs that moved, with those to thank; nothing when there is none (ST-11). */
export function WinsPanel({ initiativeId }: WinsPanelProps) {
  const rows = useWins(initiativeId).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title="Small wins" note="Found in milestones and KPIs, with those to thank">
      <ul className={styles['wins']}>
        {rows.map((win) => (
          <Win key={win.id} win={win} withInitiative={initiativeId === undefined} />
        ))}
      </ul>
    </Section>
  );
}

function Win({ win, withInitiative }: { readonly win: WinView; readonly withInitiative: boolean }) {
  const Icon = win.kind === 'milestone' ? IconSquareRotated : IconTrendingUp;
  return (
    <li className={styles['win']}>
      <Icon size={15} className={styles['icon'] ?? ''} aria-hidden />
      <span className={styles['what']}>
        <strong>{win.name}</strong>
        {win.move ? (
          <>
            {' '}
            went from {formatMeasured(win.move.from, '')} to{' '}
            {formatMeasured(win.move.to, win.move.unit)}
          </>
        ) : null}
        {withInitiative ? (
          <span className={styles['where']}>
            {win.initiatives.map(({ id, name }) => (
              <AppLink key={id} href={`/initiatives/${id}`}>
                {name}
              </AppLink>
            ))}
          </span>
        ) : null}
      </span>
      <span className={styles['people']}>
        {win.people.slice(0, 5).map((person) => (
          <PersonMark key={person.id} person={person} show="initials" />
        ))}
      </span>
      <DateText date={win.on} />
    </li>
  );
}
