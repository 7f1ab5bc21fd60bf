import type { PortalMeeting } from '@evenkeel/contract/portal/meetings';
import type { ProjectId } from '@evenkeel/core/id';
import { portalReportWords } from '@evenkeel/core/words/portal-report';
import { IconCalendarEvent } from '@tabler/icons-react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { momentOf } from '../zoned-words.ts';
import { usePortalMeetings } from './api.ts';
import styles from './meetings.module.css';

/** Meetings with the client: what is to come with its agenda, what was with its outcome. */
export function PortalMeetingsPage() {
  return (
    <PortalProjectPage section="meetings">
      {(project) => <Meetings projectId={project.id} />}
    </PortalProjectPage>
  );
}

function Meetings({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(portalReportWords);
  const found = usePortalMeetings(projectId);
  return (
    <PortalLoaded found={found}>
      {({ coming, past }) =>
        coming.length + past.length === 0 ? (
          <StateBlock
            icon={<IconCalendarEvent size={20} stroke={1.6} />}
            title={words('noMeetings')}
          >
            <p>{words('noMeetingsHint')}</p>
          </StateBlock>
        ) : (
          <>
            <MeetingGroup title={words('coming')} meetings={coming} />
            <MeetingGroup title={words('past')} meetings={past} />
          </>
        )
      }
    </PortalLoaded>
  );
}

type MeetingGroupProps = { readonly title: string; readonly meetings: readonly PortalMeeting[] };

function MeetingGroup({ title, meetings }: MeetingGroupProps) {
  if (meetings.length === 0) return null;
  return (
    <section>
      <h2 className={styles['group']}>{title}</h2>
      {meetings.map((meeting) => (
        <Meeting key={meeting.id} meeting={meeting} />
      ))}
    </section>
  );
}

function Meeting({ meeting }: { readonly meeting: PortalMeeting }) {
  const { language } = usePortal();
  const words = usePortalWords(portalReportWords);
  const { agenda, attendees, state } = meeting;
  const names = attendees.map(({ name, part }) =>
    part === 'takes-part' ? name : `${name} (${words(part)})`,
  );
  return (
    <article className={styles['meeting']} id={meeting.id}>
      <h3 className={styles['name']}>
        {meeting.name}
        {state === 'cancelled' ? (
          <span className={styles['cancelled']}>{words('cancelled')}</span>
        ) : null}
      </h3>
      <p className={styles['meta']}>
        {momentOf(meeting.startsAt, meeting.timeZone, language)},{' '}
        {words('minutes', { count: meeting.minutes })}
      </p>
      {meeting.place ? <p className={styles['meta']}>{meeting.place}</p> : null}
      {meeting.link && state === 'planned' ? (
        <p>
          <a href={meeting.link} target="_blank" rel="noopener noreferrer">
            {words('join')}
          </a>
        </p>
      ) : null}
      {names.length > 0 ? (
        <p className={styles['meta']}>
          {words('attendees')}: {names.join(', ')}
        </p>
      ) : null}
      {agenda.length > 0 ? (
        <>
          <h4 className={styles['heading']}>{words('agenda')}</h4>
          <ol className={styles['agenda']}>
            {agenda.map(({ name, outcome }, index) => {
              // Points have no identity of their own here, and their order is that of the agenda.
              const key = `${index} ${name}`;
              return (
                <li key={key}>
                  {name}
                  {outcome ? <span className={styles['said']}>{outcome}</span> : null}
                </li>
              );
            })}
          </ol>
        </>
      ) : null}
      {meeting.outcome ? (
        <>
          <h4 className={styles['heading']}>{words('outcome')}</h4>
          <p className={styles['outcome']}>{meeting.outcome}</p>
        </>
      ) : null}
    </article>
  );
}
