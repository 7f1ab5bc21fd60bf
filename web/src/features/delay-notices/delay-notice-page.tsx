import type { DelayNoticeView } from '@evenkeel/contract/delay-notices';
import type { DelayNoticeId } from '@evenkeel/core/id';
import { useMay } from '../../lib/session.ts';
import { formatDate, formatInstant } from '../../ui/format/date.ts';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { FieldLine, FieldList } from '../../ui/record/field-list.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout } from '../../ui/record/record-layout.tsx';
import { useDelayNotice } from './api.ts';
import { ClientText } from './components/client-text.tsx';
import { NoticeButtons } from './components/notice-buttons.tsx';
import styles from './components/notices.module.css';
import { ReasonChain } from './components/reason-chain.tsx';
import { daysInWords, noticeMarks } from './model.ts';

const list = { label: 'Delay notices', href: '/delay-notices' };

/** One delay notice: the old and the new day, why, what still holds, and what the client reads (B07). */
export function DelayNoticePage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('delayNoticeId') as DelayNoticeId;
  const found = useDelayNotice(id);
  return (
    <LoadedRecord found={found} noun="delay notice" list={list}>
      {(notice) => <Notice key={`${notice.id} ${notice.language}`} notice={notice} />}
    </LoadedRecord>
  );
}

function Notice({ notice }: { readonly notice: DelayNoticeView }) {
  const mayWrite = useMay('write');
  const { project, wording } = notice;
  return (
    <Page
      title={`New date for ${wording}`}
      breadcrumbs={[
        { label: project.name, href: `/client-projects/${project.id}` },
        { label: 'Delay notices', href: `/client-projects/${project.id}/client/notices` },
      ]}
      actions={mayWrite ? <NoticeButtons notice={notice} /> : null}
    >
      <RecordLayout sideLabel="Facts of the notice" side={<Facts notice={notice} />}>
        <Days notice={notice} />
        <Answer notice={notice} />
        <ReasonChain notice={notice} />
        <Holds notice={notice} />
        <ClientText notice={notice} mayWrite={mayWrite} />
      </RecordLayout>
    </Page>
  );
}

function Days({ notice }: { readonly notice: DelayNoticeView }) {
  const { oldDay, newDay, slipDays, state } = notice;
  return (
    <>
      <div className={styles['dates']}>
        <div className={styles['date']}>
          <span className={styles['dim']}>The client was told</span>
          <span className={`${styles['large']} ${styles['old']}`}>{formatDate(oldDay)}</span>
        </div>
        <div className={styles['date']}>
          <span className={styles['dim']}>By the plan</span>
          <span className={styles['large']}>{formatDate(newDay)}</span>
        </div>
        <div className={styles['date']}>
          <span className={styles['dim']}>Slip</span>
          <span className={styles['large']}>{daysInWords(slipDays)}</span>
        </div>
      </div>
      {state === 'draft' ? (
        <p className={styles['dim']}>
          The client still sees {formatDate(oldDay)}. It moves when this notice is sent and they
          accept the new date.
        </p>
      ) : null}
    </>
  );
}

function Answer({ notice }: { readonly notice: DelayNoticeView }) {
  const { answeredBy, answeredAt, answerWords, answerTask } = notice;
  if (answeredAt === null) return null;
  return (
    <p className={styles['answer']}>
      <strong>
        {answeredBy ?? 'The client'}{' '}
        {notice.state === 'accepted' ? 'accepted the new date' : 'asked for a change'}
      </strong>
      , {formatInstant(answeredAt)}
      {answerWords ? `\n${answerWords}` : null}
      {answerTask ? (
        <>
          {'\n'}
          <AppLink href={`/tasks/${answerTask.id}`}>{answerTask.name}</AppLink>
        </>
      ) : null}
    </p>
  );
}

function Holds({ notice }: { readonly notice: DelayNoticeView }) {
  const { days, price } = notice.holds;
  if (days.length === 0 && !price) return null;
  return (
    <Section title="What still holds">
      <ul className={styles['reasons']} aria-label="What still holds">
        {days.map(({ wording, day }) => (
          <li key={`${wording} ${day}`} className={styles['reason']}>
            <span className={styles['grow']}>{wording}</span>
            <span>{formatDate(day)}</span>
          </li>
        ))}
        {price ? <li className={styles['reason']}>The price</li> : null}
      </ul>
    </Section>
  );
}

function Facts({ notice }: { readonly notice: DelayNoticeView }) {
  const { account, projectManager, sentAt, sentBy, toldTo, leadDays, project } = notice;
  return (
    <FieldList title="Facts">
      <FieldLine label="State">
        <StageMark {...noticeMarks[notice.state]} />
      </FieldLine>
      <FieldLine label="Client project">
        <AppLink href={`/client-projects/${project.id}`}>{project.name}</AppLink>
      </FieldLine>
      <FieldLine label="Account">
        {account ? <AppLink href={`/accounts/${account.id}`}>{account.name}</AppLink> : 'None'}
      </FieldLine>
      <FieldLine label="Project manager">{projectManager?.name ?? 'Nobody'}</FieldLine>
      {sentAt ? (
        <>
          <FieldLine label="Sent">
            {formatInstant(sentAt)}
            {sentBy ? ` by ${sentBy}` : ''}
          </FieldLine>
          <FieldLine label="To">{toldTo.join(', ') || 'The portal'}</FieldLine>
          <FieldLine label="Notice lead time">
            {leadDays} working {leadDays === 1 ? 'day' : 'days'} before the told date
          </FieldLine>
        </>
      ) : null}
    </FieldList>
  );
}
