import { type GoalChange, type GoalView, goals } from '@evenkeel/contract/goals';
import type { GoalId } from '@evenkeel/core/id';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { DocumentField, TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { InsightsPanel } from '../analysis/components/insights-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { GoalInitiativesPanel } from '../initiatives/components/goal-initiatives-panel.tsx';
import { GoalKpisPanel } from '../kpis/components/goal-kpis-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { useGoal, useGoalWrite } from './api.ts';
import { GoalFacts } from './components/goal-facts.tsx';
import { GoalMenu } from './components/goal-menu.tsx';
import { GoalStandingSection } from './components/goal-standing.tsx';

const list = { label: 'Goals', href: '/goals' };

/** One goal: how far it is, what serves it, and what it still lacks. */
export function GoalPage() {
  // The route table names the parameter; the server refuses what is no id.
  const id = usePathParameter('goalId') as GoalId;
  const found = useGoal(id);
  return (
    <LoadedRecord found={found} noun="goal" list={list}>
      {(goal) => <GoalDocument key={id} goal={goal} />}
    </LoadedRecord>
  );
}

function GoalDocument({ goal }: { readonly goal: GoalView }) {
  const update = useGoalWrite(goals.update);
  const { save, state } = useSaving<GoalChange>(goal.version, (body, version) =>
    update.mutateAsync({ params: { id: goal.id }, version, body }),
  );
  const canEdit = useMay('write') && goal.deletedAt === null;
  return (
    <Page
      title={goal.name}
      breadcrumbs={[list, { label: goal.plan.name, href: `/plans/${goal.plan.id}` }]}
      actions={
        <>
          <SavedNote state={state} />
          <GoalMenu goal={goal} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts of the goal"
        side={
          <>
            <GoalFacts goal={goal} save={save} canEdit={canEdit} />
            <RecordFactsPanel
              subject={{ kind: 'goal', id: goal.id }}
              isOpen={goal.deletedAt === null}
            />
          </>
        }
      >
        <Autosave name="name" value={goal.name} save={(name) => save({ name })}>
          {(field) => <TitleField label="Name of the goal" disabled={!canEdit} {...field} />}
        </Autosave>
        <GoalStandingSection goal={goal} canEdit={canEdit} />
        <GoalKpisPanel goal={goal} canEdit={canEdit} />
        <InsightsPanel led={{ goalId: goal.id }} />
        <GoalInitiativesPanel goal={goal} canAdd={canEdit} />
        <Autosave name="notes" value={goal.notes} save={(notes) => save({ notes })}>
          {(field) => (
            <DocumentField
              label="Notes"
              placeholder="What else belongs to it."
              disabled={!canEdit}
              {...field}
            />
          )}
        </Autosave>
        <RecordPanel subject={{ kind: 'goal', id: goal.id }} isOpen={goal.deletedAt === null} />
        <Section title="History">
          <HistoryPanel root="goal" rootId={goal.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}
