import { Section } from '../../../ui/page/section.tsx';
import { useAdding } from '../../../ui/page/use-adding.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../../projects/client-project-page.tsx';
import { useDecisions } from '../api.ts';
import { DecisionForm, NewDecisionButton } from './decision-form.tsx';
import { DecisionList } from './decision-list.tsx';
import styles from './decisions.module.css';

/** Decisions on a client project. */
export function DecisionsPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useDecisions(project.id);
  const [isAdding, setAdding] = useAdding('Write down a decision', mayWrite);
  return (
    <Section
      title="Decisions"
      actions={mayWrite ? <NewDecisionButton onAdd={() => setAdding(true)} /> : null}
    >
      <div className={styles['fill']}>
        <Loaded found={found} what="the decisions">
          {({ rows }) => <DecisionList rows={rows} />}
        </Loaded>
      </div>
      {isAdding ? <DecisionForm projectId={project.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
