import { type DecisionView, decisions } from '@evenkeel/contract/decisions';
import type { DecisionId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { recordNumber } from '../../lib/record-number.ts';
import { useMay } from '../../lib/session.ts';
import { problemOf } from '../../ui/form/problem.ts';
import { formatInstant } from '../../ui/format/date.ts';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { DateText } from '../../ui/marks/values.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { FieldLine, FieldList } from '../../ui/record/field-list.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout } from '../../ui/record/record-layout.tsx';
import { CommentsPanel } from '../comments/components/comments-panel.tsx';
import { useDecision, useDecisionWrite } from './api.ts';
import { DecisionForm } from './components/decision-form.tsx';
import styles from './components/decisions.module.css';
import { EffectsSection } from './components/effects-section.tsx';
import { acknowledgementMark } from './model.ts';

const list = { label: 'Decisions', href: '/decisions' };

/** One decision: the options, why, who, what the client knows, and what it changed (B10). */
export function DecisionPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('decisionId') as DecisionId;
  const found = useDecision(id);
  return (
    <LoadedRecord found={found} noun="decision" list={list}>
      {(decision) => <Decision key={id} decision={decision} />}
    </LoadedRecord>
  );
}

function Decision({ decision }: { readonly decision: DecisionView }) {
  const mayWrite = useMay('write');
  const [isChanging, setChanging] = useState(false);
  const { project } = decision;
  const home = project.kind === 'client' ? 'client-projects' : 'initiatives';
  return (
    <Page
      title={decision.title}
      breadcrumbs={[list, { label: project.name, href: `/${home}/${project.id}` }]}
      actions={
        mayWrite && decision.acknowledgedAt === null ? (
          <Buttons decision={decision} onChange={() => setChanging(true)} />
        ) : null
      }
    >
      <RecordLayout sideLabel="Facts of the decision" side={<Facts decision={decision} />}>
        {decision.rationale ? <p className={styles['text']}>{decision.rationale}</p> : null}
        <Options decision={decision} />
        <EffectsSection decision={decision} mayWrite={mayWrite} />
        <CommentsPanel subject={{ kind: 'decision', id: decision.id }} isOpen />
      </RecordLayout>
      {isChanging ? (
        <DecisionForm
          projectId={project.id}
          decision={decision}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Page>
  );
}

function Options({ decision }: { readonly decision: DecisionView }) {
  if (decision.options.length === 0) return null;
  return (
    <Section title="Options">
      <ul className={styles['list']} aria-label="Options">
        {decision.options.map(({ name, note, isChosen }) => (
          <li key={name} className={styles['line']}>
            <StageMark
              label={isChosen ? 'Chosen' : 'Not chosen'}
              shape={isChosen ? 'done' : 'ring'}
            />
            <span className={isChosen ? styles['chosen'] : undefined}>{name}</span>
            {note ? <span className={styles['dim']}>{note}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Facts({ decision }: { readonly decision: DecisionView }) {
  const { project, account, acknowledgedBy, acknowledgedAt } = decision;
  const home = project.kind === 'client' ? 'client-projects' : 'initiatives';
  return (
    <FieldList title="Facts">
      <FieldLine label="Number">{recordNumber('decision', decision.number)}</FieldLine>
      <FieldLine label="Project">
        <AppLink href={`/${home}/${project.id}`}>{project.name}</AppLink>
      </FieldLine>
      {account ? (
        <FieldLine label="Account">
          <AppLink href={`/accounts/${account.id}`}>{account.name}</AppLink>
        </FieldLine>
      ) : null}
      <FieldLine label="Decided on">
        <DateText date={decision.decidedOn} />
      </FieldLine>
      <FieldLine label="Who decided">{decision.decidedBy.join(', ') || 'Not said'}</FieldLine>
      <FieldLine label="Client">
        <StageMark {...acknowledgementMark(decision)} />
      </FieldLine>
      {acknowledgedAt ? (
        <FieldLine label="Acknowledged">
          {formatInstant(acknowledgedAt)}
          {acknowledgedBy ? ` by ${acknowledgedBy}` : ''}
        </FieldLine>
      ) : null}
    </FieldList>
  );
}

type ButtonsProps = { readonly decision: DecisionView; readonly onChange: () => void };

function Buttons({ decision, onChange }: ButtonsProps) {
  const { mutateAsync } = useDecisionWrite(decisions.remove);
  const open = useOpen();
  const remove = async () => {
    try {
      await mutateAsync({ params: { id: decision.id } });
      open('/decisions');
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <>
      {decision.shownAt === null ? (
        <Button variant="default" onClick={() => void remove()}>
          Delete
        </Button>
      ) : null}
      <Button variant="default" onClick={onChange}>
        Change…
      </Button>
    </>
  );
}
