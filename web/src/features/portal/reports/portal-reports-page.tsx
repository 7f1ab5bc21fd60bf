import type { ProjectId } from '@evenkeel/core/id';
import { dayInWords } from '@evenkeel/core/status-reports/day-in-words';
import { portalReportWords } from '@evenkeel/core/words/portal-report';
import { IconReport } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import styles from '../portal.module.css';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { dayOf } from '../zoned-words.ts';
import { usePortalReports } from './api.ts';

/** Every report of a project that was sent. */
export function PortalReportsPage() {
  return (
    <PortalProjectPage section="reports">
      {(project) => <Reports projectId={project.id} />}
    </PortalProjectPage>
  );
}

function Reports({ projectId }: { readonly projectId: ProjectId }) {
  const { language, timeZone } = usePortal();
  const words = usePortalWords(portalReportWords);
  const found = usePortalReports(projectId);
  return (
    <PortalLoaded found={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <StateBlock icon={<IconReport size={20} stroke={1.6} />} title={words('noReports')}>
            <p>{words('noReportsHint')}</p>
          </StateBlock>
        ) : (
          <ul className={styles['list']}>
            {rows.map((report) => (
              <li key={report.id}>
                <AppLink
                  href={`/portal/projects/${projectId}/reports/${report.id}`}
                  className={styles['line']}
                >
                  <span className={styles['name']}>
                    {words('weekOf', {
                      from: dayInWords(report.weekFrom, language),
                      to: dayInWords(report.weekTo, language),
                    })}
                  </span>
                  <span className={styles['note']}>
                    {words('sent', { day: dayOf(report.sentAt, timeZone, language) })}
                  </span>
                </AppLink>
              </li>
            ))}
          </ul>
        )
      }
    </PortalLoaded>
  );
}
