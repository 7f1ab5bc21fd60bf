import type { BalanceView } from '@evenkeel/contract/balance';
import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { formatMonth } from '../../../ui/format/date.ts';
import { formatPercent, nothing } from '../../../ui/format/number.ts';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { verdictJudgement, verdictWords } from '../model/judgement.ts';
import { measureLabels, measureNotes } from '../model/measure.ts';
import { barFilter, firmSeries, groupSeries } from '../model/series.ts';
import { firmRows, groupRows } from '../model/table-rows.ts';
import type { Grouping, OpenRows, ViewState } from '../model/view-state.ts';
import { AmountTable } from './amount-table.tsx';
import styles from './controls.module.css';
import { GroupBars } from './group-bars.tsx';
import { MonthBars, mostOf } from './month-bars.tsx';

type MonthsSectionProps = {
  readonly view: BalanceView;
  readonly state: ViewState;
  readonly onOpen: (rows: OpenRows) => void;
};

/** Client projects against initiatives month by month: as bars, or the same figures as a table. */
export function MonthsSection({ view, state, onOpen }: MonthsSectionProps) {
  const [isTable, setTable] = useState(false);
  return (
    <Section
      framed
      title={`${measureLabels[state.measure]} by month${state.grouping === 'kind' ? '' : ` and ${state.grouping}`}`}
      note={<Key note={measureNotes[state.measure]} />}
      actions={
        <Button
          size="xs"
          variant="subtle"
          leftSection={isTable ? <IconChartBar size={14} /> : <IconTable size={14} />}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? 'Show bars' : 'Show table'}
        </Button>
      }
    >
      {isTable ? (
        <MonthsTable view={view} state={state} onOpen={onOpen} />
      ) : (
        <MonthsChart view={view} state={state} onOpen={onOpen} />
      )}
    </Section>
  );
}

function MonthsChart({ view, state, onOpen }: MonthsSectionProps) {
  const { measure, grouping } = state;
  const { currency } = view;
  if (grouping !== 'kind')
    return (
      <GroupBars
        series={groupSeries(view, measure, grouping)}
        measure={measure}
        currency={currency}
        onOpen={onOpen}
      />
    );
  const firm = firmSeries(view, measure);
  return (
    <>
      <MonthBars
        bars={firm.bars}
        most={mostOf(firm.bars)}
        measure={measure}
        currency={currency}
        label={`${measureLabels[measure]} by month`}
        onOpen={(bar) =>
          onOpen({ title: `All work in ${formatMonth(bar.month)}`, filter: barFilter(firm, bar) })
        }
      />
      {measure === 'value' ? null : <Shares view={view} isByCost={measure === 'cost'} />}
    </>
  );
}

/** The strategic share under each month's bar. */
function Shares({ view, isByCost }: { readonly view: BalanceView; readonly isByCost: boolean }) {
  return (
    <ul className={styles['shares']} aria-label="Strategic share by month">
      {view.months.map((mix) => {
        const share = isByCost ? mix.shareByCost : mix.shareByMinutes;
        return (
          <li
            key={mix.month}
            className={styles[isByCost ? 'neutral' : verdictJudgement[mix.verdict]]}
            title={`${formatMonth(mix.month)}: strategic share, ${verdictWords[mix.verdict].toLowerCase()}`}
          >
            {share === null ? nothing : formatPercent(Math.round(share / 100) * 100)}
          </li>
        );
      })}
    </ul>
  );
}

function MonthsTable({ view, state, onOpen }: MonthsSectionProps) {
  const { measure, grouping } = state;
  return (
    <AmountTable
      heading={headings[grouping]}
      months={view.months.map((mix) => mix.month)}
      rows={
        grouping === 'kind'
          ? firmRows(firmSeries(view, measure))
          : groupRows(groupSeries(view, measure, grouping))
      }
      measure={measure}
      currency={view.currency}
      onOpen={onOpen}
    />
  );
}

const headings: Record<Grouping, string> = {
  kind: 'Work',
  team: 'Team',
  person: 'Person',
  role: 'Role',
};

function Key({ note }: { readonly note: string }) {
  return (
    <span className={styles['key']}>
      <span>
        <KindDot kind="client" /> Client projects
      </span>
      <span>
        <KindDot kind="initiative" /> Initiatives
      </span>
      <span>Solid worked, hatched planned, dashed open deals · {note}</span>
    </span>
  );
}
