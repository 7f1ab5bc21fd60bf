import type { PortalDecision } from '@evenkeel/contract/portal/decisions';
import type { ProjectId } from '@evenkeel/core/id';
import { decisionWords } from '@evenkeel/core/words/decision';
import { portalWords } from '@evenkeel/core/words/portal';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import styles from '../delay-notices/delay-notices.module.css';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { useAcknowledge, usePortalDecisions } from './api.ts';

/** Decisions on the client's project, which they acknowledge (CL-09). */
export function PortalDecisionsPage() {
  return (
    <PortalProjectPage section="decisions">
      {({ id }) => <Decisions projectId={id} />}
    </PortalProjectPage>
  );
}

function Decisions({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(decisionWords);
  const found = usePortalDecisions(projectId);
  return (
    <PortalLoaded found={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <StateBlock title={words('none')}>
            <p>{words('noneHint')}</p>
          </StateBlock>
        ) : (
          rows.map((decision) => (
            <Decision key={decision.id} projectId={projectId} decision={decision} />
          ))
        )
      }
    </PortalLoaded>
  );
}

type DecisionProps = { readonly projectId: ProjectId; readonly decision: PortalDecision };

function Decision({ projectId, decision }: DecisionProps) {
  const words = usePortalWords(decisionWords);
  const formats = usePortalFormats();
  const { title, rationale, options, decidedBy } = decision;
  return (
    <article className={styles['card']} aria-label={title} id={decision.id}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['said']}>
        {words('decidedOn', { day: formats.day(decision.decidedOn) })}
        {decidedBy.length > 0 ? ` ${words('decidedBy', { names: decidedBy.join(', ') })}` : ''}
      </p>
      {options.length > 0 ? (
        <ul className={styles['options']}>
          {options.map(({ name, note, isChosen }) => (
            <li key={name}>
              <ProgressGlyph
                shape={isChosen ? 'done' : 'ring'}
                label={words(isChosen ? 'chosen' : 'notChosen')}
              />{' '}
              {isChosen ? <strong>{name}</strong> : name}
              {note ? <span className={styles['dim']}> {note}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {rationale ? <p className={styles['text']}>{rationale}</p> : null}
      <Acknowledgement projectId={projectId} decision={decision} />
    </article>
  );
}

function Acknowledgement({ projectId, decision }: DecisionProps) {
  const words = usePortalWords(decisionWords);
  const frame = usePortalWords(portalWords);
  const formats = usePortalFormats();
  const acknowledge = useAcknowledge();
  const { acknowledgedAt, acknowledgedBy } = decision;
  if (acknowledgedAt !== null) {
    const day = formats.moment(acknowledgedAt);
    return (
      <p className={styles['outcome']}>
        <ProgressGlyph shape="done" tone="good" />
        {acknowledgedBy
          ? words('acknowledged', { name: acknowledgedBy, day })
          : words('acknowledgedOn', { day })}
      </p>
    );
  }
  return (
    <div className={styles['answer']}>
      <Button
        size="md"
        leftSection={<IconCheck size={17} />}
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate({ params: { projectId, id: decision.id } })}
      >
        {words('acknowledge')}
      </Button>
      {acknowledge.isError ? (
        <p role="alert" className={styles['problem']}>
          {frame('failed')}
        </p>
      ) : null}
    </div>
  );
}
