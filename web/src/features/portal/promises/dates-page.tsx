import type { ShownDate } from '@evenkeel/contract/promises';
import type { ProjectId } from '@evenkeel/core/id';
import { delayNoticeWords } from '@evenkeel/core/words/delay-notice';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortalDelayNotices } from '../delay-notices/api.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { usePortalDates } from './api.ts';
import styles from './dates.module.css';
import { WhyDate } from './why-date.tsx';

/** The dates that the client was told, with those told before (B08). */
export function PortalDatesPage() {
  return (
    <PortalProjectPage section="dates">{({ id }) => <Dates projectId={id} />}</PortalProjectPage>
  );
}

function Dates({ projectId }: { readonly projectId: ProjectId }) {
  const { firm } = usePortal();
  const words = usePortalWords(delayNoticeWords);
  const found = usePortalDates(projectId);
  const notices = usePortalDelayNotices(projectId).data?.rows ?? [];
  const waiting = notices.filter(({ state, mayMove }) => state === 'sent' && !mayMove);
  return (
    <PortalLoaded found={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <StateBlock title={words('noDates')}>
            <p>{words('noDatesHint', { firm: firm.name })}</p>
          </StateBlock>
        ) : (
          <PortalPart title={words('dates')}>
            <ul className={styles['list']} aria-label={words('dates')}>
              {rows.map((date) => (
                <DateLine
                  key={date.subject.id}
                  date={date}
                  projectId={projectId}
                  isWaiting={waiting.some(
                    ({ wording, oldDay }) => wording === date.wording && oldDay === date.day,
                  )}
                />
              ))}
            </ul>
          </PortalPart>
        )
      }
    </PortalLoaded>
  );
}

type DateLineProps = {
  readonly date: ShownDate;
  readonly projectId: ProjectId;
  readonly isWaiting: boolean;
};

function DateLine({ date, projectId, isWaiting }: DateLineProps) {
  const words = usePortalWords(delayNoticeWords);
  const formats = usePortalFormats();
  const { wording, day, doneOn, history, toldAt, subject } = date;
  const { kind, id } = subject;
  return (
    <li className={styles['line']}>
      <ProgressGlyph shape={doneOn === null ? 'ring' : 'done'} tone={doneOn ? 'good' : 'neutral'} />
      <div className={styles['grow']}>
        <div className={styles['name']}>{wording}</div>
        <div className={styles['dim']}>
          {doneOn
            ? words('done', { day: formats.day(doneOn) })
            : words('toldOn', { day: formats.moment(toldAt) })}
        </div>
        {history.length > 0 ? (
          <div className={styles['dim']}>
            {words('earlier')}: {history.map((told) => formats.day(told.day)).join(', ')}
          </div>
        ) : null}
        {isWaiting ? (
          <AppLink href={`/portal/projects/${projectId}/delay-notices`}>{words('waiting')}</AppLink>
        ) : null}
      </div>
      {day ? (
        <div className={styles['told']}>
          <time dateTime={day}>{formats.day(day)}</time>
          {kind === 'task' || kind === 'client-project' ? (
            <WhyDate projectId={projectId} subject={{ kind, id }} wording={wording} />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
