import type { PortalReport } from '@evenkeel/contract/portal/reports';
import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { dayInWords } from '@evenkeel/core/status-reports/day-in-words';
import { reportReactions } from '@evenkeel/core/status-reports/reaction';
import { filledSections } from '@evenkeel/core/status-reports/report-text';
import { portalReportWords } from '@evenkeel/core/words/portal-report';
import { statusReportWords } from '@evenkeel/core/words/status-report';
import { say } from '@evenkeel/core/words/words';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { usePathParameter } from '../../../ui/navigation/use-path-parameter.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { dayOf } from '../zoned-words.ts';
import { usePortalReport, useReact } from './api.ts';
import { ReportTalk } from './report-talk.tsx';
import styles from './reports.module.css';

/** One report as the client reads it, and what they say to it. */
export function PortalReportPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('reportId') as StatusReportId;
  return (
    <PortalProjectPage section="reports">
      {(project) => <Report projectId={project.id} id={id} />}
    </PortalProjectPage>
  );
}

type ReportProps = { readonly projectId: ProjectId; readonly id: StatusReportId };

function Report({ projectId, id }: ReportProps) {
  const found = usePortalReport(projectId, id);
  return (
    <PortalLoaded found={found}>
      {(report) => (
        <article className={styles['report']}>
          <ReportHead projectId={projectId} report={report} />
          <ReportBody report={report} />
          <Reactions projectId={projectId} report={report} />
          <ReportTalk projectId={projectId} reportId={report.id} />
        </article>
      )}
    </PortalLoaded>
  );
}

type PartProps = { readonly projectId: ProjectId; readonly report: PortalReport };

function ReportHead({ projectId, report }: PartProps) {
  const { language, timeZone } = usePortal();
  const words = usePortalWords(portalReportWords);
  const day = dayOf(report.sentAt, timeZone, language);
  return (
    <header className={styles['head']}>
      <AppLink href={`/portal/projects/${projectId}/reports`} className={styles['back']}>
        <IconArrowLeft size={15} aria-hidden /> {words('allReports')}
      </AppLink>
      <h2 className={styles['title']}>
        {words('weekOf', {
          from: dayInWords(report.weekFrom, language),
          to: dayInWords(report.weekTo, language),
        })}
      </h2>
      <p className={styles['meta']}>
        {report.sentBy === null
          ? words('sent', { day })
          : words('sentBy', { name: report.sentBy, day })}
      </p>
      <Button
        component="a"
        href={`/api/v1/portal/projects/${projectId}/reports/${report.id}/pdf`}
        variant="default"
        leftSection={<IconDownload size={15} />}
      >
        {words('pdf')}
      </Button>
    </header>
  );
}

/** In the language in which it was written, headings as well. */
function ReportBody({ report }: { readonly report: PortalReport }) {
  const words = say(statusReportWords, report.language);
  return (
    <div lang={report.language}>
      {filledSections(report.text).map(({ section, lines }) => (
        <section key={section}>
          <h3 className={styles['heading']}>{words(section)}</h3>
          {section === 'standing' ? (
            lines.map((line) => <p key={line}>{line}</p>)
          ) : (
            <ul className={styles['lines']}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

/** One touch, to be changed or taken back. */
function Reactions({ projectId, report }: PartProps) {
  const words = usePortalWords(portalReportWords);
  const react = useReact();
  const { ownReaction, id } = report;
  return (
    <section className={styles['reactions']} aria-label={words('react')}>
      <div className={styles['buttons']}>
        {reportReactions.map((reaction) => (
          <Button
            key={reaction}
            variant={ownReaction === reaction ? 'filled' : 'default'}
            aria-pressed={ownReaction === reaction}
            loading={react.isPending}
            onClick={() =>
              react.mutate({
                params: { projectId, id },
                body: { reaction: ownReaction === reaction ? null : reaction },
              })
            }
          >
            {words(reaction)}
          </Button>
        ))}
      </div>
      <p role="status" className={styles['meta']}>
        {ownReaction === null ? '' : words('reacted')}
      </p>
    </section>
  );
}
