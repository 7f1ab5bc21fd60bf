import { type ClientProjectView, projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import type { ComponentType } from 'react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { NotFoundState } from '../../ui/states/not-found-state.tsx';
import { AgreementWarningPanel } from '../agreements/components/agreement-warning-panel.tsx';
import { ProjectHoursPanel } from '../compared-hours/components/project-hours-panel.tsx';
import { ForecastPanel } from '../forecasts/components/forecast-panel.tsx';
import { GanttPanel } from '../gantt/components/gantt-panel.tsx';
import { ProjectGoalsPanel } from '../goal-matrix/components/project-goals-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { RecordTimelinePanel } from '../interactions/components/record-timeline-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { ScheduleProblemsPanel } from '../schedules/components/problems-panel.tsx';
import { ProjectSchedulePanel } from '../schedules/components/project-schedule-panel.tsx';
import { PlanPanel } from '../tasks/components/plan-panel.tsx';
import { TaskBoardPanel } from '../tasks/components/task-board-panel.tsx';
import { useProject, useProjectWrite } from './api.ts';
import { clientSections } from './client-sections.ts';
import { ClientSectionFrame } from './components/client-section-frame.tsx';
import { CustomerGoalsPanel } from './components/customer-goals-panel.tsx';
import { HealthPanel } from './components/health-panel.tsx';
import { OriginsPanel } from './components/origins-panel.tsx';
import styles from './components/project.module.css';
import { ProjectFields, ProjectTexts } from './components/project-about.tsx';
import { ProjectButtons } from './components/project-buttons.tsx';
import { ProjectHead } from './components/project-head.tsx';
import { SoldPanel } from './components/sold-panel.tsx';
import { TeamPanel } from './components/team-panel.tsx';
import type { ClientProjectChange } from './model.ts';

const list = { label: 'Client projects', href: '/client-projects' };

/** The views of a client project, each with its own address. */
type View =
  | 'plan'
  | 'gantt'
  | 'forecast'
  | 'schedule'
  | 'board'
  | 'team'
  | 'about'
  | 'origins'
  | 'history'
  | 'client';

export function ClientProjectPlanPage() {
  return <ClientProjectPage view="plan" />;
}

export function ClientProjectBoardPage() {
  return <ClientProjectPage view="board" />;
}

export function ClientProjectGanttPage() {
  return <ClientProjectPage view="gantt" />;
}

export function ClientProjectForecastPage() {
  return <ClientProjectPage view="forecast" />;
}

export function ClientProjectSchedulePage() {
  return <ClientProjectPage view="schedule" />;
}

export function ClientProjectTeamPage() {
  return <ClientProjectPage view="team" />;
}

export function ClientProjectAboutPage() {
  return <ClientProjectPage view="about" />;
}

export function ClientProjectOriginsPage() {
  return <ClientProjectPage view="origins" />;
}

export function ClientProjectHistoryPage() {
  return <ClientProjectPage view="history" />;
}

/** What a section that looks to the client is given. */
export type ClientSectionProps = {
  readonly project: ClientProjectView;
  readonly mayWrite: boolean;
};

type ClientSectionPageProps = {
  readonly section: string;
  readonly Panel: ComponentType<ClientSectionProps>;
};

/** A section that looks to the client, within the project's page. */
export function ClientSectionPage({ section, Panel }: ClientSectionPageProps) {
  return <ClientProjectPage view="client" section={{ path: section, Panel }} />;
}

type ClientProjectPageProps = { readonly view: View; readonly section?: OpenSection };
type OpenSection = { readonly path: string; readonly Panel: ComponentType<ClientSectionProps> };

function ClientProjectPage({ view, section }: ClientProjectPageProps) {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('projectId') as ProjectId;
  const found = useProject(id);
  return (
    <LoadedRecord found={found} noun="client project" list={list}>
      {(project) =>
        project.kind === 'client' ? (
          <OpenProject key={id} project={project} view={view} {...(section ? { section } : {})} />
        ) : (
          <Page title="Client project" breadcrumbs={[list]}>
            <NotFoundState
              what="This client project"
              backHref={`/initiatives/${id}`}
              backLabel="Open the initiative"
            />
          </Page>
        )
      }
    </LoadedRecord>
  );
}

type OpenProjectProps = ClientProjectPageProps & { readonly project: ClientProjectView };

function OpenProject({ project, view, section }: OpenProjectProps) {
  const update = useProjectWrite(projects.update);
  const { save, state } = useSaving<ClientProjectChange>(project.version, (change, version) =>
    update.mutateAsync({
      params: { id: project.id },
      version,
      body: { kind: 'client', ...change },
    }),
  );
  const mayWrite = useMay('write') && project.deletedAt === null;
  const about = { project, mayWrite, save };
  const plan = { projectId: project.id, phases: project.phases, mayWrite };
  return (
    <Page
      title={project.name}
      layout={view === 'board' || view === 'gantt' ? 'fill' : 'scroll'}
      breadcrumbs={[list]}
      tabs={tabsOf(project, view)}
      actions={
        <>
          <SavedNote state={state} />
          <ProjectButtons project={project} />
        </>
      }
    >
      {view === 'board' ? (
        <div className={styles['board']}>
          <ProjectHead project={project} />
          <TaskBoardPanel {...plan} />
        </div>
      ) : null}
      {view === 'gantt' ? (
        <div className={styles['board']}>
          <ProjectHead project={project} />
          <GanttPanel {...plan} name={project.name} />
        </div>
      ) : null}
      {view === 'plan' ? (
        <>
          <ProjectHead project={project} />
          <AgreementWarningPanel projectId={project.id} />
          <HealthPanel projectId={project.id} mayWrite={mayWrite} />
          <ScheduleProblemsPanel projectId={project.id} />
          <PlanPanel {...plan} />
        </>
      ) : null}
      {view === 'forecast' ? (
        <>
          <ProjectHead project={project} />
          <ForecastPanel projectId={project.id} mayWrite={mayWrite} />
        </>
      ) : null}
      {view === 'schedule' ? (
        <ProjectSchedulePanel projectId={project.id} mayWrite={mayWrite} />
      ) : null}
      {view === 'team' ? (
        <>
          <TeamPanel project={project} mayWrite={mayWrite} />
          <ProjectHoursPanel projectId={project.id} />
        </>
      ) : null}
      {view === 'about' ? (
        <RecordLayout
          sideLabel="Facts"
          side={
            <>
              <ProjectFields {...about} />
              <RecordFactsPanel
                subject={{ kind: 'client-project', id: project.id }}
                isOpen={project.deletedAt === null}
              />
            </>
          }
        >
          <ProjectTexts {...about} />
          <ProjectGoalsPanel
            projectId={project.id}
            canEdit={mayWrite && project.deletedAt === null}
          />
          <CustomerGoalsPanel project={project} mayWrite={mayWrite} />
          <RecordTimelinePanel
            subject="project"
            subjectId={project.id}
            context={{ project, ...(project.account ? { account: project.account } : {}) }}
            mayWrite={about.mayWrite}
          />
          <RecordPanel
            subject={{ kind: 'client-project', id: project.id }}
            isOpen={project.deletedAt === null}
          />
        </RecordLayout>
      ) : null}
      {view === 'origins' ? (
        <>
          <SoldPanel projectId={project.id} />
          <OriginsPanel projectId={project.id} />
        </>
      ) : null}
      <ClientSectionBody project={project} mayWrite={mayWrite} section={section} />
      {view === 'history' ? <HistoryPanel root="project" rootId={project.id} /> : null}
    </Page>
  );
}

type ClientSectionBodyProps = ClientSectionProps & { readonly section: OpenSection | undefined };

function ClientSectionBody({ project, mayWrite, section }: ClientSectionBodyProps) {
  if (!section) return null;
  const { path, Panel } = section;
  return (
    <ClientSectionFrame projectId={project.id} path={path}>
      <Panel project={project} mayWrite={mayWrite} />
    </ClientSectionFrame>
  );
}

function tabsOf(project: ClientProjectView, view: View) {
  const home = `/client-projects/${project.id}`;
  return [
    { label: 'Plan', href: home, active: view === 'plan', count: project.figures.taskCount },
    { label: 'Gantt', href: `${home}/gantt`, active: view === 'gantt' },
    { label: 'Forecast', href: `${home}/forecast`, active: view === 'forecast' },
    { label: 'Schedule', href: `${home}/schedule`, active: view === 'schedule' },
    { label: 'Board', href: `${home}/board`, active: view === 'board' },
    ...clientSections.slice(0, 1).map(({ path }) => ({
      label: 'Client',
      href: `${home}/client/${path}`,
      active: view === 'client',
    })),
    { label: 'Team', href: `${home}/team`, active: view === 'team' },
    { label: 'About', href: `${home}/about`, active: view === 'about' },
    { label: 'Origins', href: `${home}/origins`, active: view === 'origins' },
    { label: 'History', href: `${home}/history`, active: view === 'history' },
  ];
}
