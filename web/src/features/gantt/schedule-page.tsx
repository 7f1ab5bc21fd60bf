import type { DependencyView } from '@evenkeel/contract/dependencies';
import type { ProjectRow } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { useMemo } from 'react';
import { useMay } from '../../lib/session.ts';
import { type Filter, isFilterList } from '../../ui/filter-bar/filter.ts';
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx';
import { filterRows } from '../../ui/filter-bar/filter-rows.ts';
import { readerToday } from '../../ui/format/date.ts';
import { Gantt } from '../../ui/gantt/gantt.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useAllDependencies, usePortfolio, usePortfolioTasks, useSchedulePlan } from './api.ts';
import { ScenarioMenu } from './components/scenario-menu.tsx';
import { planLinks, portfolioLines, workingHours } from './model.ts';
import { portfolioFilters } from './portfolio-filters.ts';
import { portfolioSchedule } from './portfolio-schedule.ts';
import { useChosenScenario } from './use-chosen-scenario.ts';
import { useClientSight } from './use-client-sight.ts';
import { useNow } from './use-now.ts';
import { usePlanEdit } from './use-plan-edit.ts';
import { workDaysOf } from './work-days.ts';

/** All work of both kinds over time, what waits for what across projects; changed where it stands (PM-03, U15). */
export function SchedulePage() {
  const found = usePortfolio();
  const tasks = usePortfolioTasks().rows;
  const dependencies = useAllDependencies().data?.rows;
  return (
    <Page title="Schedule" layout="fill">
      <Loaded found={found} what="the schedule">
        {({ rows }) => (
          <Portfolio projects={rows} tasks={tasks} dependencies={dependencies ?? none} />
        )}
      </Loaded>
    </Page>
  );
}

const none: readonly never[] = [];

/** Work that runs or may begin; the rest is one chip away. */
const firstFilters: readonly Filter[] = [
  { id: 'state', kind: 'choice', anyOf: ['approved', 'executing'] },
];

type PortfolioProps = {
  readonly projects: readonly ProjectRow[];
  readonly tasks: readonly TaskRow[];
  readonly dependencies: readonly DependencyView[];
};

function Portfolio({ projects, tasks, dependencies }: PortfolioProps) {
  const today = readerToday();
  const now = useNow();
  const [filters, setFilters] = useAddressState('filters', firstFilters, isFilterList);
  const definitions = useMemo(() => portfolioFilters(projects), [projects]);
  const chosen = useMemo(
    () => filterRows(projects, filters, definitions),
    [projects, filters, definitions],
  );
  const ids = useMemo(() => chosen.map(({ id }) => id), [chosen]);
  const plan = useSchedulePlan(ids).data;
  const mayWrite = useMay('write');
  const live = useMemo(() => {
    const shown = new Set(ids);
    return plan ? portfolioSchedule(plan, today, (id) => shown.has(id)) : null;
  }, [plan, today, ids]);
  const names = useMemo(
    () => new Map<string, string>(tasks.map(({ id, name }) => [id, name])),
    [tasks],
  );
  const edits = usePlanEdit(live, (id) => names.get(id) ?? '');
  const workDays = useMemo(() => (plan ? workDaysOf(plan) : null), [plan]);
  const scenario = useChosenScenario();
  const flip = useClientSight(tasks);
  const lines = useMemo(
    () =>
      portfolioLines({
        projects: chosen,
        tasks,
        today,
        mayWrite,
        ...(live ? { insights: live.insights } : {}),
        ...(scenario.spans ? { scenario: scenario.spans } : {}),
      }),
    [chosen, tasks, today, mayWrite, live, scenario.spans],
  );
  const links = useMemo(() => planLinks(dependencies), [dependencies]);
  const bar = (
    <>
      <FilterBar definitions={definitions} filters={filters} onChange={setFilters} />
      <ScenarioMenu {...scenario.menu} />
    </>
  );
  if (projects.length === 0) {
    return (
      <EmptyState title="Nothing is planned">
        Client projects and initiatives stand here over time as soon as there are any.
      </EmptyState>
    );
  }
  return (
    <Gantt
      label="Schedule of all work"
      tasks={lines}
      links={links}
      now={now}
      hours={workDays?.hours ?? workingHours}
      {...(workDays ? { isWorking: workDays.isWorking } : {})}
      finestStep={15}
      {...(live && mayWrite
        ? { preview: live.preview, onEdit: edits.edit, history: edits.history }
        : {})}
      {...(mayWrite ? { onFlip: flip } : {})}
      layoutKey="portfolio"
      startsFolded
      tools={bar}
      fileName="Schedule"
    />
  );
}
