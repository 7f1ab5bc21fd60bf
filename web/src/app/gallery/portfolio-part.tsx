import { useLayoutEffect, useMemo, useState } from 'react';
import { portfolioSchedule } from '../../features/gantt/portfolio-schedule.ts';
import { Gantt } from '../../ui/gantt/gantt.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { portfolioNow, portfolioToday, sampleLines, samplePortfolio } from './sample-portfolio.ts';

const isCount = (value: unknown): value is number => typeof value === 'number' && value > 0;

/** All work, unfolded, of `?tasks=1000`: as *Schedule* keeps it, for `npm run bench:gantt`. */
export function PortfolioPart() {
  const [count] = useAddressState('tasks', 400, isCount);
  const [begin] = useState(() => performance.now());
  const sample = useMemo(() => samplePortfolio(count), [count]);
  const live = useMemo(() => portfolioSchedule(sample.plan, portfolioToday, () => true), [sample]);
  const tasks = useMemo(() => sampleLines(sample, live), [sample, live]);
  useLayoutEffect(() => {
    // The frame after this one: then the chart has been painted.
    const painted = () => performance.measure('gantt first paint', { start: begin });
    requestAnimationFrame(() => setTimeout(painted));
  }, [begin]);
  return (
    <Page title="Schedule of all work" layout="fill">
      <Gantt
        label="Schedule of all work"
        tasks={tasks}
        links={sample.links}
        now={portfolioNow}
        layoutKey="gallery-portfolio"
        preview={live.preview}
        onEdit={() => undefined}
        fileName="schedule"
      />
    </Page>
  );
}
