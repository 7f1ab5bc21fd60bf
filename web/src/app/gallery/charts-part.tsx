import { addMonths, type CalendarMonth } from '@evenkeel/core/calendar-date';
import { useState } from 'react';
import { Heatmap } from '../../ui/charts/heatmap.tsx';
import { Figure } from '../../ui/figure/figure.tsx';
import { SidePanel } from '../../ui/figure/side-panel.tsx';
import { formatMonthShort } from '../../ui/format/date.ts';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './gallery.module.css';
import { samplePeople } from './sample-deals.ts';

// A literal month in the right form.
const start = '2026-06' as CalendarMonth;
const months = Array.from({ length: 12 }, (_, index) => addMonths(start, index));
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
      <div className={styles['tiles']}>
        <Figure
          label="Strategic share"
          value="18.4%"
          formula="Initiative hours / (initiative + client project hours), this quarter."
          delta={{ text: '6.6 points below target', tone: 'warn' }}
          onOpen={() => setPanel('Strategic share')}
        />
        <Figure label="Committed capacity" value="112%" delta={{ text: '12% over', tone: 'bad' }} />
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
      </div>
      <Section title="Load" note="Percent of capacity" framed>
        <Heatmap
          label="Load of people by month"
          columns={months.map((month) => ({ id: month, label: formatMonthShort(month) }))}
          rows={heatRows}
          onSelect={(row, cell) => setPanel(`${row.name}, ${cell.column}`)}
        />
      </Section>
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
