import {
  type TacticalPlanChange,
  type TacticalPlanView,
  tacticalPlans,
} from '@evenkeel/contract/tactical-plans';
import type { TacticalPlanId } from '@evenkeel/core/id';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { DocumentField, TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { useTacticalPlan, useTacticalWrite } from './api.ts';
import { TacticalPlanFacts } from './components/tactical-plan-facts.tsx';
import { TacticsSection } from './components/tactics-section.tsx';

const list = { label: 'Strategic plans', href: '/plans' };

/** One tactical plan: timeline, tools and resources, specific actions (ST-23). */
export function TacticalPlanPage() {
  // The route table names the parameter; the server refuses what is no id.
  const id = usePathParameter('tacticalPlanId') as TacticalPlanId;
  const found = useTacticalPlan(id);
  return (
    <LoadedRecord found={found} noun="tactical plan" list={list}>
      {(plan) => <TacticalPlanDocument key={id} plan={plan} />}
    </LoadedRecord>
  );
}

function TacticalPlanDocument({ plan }: { readonly plan: TacticalPlanView }) {
  const update = useTacticalWrite(tacticalPlans.update);
  const { save, state } = useSaving<TacticalPlanChange>(plan.version, (body, version) =>
    update.mutateAsync({ params: { id: plan.id }, version, body }),
  );
  const canEdit = useMay('write') && plan.deletedAt === null;
  return (
    <Page
      title={plan.name}
      breadcrumbs={[list, { label: plan.plan.name, href: `/plans/${plan.plan.id}` }]}
      actions={
        <>
          <SavedNote state={state} />
          <TacticalPlanMenu plan={plan} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts of the tactical plan"
        side={<TacticalPlanFacts plan={plan} save={save} canEdit={canEdit} />}
      >
        <Autosave name="name" value={plan.name} save={(name) => save({ name })}>
          {(field) => (
            <TitleField label="Name of the tactical plan" disabled={!canEdit} {...field} />
          )}
        </Autosave>
        <TacticsSection plan={plan} canEdit={canEdit} />
        <Autosave name="resources" value={plan.resources} save={(resources) => save({ resources })}>
          {(field) => (
            <DocumentField
              label="Tools and resources"
              placeholder="What it takes: tools, money, hours, lists, partners."
              disabled={!canEdit}
              {...field}
            />
          )}
        </Autosave>
        <Section title="History">
          <HistoryPanel root="tactical_plan" rootId={plan.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function TacticalPlanMenu({ plan }: { readonly plan: TacticalPlanView }) {
  const mayWrite = useMay('write');
  const remove = useTacticalWrite(tacticalPlans.remove);
  const restore = useTacticalWrite(tacticalPlans.restore);
  const params = { id: plan.id };
  return (
    <RecordMenu
      record={{
        ...plan,
        href: `/tactical-plans/${plan.id}`,
        listHref: `/plans/${plan.plan.id}`,
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    />
  );
}
