import type { SubjectLink as Subject } from '@evenkeel/contract/subjects';
import type { SubjectKind } from '@evenkeel/core/subject';
import { subjectPath } from '@evenkeel/core/subject';
import {
  IconAddressBook,
  IconArrowsExchange,
  IconBuilding,
  IconBulb,
  IconCalendarDue,
  IconCalendarEvent,
  IconChartLine,
  IconCircleDot,
  IconColumns3,
  IconContract,
  IconFileInvoice,
  IconFileText,
  IconFlag2,
  IconHelpCircle,
  IconMessageCircle,
  IconPackage,
  IconPackageExport,
  type IconProps,
  IconReport,
  IconRoute,
  IconScale,
  IconSparkles,
  IconSquareCheck,
  IconTarget,
  IconTargetArrow,
  IconTransferOut,
  IconUser,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { subjectNumber, subjectWords } from '../../../lib/subject.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import styles from './subjects.module.css';

/** The two kinds of work have their own mark everywhere. */
const icons: Record<
  Exclude<SubjectKind, 'client-project' | 'initiative'>,
  ComponentType<IconProps>
> = {
  account: IconBuilding,
  contact: IconAddressBook,
  lead: IconSparkles,
  deal: IconColumns3,
  quote: IconFileInvoice,
  contract: IconContract,
  'hand-off': IconTransferOut,
  'customer-goal': IconTargetArrow,
  'customer-initiative': IconFlag2,
  interaction: IconMessageCircle,
  plan: IconRoute,
  goal: IconTarget,
  objective: IconTargetArrow,
  kpi: IconChartLine,
  insight: IconBulb,
  action: IconSquareCheck,
  task: IconCircleDot,
  person: IconUser,
  product: IconPackage,
  deliverable: IconPackageExport,
  meeting: IconCalendarEvent,
  'status-report': IconReport,
  decision: IconScale,
  'delay-notice': IconCalendarDue,
  question: IconHelpCircle,
  'working-agreement': IconFileText,
  'change-request': IconArrowsExchange,
};

/** The mark of a kind of record, with its word for those who do not see it. */
export function SubjectMark({ kind }: { readonly kind: SubjectKind }) {
  const label = subjectWords[kind].one;
  if (kind === 'client-project') return <KindDot kind="client" label={label} />;
  if (kind === 'initiative') return <KindDot kind="initiative" label={label} />;
  const Icon = icons[kind];
  return <Icon size={14} className={styles['mark'] ?? ''} role="img" aria-label={label} />;
}

type SubjectLinkProps = {
  readonly subject: Subject;
  /** Shows the number that people see, after the name. */
  readonly withNumber?: boolean;
};

/** Any record by its mark and name; a way to its page where it has one. */
export function SubjectLink({ subject, withNumber = false }: SubjectLinkProps) {
  const href = subject.isDeleted ? null : subjectPath(subject);
  const number = withNumber ? subjectNumber(subject) : null;
  const content = (
    <>
      <SubjectMark kind={subject.kind} />
      <span className={joinClasses(styles['name'], subject.isDeleted && styles['gone'])}>
        {subject.name}
      </span>
      {number ? <span className={styles['number']}>{number}</span> : null}
    </>
  );
  return href === null ? (
    <span className={styles['link']} title={subject.isDeleted ? 'In the trash' : undefined}>
      {content}
    </span>
  ) : (
    <AppLink href={href} className={styles['link']}>
      {content}
    </AppLink>
  );
}
