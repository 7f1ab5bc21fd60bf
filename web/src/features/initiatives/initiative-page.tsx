import {
  type InitiativeChange,
  type InitiativeView,
  initiatives,
} from '@evenkeel/contract/initiatives';
import type { ProjectId } from '@evenkeel/core/id';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { projectStateLabels } from '../../lib/project-state.ts';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { formatHours } from '../../ui/format/effort.ts';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { KindBadge } from '../../ui/marks/kind-badge.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { InsightsPanel } from '../analysis/components/insights-panel.tsx';
import { ProjectHoursPanel } from '../compared-hours/components/project-hours-panel.tsx';
import { ForecastPanel } from '../forecasts/components/forecast-panel.tsx';
import { GanttPanel } from '../gantt/components/gantt-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { MeetingsPanel } from '../meetings/components/meetings-panel.tsx';
import { PortfolioDecisionPanel } from '../portfolio-choices/components/portfolio-decision-panel.tsx';
import { useProject } from '../projects/api.ts';
import { HealthPanel } from '../projects/components/health-panel.tsx';
import { TeamPanel } from '../projects/components/team-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { ScheduleProblemsPanel } from '../schedules/components/problems-panel.tsx';
import { ProjectSchedulePanel } from '../schedules/components/project-schedule-panel.tsx';
import { OutlookPanel } from '../starvation/components/outlook-panel.tsx';
import { PlanPanel } from '../tasks/components/plan-panel.tsx';
import { TaskBoardPanel } from '../tasks/components/task-board-panel.tsx';
import { LadderPanel } from '../why-ladder/components/ladder-panel.tsx';
import { WinsPanel } from '../wins/components/wins-panel.tsx';
import { useInitiative, useInitiativeWrite } from './api.ts';
import { MoneyPanel, StakeholdersPanel } from './case/components/case-panels.tsx';
import { GoalLinks } from './components/goal-links.tsx';
import { InitiativeFacts } from './components/initiative-facts.tsx';
import { InitiativeMenu } from './components/initiative-menu.tsx';
import { NextStep, StateMenu } from './components/initiative-state.tsx';
import { InitiativeTexts } from './components/initiative-texts.tsx';
import styles from './components/initiatives.module.css';
import { TestSection } from './components/test-section.tsx';
import { classLabels, hoursHealth } from './model.ts';
import { moveInitiative } from './move-initiative.ts';
import { OnePagePanel } from './one-page/components/one-page-panel.tsx';

const list = { label: 'Initiatives', href: '/initiatives' };

/** The views of an initiative, each with its own address. */
type View =
  | 'case'
  | 'why'
  | 'one-page'
  | 'money'
  | 'stakeholders'
  | 'plan'
  | 'gantt'
  | 'forecast'
  | 'schedule'
  | 'board'
  | 'team'
  | 'meetings'
  | 'history';

export function InitiativeCasePage() {
  return <InitiativePage view="case" />;
}

export function InitiativeWhyPage() {
  return <InitiativePage view="why" />;
}

export function InitiativeOnePagePage() {
  return <InitiativePage view="one-page" />;
}

export function InitiativeMoneyPage() {
  return <InitiativePage view="money" />;
}

export function InitiativeStakeholdersPage() {
  return <InitiativePage view="stakeholders" />;
}

export function InitiativePlanPage() {
  return <InitiativePage view="plan" />;
}

export function InitiativeTeamPage() {
  return <InitiativePage view="team" />;
}

export function InitiativeForecastPage() {
  return <InitiativePage view="forecast" />;
}

export function InitiativeGanttPage() {
  return <InitiativePage view="gantt" />;
}

export function InitiativeSchedulePage() {
  return <InitiativePage view="schedule" />;
}

export function InitiativeBoardPage() {
  return <InitiativePage view="board" />;
}

export function InitiativeMeetingsPage() {
  return <InitiativePage view="meetings" />;
}

export function InitiativeHistoryPage() {
  return <InitiativePage view="history" />;
}

/** One initiative: its case, the test, the goals it serves, its hours, its plan and its people. */
function InitiativePage({ view }: { readonly view: View }) {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('initiativeId') as ProjectId;
  const found = useInitiative(id);
  return (
    <LoadedRecord found={found} noun="initiative" list={list}>
      {(initiative) => <OpenInitiative key={id} initiative={initiative} view={view} />}
    </LoadedRecord>
  );
}

type Change = { readonly fields: InitiativeChange } | { readonly to: Step };
type Step = { readonly state: ProjectState; readonly reason: string };

type OpenInitiativeProps = { readonly initiative: InitiativeView; readonly view: View };

function OpenInitiative({ initiative, view }: OpenInitiativeProps) {
  const params = { id: initiative.id };
  const update = useInitiativeWrite(initiatives.update);
  const moveCall = useInitiativeWrite(initiatives.move);
  const { save, state } = useSaving<Change>(initiative.version, (change, version) =>
    'fields' in change
      ? update.mutateAsync({ params, version, body: change.fields })
      : moveCall.mutateAsync({ params, version, body: change.to }),
  );
  const move = moveInitiative(initiative, (to) => save({ to }));
  const canEdit = useMay('write') && initiative.deletedAt === null;
  const shared = { initiative, canEdit };
  return (
    <Page
      title={initiative.name}
      layout={view === 'board' || view === 'gantt' ? 'fill' : 'scroll'}
      breadcrumbs={[list]}
      tabs={tabsOf(initiative, view)}
      actions={
        <>
          <SavedNote state={state} />
          <StateMenu {...shared} move={move} />
          <InitiativeMenu initiative={initiative} />
        </>
      }
      primary={<NextStep {...shared} move={move} />}
    >
      {view === 'case' ? <Case {...shared} save={(fields) => save({ fields })} /> : null}
      {view === 'why' ? <LadderPanel initiativeId={initiative.id} canEdit={canEdit} /> : null}
      {view === 'one-page' ? (
        <OnePagePanel {...shared} save={(fields) => save({ fields })} />
      ) : null}
      {view === 'money' ? <MoneyPanel projectId={initiative.id} canEdit={canEdit} /> : null}
      {view === 'stakeholders' ? (
        <StakeholdersPanel projectId={initiative.id} canEdit={canEdit} />
      ) : null}
      {view === 'forecast' ? <ForecastPanel projectId={initiative.id} mayWrite={canEdit} /> : null}
      {isWorkView(view) ? <Work {...shared} view={view} /> : null}
      {view === 'meetings' ? (
        <MeetingsPanel project={{ id: initiative.id, kind: 'initiative' }} mayWrite={canEdit} />
      ) : null}
      {view === 'history' ? <HistoryPanel root="project" rootId={initiative.id} /> : null}
    </Page>
  );
}

function tabsOf(initiative: InitiativeView, view: View) {
  const home = `/initiatives/${initiative.id}`;
  return [
    { label: 'Case', href: home, active: view === 'case' },
    { label: 'Why', href: `${home}/why`, active: view === 'why' },
    { label: 'Benefits and costs', href: `${home}/money`, active: view === 'money' },
    { label: 'Stakeholders', href: `${home}/stakeholders`, active: view === 'stakeholders' },
    { label: 'Plan', href: `${home}/plan`, active: view === 'plan' },
    { label: 'Gantt', href: `${home}/gantt`, active: view === 'gantt' },
    { label: 'Forecast', href: `${home}/forecast`, active: view === 'forecast' },
    { label: 'Schedule', href: `${home}/schedule`, active: view === 'schedule' },
    { label: 'Board', href: `${home}/board`, active: view === 'board' },
    { label: 'Team', href: `${home}/team`, active: view === 'team' },
    { label: 'Meetings', href: `${home}/meetings`, active: view === 'meetings' },
    { label: 'One page', href: `${home}/one-page`, active: view === 'one-page' },
    { label: 'History', href: `${home}/history`, active: view === 'history' },
  ];
}

const workViews = ['plan', 'gantt', 'schedule', 'board', 'team'] as const;
type WorkView = (typeof workViews)[number];

function isWorkView(view: View): view is WorkView {
  return workViews.some((own) => own === view);
}

type Shared = { readonly initiative: InitiativeView; readonly canEdit: boolean };
type CaseProps = Shared & { readonly save: (fields: InitiativeChange) => Promise<unknown> };

/** Why it is done, for which goals, and whether it is one: the initiative on a page. */
function Case({ initiative, canEdit, save }: CaseProps) {
  const shared = { initiative, canEdit };
  return (
    <RecordLayout
      sideLabel="Facts of the initiative"
      side={
        <>
          <InitiativeFacts {...shared} save={save} />
          <PortfolioDecisionPanel subjectId={initiative.id} />
          <RecordFactsPanel
            subject={{ kind: 'initiative', id: initiative.id }}
            isOpen={initiative.deletedAt === null}
          />
        </>
      }
    >
      <p className={styles['marks']}>
        <KindBadge kind="initiative" />
        {initiative.test.class === 'goal-candidate' ? (
          <HealthMark health="at-risk" label={classLabels['goal-candidate']} />
        ) : null}
      </p>
      <Autosave name="name" value={initiative.name} save={(name) => save({ name })}>
        {(field) => <TitleField label="Name of the initiative" disabled={!canEdit} {...field} />}
      </Autosave>
      {initiative.stateReason ? (
        <p className={styles['reason']}>
          {projectStateLabels[initiative.state]}: {initiative.stateReason}
        </p>
      ) : null}
      <TestSection {...shared} />
      <GoalLinks {...shared} />
      <InsightsPanel led={{ initiativeId: initiative.id }} />
      <WinsPanel initiativeId={initiative.id} />
      <Section title="The case" note="Why, what and for which benefit">
        <InitiativeTexts {...shared} save={save} />
      </Section>
      <Hours initiative={initiative} />
      <OutlookPanel id={initiative.id} />
      <RecordPanel
        subject={{ kind: 'initiative', id: initiative.id }}
        isOpen={initiative.deletedAt === null}
      />
    </RecordLayout>
  );
}

/** Its phases and tasks, which it shares with client projects. */
function Work({ initiative, canEdit, view }: Shared & { readonly view: WorkView }) {
  const found = useProject(initiative.id);
  return (
    <Loaded found={found} what="the plan">
      {(project) => {
        const work = { projectId: initiative.id, phases: project.phases, mayWrite: canEdit };
        if (view === 'team') {
          return (
            <>
              <TeamPanel project={project} mayWrite={canEdit} />
              <ProjectHoursPanel projectId={initiative.id} />
            </>
          );
        }
        if (view === 'gantt') return <GanttPanel {...work} name={initiative.name} />;
        if (view === 'schedule') {
          return <ProjectSchedulePanel projectId={initiative.id} mayWrite={canEdit} />;
        }
        if (view === 'board') return <TaskBoardPanel {...work} />;
        return (
          <>
            <HealthPanel projectId={initiative.id} mayWrite={canEdit} />
            <ScheduleProblemsPanel projectId={initiative.id} />
            <PlanPanel {...work} />
          </>
        );
      }}
    </Loaded>
  );
}

function Hours({ initiative }: { readonly initiative: InitiativeView }) {
  const health = hoursHealth(initiative);
  const figures = [
    { label: 'Promised up to today', minutes: initiative.promisedMinutes },
    { label: 'Given', minutes: initiative.loggedMinutes },
    { label: 'Estimated in all', minutes: initiative.estimatedMinutes },
  ];
  return (
    <Section
      title="Hours"
      note="Promised: hours a week since its start, once it is approved. Given: time logged on it."
      actions={
        health === 'off-track' ? (
          <HealthMark health={health} label="Gets less than promised" />
        ) : null
      }
    >
      <dl className={styles['hours']}>
        {figures.map(({ label, minutes }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{minutes === null ? '—' : formatHours(minutes)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
