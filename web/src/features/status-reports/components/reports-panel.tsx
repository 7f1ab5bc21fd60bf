import { type StatusReportRow, statusReports } from '@evenkeel/contract/status-reports';
import type { ProjectId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useReportWrite, useStatusReports } from '../api.ts';
import { languageLabels, reactionLabels } from '../words.ts';
import { CheckInSection } from './check-in-section.tsx';
import { ReportPlanFields } from './report-plan-fields.tsx';
import styles from './reports.module.css';

type ReportsPanelProps = {
  readonly project: { readonly id: ProjectId };
  readonly mayWrite: boolean;
};

/** What the client of a project is told each week, and the check-in that feeds it (CL-04, PM-16). */
export function ReportsPanel({ project, mayWrite }: ReportsPanelProps) {
  return (
    <div className={styles['stack']}>
      <Reports projectId={project.id} mayWrite={mayWrite} />
      <CheckInSection projectId={project.id} mayWrite={mayWrite} />
      <Section
        framed
        title="Every week"
        note="Drafted by itself once the portal is open; it is sent by a person"
      >
        <ReportPlanFields projectId={project.id} mayWrite={mayWrite} />
      </Section>
    </div>
  );
}

type PartProps = { readonly projectId: ProjectId; readonly mayWrite: boolean };

function Reports({ projectId, mayWrite }: PartProps) {
  const found = useStatusReports(projectId);
  const draft = useReportWrite(statusReports.draft);
  const open = useOpen();
  const hasDraft = found.data?.rows.some(({ sentAt }) => sentAt === null) ?? true;
  const begin = async () => {
    try {
      const { id } = await draft.mutateAsync({ body: { projectId } });
      open(`/status-reports/${id}`);
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section
      framed
      title="Status reports"
      note="Drafted from the facts in two voices: one for the team, one for the client"
      actions={
        mayWrite && !hasDraft ? (
          <Button
            leftSection={<IconPlus size={16} />}
            loading={draft.isPending}
            onClick={() => void begin()}
          >
            Draft now
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the status reports">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles['empty']}>
              No report yet. Draft one: it says where the project stands, what was done, what comes
              next by which promised day, and what is needed. You read it over, then send it.
            </p>
          ) : (
            <ul className={styles['list']}>
              {rows.map((report) => (
                <ReportLine key={report.id} report={report} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function ReportLine({ report }: { readonly report: StatusReportRow }) {
  const { sentAt, sentBy, reactions } = report;
  return (
    <li className={styles['item']}>
      <AppLink className={styles['main']} href={`/status-reports/${report.id}`}>
        Week of {formatDate(report.weekFrom)}
      </AppLink>
      <span className={styles['dim']}>{languageLabels[report.language]}</span>
      {reactions.map(({ member, reaction }) => (
        <span key={member.id}>
          {member.name}: {reactionLabels[reaction]}
        </span>
      ))}
      <span className={styles['dim']}>
        {sentAt === null ? 'Draft' : `Sent by ${sentBy?.name ?? 'somebody'}`}
      </span>
    </li>
  );
}
