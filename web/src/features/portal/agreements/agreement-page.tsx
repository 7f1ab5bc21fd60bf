import { type PortalAgreement, portalAgreements } from '@evenkeel/contract/portal/agreements';
import type { ProjectId } from '@evenkeel/core/id';
import { agreementWords } from '@evenkeel/core/words/agreement';
import { Button } from '@mantine/core';
import { IconCheck, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalProjectPage } from '../portal-project.tsx';
import styles from './agreement.module.css';
import { AgreementText } from './agreement-text.tsx';
import { usePortalAgreement, usePortalAgreementWrite } from './api.ts';

/** How both sides work together, for the client to read and acknowledge (CL-02). */
export function PortalAgreementPage() {
  return (
    <PortalProjectPage section="agreement">
      {({ id }) => <Agreement projectId={id} />}
    </PortalProjectPage>
  );
}

function Agreement({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(agreementWords);
  const { language } = usePortal();
  const found = usePortalAgreement(projectId);
  if (!found.data) {
    return found.error ? (
      <StateBlock role="alert" tone="bad" title={words('failed')} />
    ) : (
      <LoadingState />
    );
  }
  const { agreement } = found.data;
  if (!agreement) {
    return (
      <StateBlock icon={<IconFileText size={20} stroke={1.6} />} title={words('none')}>
        <p>{words('noneHint')}</p>
      </StateBlock>
    );
  }
  const { number, proposedAt } = agreement;
  return (
    <article className={styles['document']} aria-label={words('agreement')}>
      <h2 className={styles['title']}>{words('agreement')}</h2>
      <p className={styles['dim']}>
        {words('version', { number, day: proposedAt ? formatInstant(proposedAt, language) : '' })}
      </p>
      <AgreementText content={agreement.content} />
      <Acknowledgements projectId={projectId} agreement={agreement} />
    </article>
  );
}

type AcknowledgementsProps = {
  readonly projectId: ProjectId;
  readonly agreement: PortalAgreement;
};

function Acknowledgements({ projectId, agreement }: AcknowledgementsProps) {
  const words = usePortalWords(agreementWords);
  const { firm, language } = usePortal();
  const { acknowledgements, state, isAcknowledged } = agreement;
  const isMissing = (side: 'ours' | 'theirs') => !acknowledgements.some((one) => one.side === side);
  return (
    <section className={styles['foot']}>
      {state === 'agreed' ? <strong>{words('holds')}</strong> : null}
      <ul className={styles['said']}>
        {acknowledgements.map(({ side, name, at }) => (
          <li key={`${side} ${name} ${at}`}>
            <ProgressGlyph shape="done" tone="good" />
            {words('acknowledgedBy', { name, day: formatInstant(at, language) })}
          </li>
        ))}
        {isMissing('ours') ? (
          <li>
            <ProgressGlyph shape="ring" />
            {words('waitingForUs', { firm: firm.name })}
          </li>
        ) : null}
        {isMissing('theirs') ? (
          <li>
            <ProgressGlyph shape="ring" />
            {words('waitingForYou')}
          </li>
        ) : null}
      </ul>
      {isAcknowledged ? null : <AcknowledgeButton projectId={projectId} agreement={agreement} />}
    </section>
  );
}

function AcknowledgeButton({ projectId, agreement }: AcknowledgementsProps) {
  const words = usePortalWords(agreementWords);
  const write = usePortalAgreementWrite(portalAgreements.acknowledge);
  const [problem, setProblem] = useState<string | null>(null);
  const acknowledge = async () => {
    try {
      await write.mutateAsync({ params: { projectId }, body: { agreementId: agreement.id } });
    } catch (thrown) {
      const isStale = thrown instanceof ApiError && thrown.problem.status === 409;
      setProblem(words(isStale ? 'changed' : 'failed'));
    }
  };
  return (
    <>
      <p className={styles['dim']}>{words('acknowledgeHint')}</p>
      {problem ? <p role="alert">{problem}</p> : null}
      <Button
        size="md"
        className={styles['button'] ?? ''}
        leftSection={<IconCheck size={17} />}
        loading={write.isPending}
        onClick={() => void acknowledge()}
      >
        {words('acknowledge')}
      </Button>
    </>
  );
}
