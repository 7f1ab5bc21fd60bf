import type { PortalDuty } from '@evenkeel/contract/portal/duties';
import type { ProjectId } from '@evenkeel/core/id';
import { workingWords } from '@evenkeel/core/words/working-together';
import { IconDownload, IconFile, IconHandStop } from '@tabler/icons-react';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { contentAddress } from '../files/api.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { AnswerForm } from './answer-form.tsx';
import { usePortalDuties } from './api.ts';
import styles from './duties.module.css';

/** What the firm needs from the client: what, who, by when (CL-05). */
export function PortalDutiesPage() {
  return (
    <PortalProjectPage section="needs">{({ id }) => <Duties projectId={id} />}</PortalProjectPage>
  );
}

function Duties({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(workingWords);
  const found = usePortalDuties(projectId);
  if (!found.data) {
    return found.error ? (
      <StateBlock role="alert" tone="bad" title={words('wentWrong')} />
    ) : (
      <LoadingState />
    );
  }
  const { rows } = found.data;
  const isOpen = ({ state }: PortalDuty) => state !== 'confirmed';
  const [open, closed] = [rows.filter(isOpen), rows.filter((duty) => !isOpen(duty))];
  return (
    <div className={styles['stack']}>
      {open.length === 0 ? (
        <StateBlock icon={<IconHandStop size={20} stroke={1.6} />} title={words('noDuties')}>
          <p>{words('noDutiesHint')}</p>
        </StateBlock>
      ) : (
        <ul className={styles['list']} aria-label={words('duties')}>
          {open.map((duty) => (
            <Duty key={duty.id} projectId={projectId} duty={duty} />
          ))}
        </ul>
      )}
      {closed.length > 0 ? (
        <details>
          <summary className={styles['summary']}>
            {words('doneDuties')} ({closed.length})
          </summary>
          <ul className={styles['list']} aria-label={words('doneDuties')}>
            {closed.map((duty) => (
              <Duty key={duty.id} projectId={projectId} duty={duty} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

type DutyProps = { readonly projectId: ProjectId; readonly duty: PortalDuty };

const kindKeys = { input: 'kindInput', access: 'kindAccess', approval: 'kindApproval' } as const;
const shapes = {
  asked: 'ring',
  answered: 'three-quarters',
  paused: 'dashed',
  confirmed: 'done',
} as const;

function Duty({ projectId, duty }: DutyProps) {
  const { language } = usePortal();
  const words = usePortalWords(workingWords);
  const isLate = duty.state === 'asked' && duty.dueOn < readerToday();
  const day = formatDate(duty.dueOn, language);
  return (
    <li className={styles['duty']} id={duty.id}>
      <div className={styles['head']}>
        <ProgressGlyph shape={shapes[duty.state]} />
        <span className={styles['name']}>{duty.name}</span>
        <span className={styles['dim']}>{words(kindKeys[duty.kind])}</span>
      </div>
      <p className={styles['facts']}>
        <span>{duty.isMine ? words('fromYou') : words('who', { name: duty.contact })}</span>
        <span className={isLate ? styles['late'] : undefined}>
          {words(isLate ? 'overdueSince' : 'neededBy', { day })}
        </span>
      </p>
      {duty.details ? <p className={styles['text']}>{duty.details}</p> : null}
      {duty.sentBackReason && duty.state === 'asked' ? (
        <p className={styles['text']}>
          <strong>{words('sentBack')}: </strong>
          {duty.sentBackReason}
        </p>
      ) : null}
      {duty.answer ? <p className={styles['quote']}>{duty.answer}</p> : null}
      <DutyFiles files={duty.files} />
      <Next projectId={projectId} duty={duty} />
    </li>
  );
}

function DutyFiles({ files }: { readonly files: PortalDuty['files'] }) {
  const words = usePortalWords(workingWords);
  const formats = usePortalFormats();
  if (files.length === 0) return null;
  return (
    <ul className={styles['files']} aria-label={words('filesSent')}>
      {files.map(({ id, name, byteSize }) => (
        <li key={id}>
          <a className={styles['file']} href={contentAddress(id)} download={name}>
            <IconFile size={16} stroke={1.6} aria-hidden />
            <span className={styles['fileName']}>{name}</span>
            <span className={styles['dim']}>{formats.size(byteSize)}</span>
            <IconDownload size={16} stroke={1.6} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What the reader can do now, or where it lies. */
function Next({ projectId, duty }: DutyProps) {
  const words = usePortalWords(workingWords);
  if (duty.kind === 'approval') {
    if (duty.state !== 'asked') return null;
    const hash = duty.deliverableId ? `#${duty.deliverableId}` : '';
    return (
      <AppLink href={`/portal/projects/${projectId}/deliverables${hash}`}>
        {words('toDeliverable')}
      </AppLink>
    );
  }
  switch (duty.state) {
    case 'asked':
      return <AnswerForm projectId={projectId} duty={duty} />;
    case 'answered':
      return <p className={styles['dim']}>{words('answered', { name: duty.answeredBy ?? '' })}</p>;
    case 'paused':
      return <p className={styles['dim']}>{words('resting')}</p>;
    case 'confirmed':
      return null;
  }
}
