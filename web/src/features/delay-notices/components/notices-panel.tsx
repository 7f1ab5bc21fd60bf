import { formatDate } from '../../../ui/format/date.ts';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../../projects/client-project-page.tsx';
import { useDelayNotices, useSmallSlips } from '../api.ts';
import { daysInWords } from '../model.ts';
import { NoticeList } from './notice-list.tsx';
import styles from './notices.module.css';

/** Delay notices of a project, and the slips too small for one. */
export function NoticesPanel({ project }: ClientSectionProps) {
  const found = useDelayNotices(project.id);
  return (
    <>
      <Section title="Delay notices">
        <div className={styles['fill']}>
          <Loaded found={found} what="the delay notices">
            {({ rows }) => <NoticeList rows={rows} />}
          </Loaded>
        </div>
      </Section>
      <SmallSlips project={project} />
    </>
  );
}

function SmallSlips({ project }: Pick<ClientSectionProps, 'project'>) {
  const { data } = useSmallSlips(project.id);
  if (!data || data.rows.length === 0) return null;
  return (
    <Section title="Small slips" note="Within the tolerance: they go into the weekly status.">
      <ul className={styles['reasons']} aria-label="Small slips">
        {data.rows.map((slip) => (
          <li key={`${slip.wording} ${slip.promised}`} className={styles['reason']}>
            <span className={styles['grow']}>{slip.wording}</span>
            <span className={styles['dim']}>
              told {formatDate(slip.promised)}, forecast {formatDate(slip.forecast)}
            </span>
            <span className={styles['days']}>{daysInWords(slip.slipDays)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
