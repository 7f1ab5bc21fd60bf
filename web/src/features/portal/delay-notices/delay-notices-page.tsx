import type { PortalDelayNotice } from '@evenkeel/contract/portal/delay-notices';
import type { ProjectId } from '@evenkeel/core/id';
import { delayNoticeWords } from '@evenkeel/core/words/delay-notice';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { Answer } from './answer.tsx';
import { usePortalDelayNotices } from './api.ts';
import styles from './delay-notices.module.css';

/** Notices about dates that move, each with its reasons and the client's answer (CL-06, CL-07). */
export function PortalDelayNoticesPage() {
  return (
    <PortalProjectPage section="delay-notices">
      {({ id }) => <Notices projectId={id} />}
    </PortalProjectPage>
  );
}

function Notices({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(delayNoticeWords);
  const found = usePortalDelayNotices(projectId);
  return (
    <PortalLoaded found={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <StateBlock title={words('noNotices')}>
            <p>{words('noNoticesHint')}</p>
          </StateBlock>
        ) : (
          rows.map((notice) => <Notice key={notice.id} projectId={projectId} notice={notice} />)
        )
      }
    </PortalLoaded>
  );
}

type NoticeProps = { readonly projectId: ProjectId; readonly notice: PortalDelayNotice };

function Notice({ projectId, notice }: NoticeProps) {
  const words = usePortalWords(delayNoticeWords);
  const formats = usePortalFormats();
  return (
    <article className={styles['card']} aria-label={notice.wording} id={notice.id}>
      <h2 className={styles['title']}>{words('subject', { what: notice.wording })}</h2>
      <dl className={styles['dates']}>
        <div>
          <dt>{words('oldDay')}</dt>
          <dd className={styles['old']}>{formats.day(notice.oldDay)}</dd>
        </div>
        <div>
          <dt>{words('newDay')}</dt>
          <dd>{formats.day(notice.newDay)}</dd>
        </div>
        <Sides sides={notice.sides} />
      </dl>
      <p className={styles['text']}>{notice.text}</p>
      {notice.state === 'sent' ? (
        <Answer projectId={projectId} notice={notice} />
      ) : (
        <Outcome notice={notice} />
      )}
    </article>
  );
}

/** Whose the days are: what came from waiting for the reader, and what did not (B15). */
function Sides({ sides }: { readonly sides: PortalDelayNotice['sides'] }) {
  const words = usePortalWords(delayNoticeWords);
  const parts = [
    [words('sideTheirs'), sides.theirs],
    [words('sideOurs'), sides.ours],
    [words('sideNeither'), sides.neither],
  ] as const;
  return (
    <div>
      <dt>{words('sidesTitle')}</dt>
      <dd className={styles['sides']}>
        {parts
          .filter(([, days]) => days !== 0)
          .map(([side, days]) => (
            <span key={side}>
              {side}: {days < 0 ? words('daysLess', { days: -days }) : words('daysMore', { days })}
            </span>
          ))}
      </dd>
    </div>
  );
}

function Outcome({ notice }: { readonly notice: PortalDelayNotice }) {
  const words = usePortalWords(delayNoticeWords);
  const formats = usePortalFormats();
  const { state, answeredAt, answerWords } = notice;
  const day = answeredAt === null ? '' : formats.moment(answeredAt);
  const text =
    state === 'superseded'
      ? words('superseded')
      : state === 'change-asked'
        ? words('asked', { day })
        : answeredAt === null
          ? words('toldWithout')
          : words('accepted', { day });
  return (
    <>
      <p className={styles['outcome']}>
        <ProgressGlyph
          shape={state === 'accepted' ? 'done' : 'half'}
          tone={state === 'accepted' ? 'good' : 'neutral'}
        />
        {text}
      </p>
      {answerWords ? <p className={styles['said']}>{answerWords}</p> : null}
    </>
  );
}
