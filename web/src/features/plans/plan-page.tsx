import { type PlanChange, type PlanView, plans } from '@evenkeel/contract/plans';
import type { StrategicPlanId } from '@evenkeel/core/id';
import type { PlanState } from '@evenkeel/core/strategy/plan';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { PlanGoalsPanel } from '../goals/components/plan-goals-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { TacticalPlansPanel } from '../tactical-plans/components/tactical-plans-panel.tsx';
import { usePlan, usePlanWrite } from './api.ts';
import { PlanApproval } from './components/plan-approval.tsx';
import { PlanDuties } from './components/plan-duties.tsx';
import { PlanFacts } from './components/plan-facts.tsx';
import { PlanMenu } from './components/plan-menu.tsx';
import { PlanText } from './components/plan-text.tsx';

const list = { label: 'Strategic plans', href: '/plans' };

/** One strategic plan, read and written like a document (ST-22). */
export function PlanPage() {
  // The route table names the parameter; the server refuses what is no id.
  const id = usePathParameter('planId') as StrategicPlanId;
  const found = usePlan(id);
  return (
    <LoadedRecord found={found} noun="strategic plan" list={list}>
      {(plan) => <PlanDocument key={id} plan={plan} />}
    </LoadedRecord>
  );
}

function PlanDocument({ plan }: { readonly plan: PlanView }) {
  const update = usePlanWrite(plans.update);
  const move = usePlanWrite(plans.move);
  const mayWrite = useMay('write');
  const params = { id: plan.id };
  const { save, state } = useSaving<{ edit: PlanChange } | { move: PlanState }>(
    plan.version,
    (change, version) =>
      'edit' in change
        ? update.mutateAsync({ params, version, body: change.edit })
        : move.mutateAsync({ params, version, body: { state: change.move } }),
  );
  const edit = (change: PlanChange) => save({ edit: change });
  const moveTo = (to: PlanState) => save({ move: to });
  const canEdit = mayWrite && plan.state !== 'closed' && plan.deletedAt === null;
  return (
    <Page
      title={plan.name}
      breadcrumbs={[list]}
      actions={
        <>
          <SavedNote state={state} />
          <PlanMenu plan={plan} onMove={moveTo} />
        </>
      }
      primary={<PlanApproval plan={plan} onMove={moveTo} />}
    >
      <RecordLayout
        sideLabel="Facts of the plan"
        side={<PlanFacts plan={plan} save={edit} canEdit={canEdit} />}
      >
        <PlanText plan={plan} save={edit} canEdit={canEdit} />
        <PlanDuties plan={plan} canEdit={canEdit} />
        <PlanGoalsPanel planId={plan.id} canAdd={canEdit} />
        <TacticalPlansPanel planId={plan.id} canAdd={canEdit} />
        <RecordPanel subject={{ kind: 'plan', id: plan.id }} isOpen={plan.deletedAt === null} />
        <Section title="History">
          <HistoryPanel root="strategic_plan" rootId={plan.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}
