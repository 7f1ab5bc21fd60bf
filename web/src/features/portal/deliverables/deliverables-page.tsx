import type { PortalDeliverable, PortalVersion } from '@evenkeel/contract/portal/deliverables';
import type { ProjectId } from '@evenkeel/core/id';
import { workingWords } from '@evenkeel/core/words/working-together';
import { IconFile, IconPackageExport } from '@tabler/icons-react';
import { formatDate, formatInstant } from '../../../ui/format/date.ts';
import { ProgressGlyph, type ProgressShape } from '../../../ui/marks/progress-glyph.tsx';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { portalFileAddress, usePortalDeliverables } from './api.ts';
import { Decision } from './decision.tsx';
import styles from './deliverables.module.css';

/** What the client is asked to approve, and what they have said (CL-25, PM-20). */
export function PortalDeliverablesPage() {
  return (
    <PortalProjectPage section="deliverables">
      {({ id }) => <Deliverables projectId={id} />}
    </PortalProjectPage>
  );
}

function Deliverables({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(workingWords);
  const found = usePortalDeliverables(projectId);
  if (!found.data) return found.error ? <Failed /> : <LoadingState />;
  const { rows } = found.data;
  if (rows.length === 0) {
    return (
      <StateBlock
        icon={<IconPackageExport size={20} stroke={1.6} />}
        title={words('noDeliverables')}
      >
        <p>{words('noDeliverablesHint')}</p>
      </StateBlock>
    );
  }
  return (
    <div className={styles['stack']}>
      {rows.map((one) => (
        <Deliverable key={one.id} projectId={projectId} deliverable={one} />
      ))}
    </div>
  );
}

const shapes: Readonly<Record<PortalDeliverable['state'], ProgressShape>> = {
  asked: 'half',
  rejected: 'cancelled',
  approved: 'done',
};
const tones = { asked: 'step-2', rejected: 'bad', approved: 'good' } as const;
const stateKeys = {
  asked: 'stateAsked',
  rejected: 'stateRejected',
  approved: 'stateApproved',
} as const;

type DeliverableProps = {
  readonly projectId: ProjectId;
  readonly deliverable: PortalDeliverable;
};

function Deliverable({ projectId, deliverable }: DeliverableProps) {
  const words = usePortalWords(workingWords);
  const [latest, ...earlier] = deliverable.versions;
  const { state, milestone } = deliverable;
  return (
    <section className={styles['card']} aria-label={deliverable.name} id={deliverable.id}>
      <div className={styles['head']}>
        <h2 className={styles['name']}>{deliverable.name}</h2>
        <StageMark label={words(stateKeys[state])} shape={shapes[state]} tone={tones[state]} />
      </div>
      {milestone ? <p className={styles['dim']}>{words('belongsTo', { milestone })}</p> : null}
      {deliverable.description ? <p className={styles['text']}>{deliverable.description}</p> : null}
      {latest ? <Version version={latest} /> : null}
      {latest?.state === 'asked' ? <Decision projectId={projectId} version={latest} /> : null}
      {earlier.length > 0 ? (
        <details className={styles['earlier']}>
          <summary>{words('earlierVersions')}</summary>
          {earlier.map((version) => (
            <Version key={version.id} version={version} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function Version({ version }: { readonly version: PortalVersion }) {
  const { language } = usePortal();
  const formats = usePortalFormats();
  const words = usePortalWords(workingWords);
  const number = words('versionNumber', { number: version.number });
  return (
    <div className={styles['version']}>
      <p className={styles['number']}>
        {number}
        <span className={styles['dim']}>{formatInstant(version.askedAt, language)}</span>
        {version.state === 'asked' && version.dueOn ? (
          <span>{words('dueBy', { day: formatDate(version.dueOn, language) })}</span>
        ) : null}
      </p>
      {version.note ? <p className={styles['text']}>{version.note}</p> : null}
      <ul className={styles['files']} aria-label={number}>
        {version.files.map(({ fileId, name, byteSize, sha256 }) => (
          <li key={fileId}>
            <a className={styles['file']} href={portalFileAddress(fileId)} download={name}>
              <IconFile size={16} stroke={1.6} aria-hidden />
              <span className={styles['grow']}>{name}</span>
              <span className={styles['dim']} title={`SHA-256 ${sha256}`}>
                {formats.size(byteSize)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <ul className={styles['said']}>
        {version.approvals.map((approval) => (
          <li key={approval.id}>
            <Said approval={approval} isOpen={version.state === 'asked'} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type SaidProps = {
  readonly approval: PortalVersion['approvals'][number];
  readonly isOpen: boolean;
};

function Said({ approval, isOpen }: SaidProps) {
  const { language } = usePortal();
  const words = usePortalWords(workingWords);
  const { decision, decidedAt, decidedBy, reason, contact, manifestHash } = approval;
  if (decision === null) {
    return isOpen ? (
      <span className={styles['inline']}>
        <ProgressGlyph shape="ring" />
        {words('waitsFor', { name: contact })}
      </span>
    ) : null;
  }
  const isYes = decision === 'approved';
  return (
    <>
      <span className={styles['inline']}>
        <ProgressGlyph shape={isYes ? 'done' : 'cancelled'} tone={isYes ? 'good' : 'bad'} />
        <span>
          {words(isYes ? 'approvedBy' : 'rejectedBy', { name: decidedBy })}
          {decidedAt ? `, ${formatInstant(decidedAt, language)}` : ''}
        </span>
      </span>
      {reason ? <p className={styles['reason']}>{reason}</p> : null}
      {isYes && manifestHash ? (
        <p className={styles['hash']}>
          {words('checksum')} <code>{manifestHash}</code>
        </p>
      ) : null}
    </>
  );
}

function Failed() {
  const words = usePortalWords(workingWords);
  return <StateBlock role="alert" tone="bad" title={words('wentWrong')} />;
}
