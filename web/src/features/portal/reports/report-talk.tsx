import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { portalReportWords } from '@evenkeel/core/words/portal-report';
import { usePortalMessages } from '../messages/api.ts';
import { MessageList } from '../messages/message-list.tsx';
import { WriteMessage } from '../messages/write-message.tsx';
import { usePortalWords } from '../portal-context.ts';
import styles from './reports.module.css';

/** More than is said about one report. */
const most = 200;

type ReportTalkProps = { readonly projectId: ProjectId; readonly reportId: StatusReportId };

/** What firm and client say about a report, where it stands, the latest first. */
export function ReportTalk({ projectId, reportId }: ReportTalkProps) {
  const words = usePortalWords(portalReportWords);
  const found = usePortalMessages(projectId, most, reportId);
  const rows = found.data?.rows ?? [];
  return (
    <section className={styles['talk']} aria-labelledby="report-talk">
      <h3 id="report-talk" className={styles['heading']}>
        {words('talk')}
      </h3>
      <WriteMessage projectId={projectId} reportId={reportId} label={words('comment')} />
      {rows.length > 0 ? <MessageList messages={rows} /> : null}
    </section>
  );
}
