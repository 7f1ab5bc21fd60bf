import type { DependencyView } from '@evenkeel/contract/dependencies';
import type { ProjectRow } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { projectKinds } from '@evenkeel/core/projects/template';
import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { readerToday } from '../../ui/format/date.ts';
import { KindDot } from '../../ui/marks/kind-badge.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Timeline } from '../../ui/timeline/timeline.tsx';
import type { Zoom } from '../../ui/timeline/timeline-row.ts';
import { isZoom, ZoomSwitch } from '../../ui/timeline/zoom-switch.tsx';
import { useAllDependencies, useMilestones, usePortfolio } from './api.ts';
import styles from './components/timeline-panel.module.css';
import { portfolioLinks, portfolioRows } from './timeline/model.ts';

const choices = ['all', ...projectKinds] as const;
type Choice = (typeof choices)[number];
const labels: Record<Choice, string> = {
  all: 'Both',
  client: 'Client projects',
  initiative: 'Initiatives',
};
const isChoice = (value: unknown): value is Choice => choices.some((choice) => choice === value);

/** All work that runs or is agreed, of both kinds, over time with what waits for what (PM-03, U15). */
export function PortfolioTimelinePage() {
  const found = usePortfolio();
  const milestones = useMilestones().data?.rows;
  const dependencies = useAllDependencies().data?.rows;
  return (
    <Page title="Timeline" layout="fill">
      <Loaded found={found} what="the timeline">
        {({ rows }) => (
          <Portfolio
            projects={rows}
            milestones={milestones ?? none}
            dependencies={dependencies ?? none}
          />
        )}
      </Loaded>
    </Page>
  );
}

const none: readonly never[] = [];

type PortfolioProps = {
  readonly projects: readonly ProjectRow[];
  readonly milestones: readonly TaskRow[];
  readonly dependencies: readonly DependencyView[];
};

function Portfolio({ projects, milestones, dependencies }: PortfolioProps) {
  const today = readerToday();
  const [zoom, setZoom] = useAddressState<Zoom>('zoom', 'quarter', isZoom);
  const [kind, setKind] = useAddressState<Choice>('kind', 'all', isChoice);
  const rows = useMemo(() => {
    const chosen = projects.filter((project) => kind === 'all' || project.kind === kind);
    const marked = portfolioRows(chosen, milestones, today);
    return marked.map((row) =>
      row.tone === 'neutral' ? row : { ...row, mark: <KindDot kind={row.tone} /> },
    );
  }, [projects, milestones, kind, today]);
  const links = useMemo(() => portfolioLinks(dependencies), [dependencies]);
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <ZoomSwitch value={zoom} onChange={setZoom} />
        <SegmentedControl
          size="xs"
          aria-label="Kind of work"
          value={kind}
          // The values are those of `choices`.
          onChange={(choice) => setKind(choice as Choice)}
          data={choices.map((choice) => ({ value: choice, label: labels[choice] }))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Nothing runs">
          Client projects and initiatives that are approved or executing stand here over time.
        </EmptyState>
      ) : (
        <Timeline label="Timeline of all work" {...{ rows, links, today, zoom }} />
      )}
    </div>
  );
}
