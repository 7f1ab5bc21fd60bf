import { addMonths, type CalendarMonth } from '@evenkeel/core/calendar-date';
import { useState } from 'react';
import { Heatmap } from '../../ui/charts/heatmap.tsx';
import { HorizontalBars } from '../../ui/charts/horizontal-bars.tsx';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { ShareBar } from '../../ui/charts/share-bar.tsx';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { StackedBars } from '../../ui/charts/stacked-bars.tsx';
import { Figure } from '../../ui/figure/figure.tsx';
import { SidePanel } from '../../ui/figure/side-panel.tsx';
import { formatMonthShort } from '../../ui/format/date.ts';
import { formatHours } from '../../ui/format/effort.ts';
import { formatNumber, formatPercent } from '../../ui/format/number.ts';
import { kindColours } from '../../ui/marks/kind-badge.tsx';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section, Tiles } from '../../ui/page/section.tsx';
import { samplePeople } from './sample-deals.ts';

// A literal month in the right form.
const start = '2026-06' as CalendarMonth;
const months = Array.from({ length: 12 }, (_, index) => addMonths(start, index));
const series = [
  { id: 'client', label: 'Client projects', colour: kindColours.client },
  { id: 'initiative', label: 'Initiatives', colour: kindColours.initiative },
];
const bars = months.map((month, index) => {
  const client = (420 + ((index * 83) % 260)) * 60;
  const initiative = (90 + ((index * 47) % 120)) * 60;
  const done = index < 5 ? 1 : index === 5 ? 0.6 : 0;
  return {
    id: month,
    label: formatMonthShort(month),
    ...(index === 0 || month.endsWith('-01') ? { group: month.slice(0, 4) } : {}),
    past: { client: client * done, initiative: initiative * done },
    planned: { client: client * (1 - done), initiative: initiative * (1 - done) },
    capacity: (640 + (index > 6 ? 80 : 0)) * 60,
  };
});
const points = months.map((month, index) => ({
  id: month,
  label: formatMonthShort(month),
  value: 1200 + ((index * 613) % 900) + index * 60,
  ...(index > 5 ? { forecast: true } : {}),
}));
const heatRows = samplePeople.map((person, row) => ({
  id: person.id,
  name: person.name,
  mark: <PersonMark person={person} />,
  cells: months.map((month, index) => ({
    column: month,
    share: (row + index) % 9 === 8 ? null : ((row * 37 + index * 53) % 120) * 105,
    detail: '120 h of 152 h',
  })),
}));

export function ChartsPart() {
  const [panel, setPanel] = useState<string | undefined>(undefined);
  return (
    <Page title="Balance">
      <Tiles minimum={230}>
        <Figure
          label="Strategic share"
          value="18.4%"
          formula="Initiative hours / (initiative + client project hours), this quarter."
          delta={{ text: '6.6 points below target', tone: 'warn' }}
          chart={
            <Sparkline
              label="Strategic share, last 8 months"
              values={[22, 24, 23, 21, 20, 19, 18, 18.4]}
            />
          }
          onOpen={() => setPanel('Strategic share')}
        />
        <Figure
          label="Committed capacity"
          value="112%"
          delta={{ text: '12% over', tone: 'bad' }}
          chart={
            <Sparkline
              label="Committed capacity"
              values={[90, 94, 99, 104, 112]}
              colour="var(--bad)"
            />
          }
        />
        <Figure
          label="Weighted pipeline"
          value="€4.2M"
          delta={{ text: '71% of plan', tone: 'good' }}
        />
        <Figure
          label="Starving initiatives"
          value="7"
          delta={{ text: '+2 this month', tone: 'neutral' }}
        />
      </Tiles>
      <Tiles minimum={420}>
        <Section title="Hours by month" note="Past and planned, all teams" framed>
          <StackedBars
            label="Hours by month, client projects and initiatives"
            bars={bars}
            series={series}
            unit={60}
            format={(minutes) => formatHours(minutes)}
            onSelect={(bar, one) => setPanel(`${one.label}, ${bar.label}`)}
          />
        </Section>
        <Section title="Strategic share" note="Monthly, with forecast" framed>
          <LineChart
            label="Strategic share by month"
            lines={[{ id: 'share', label: 'Share', colour: 'var(--kind-initiative)', points }]}
            unit={100}
            format={(value) => formatPercent(value)}
            target={{ label: 'Target', value: 2500 }}
            onSelect={(point) => setPanel(point.label)}
          />
        </Section>
      </Tiles>
      <Tiles minimum={420}>
        <Section title="Load" note="Percent of capacity" framed>
          <Heatmap
            label="Load of people by month"
            columns={months.map((month) => ({ id: month, label: formatMonthShort(month) }))}
            rows={heatRows}
            onSelect={(row, cell) => setPanel(`${row.name}, ${cell.column}`)}
          />
        </Section>
        <Section title="Pipeline" note="Open deals" framed>
          <HorizontalBars
            label="Open deals by stage"
            bars={[
              { id: 'a', label: 'Qualified', value: 412 },
              { id: 'b', label: 'Discovery', value: 268, note: '65%' },
              { id: 'c', label: 'Proposal', value: 141, note: '53%' },
              { id: 'd', label: 'Negotiation', value: 73, note: '52%' },
            ]}
            format={(value) => formatNumber(value)}
            onSelect={(bar) => setPanel(bar.label)}
          />
        </Section>
      </Tiles>
      <Tiles minimum={320}>
        <Section title="Share against target" framed>
          <ShareBar label="Strategic share" share={1840} target={2500} tolerance={300} />
        </Section>
        <Section title="Within" framed>
          <ShareBar label="Strategic share" share={2600} target={2500} tolerance={300} />
        </Section>
      </Tiles>
      <SidePanel
        opened={panel !== undefined}
        onClose={() => setPanel(undefined)}
        title={panel ?? ''}
        note="420 h in 38 rows"
      >
        The rows behind the figure stand here.
      </SidePanel>
    </Page>
  );
}
