import type { ComparisonView, ScenarioColumn } from '@evenkeel/contract/scenarios';
import { money } from '@evenkeel/core/money';
import { useState } from 'react';
import { formatDate, formatMonth } from '../../../../ui/format/date.ts';
import { formatHours } from '../../../../ui/format/effort.ts';
import { formatCompactMoney } from '../../../../ui/format/money.ts';
import { formatCount, formatPercent } from '../../../../ui/format/number.ts';
import { Section } from '../../../../ui/page/section.tsx';
import { shareWords, verdictJudgement, verdictWords } from '../../model/judgement.ts';
import { leanestMonth, marginAhead, nextQuarter } from '../model/comparison.ts';
import { type CompareRow, CompareTable, differenceOf } from './compare-table.tsx';
import {
  FinishComparison,
  GoalComparison,
  LoadComparison,
  MoneyComparison,
  ShareComparison,
} from './comparison-tables.tsx';
import { ReserveComparison } from './reserve-comparison.tsx';
import { type OpenScenarioRows, ScenarioRows } from './scenario-rows.tsx';
import styles from './scenarios.module.css';

/** Everything that scenarios change, beside the plan as it is (B13). */
export function ComparisonPanel({ view }: { readonly view: ComparisonView }) {
  const [open, setOpen] = useState<OpenScenarioRows | null>(null);
  const opening = { view, onOpen: setOpen };
  const showsMoney = view.columns.some(({ figures }) =>
    figures.months.some(({ cashMinor }) => cashMinor !== null),
  );
  return (
    <div className={styles['stack']}>
      <Section framed title="In short" note={`From this month to ${formatDate(view.to)}`}>
        <CompareTable
          label="In short"
          of="What changes"
          columns={view.columns}
          rows={shortRows(view, showsMoney)}
        />
      </Section>
      <Section
        framed
        title="When work is done"
        note="Forecast: the live schedule’s dates as far as each role’s hours go, client projects first; calendar days against the plan"
      >
        <FinishComparison view={view} />
      </Section>
      <Section
        framed
        title="Goals at risk"
        note="An initiative is stopped, done after the deadline, or loses more than a tenth of its hours by the day it would have been done"
      >
        <GoalComparison view={view} />
      </Section>
      <Section
        framed
        title="Strategic share"
        note="Initiative hours / (initiative + client project hours), logged and planned; tap a figure for its rows"
      >
        <ShareComparison {...opening} />
      </Section>
      <Section
        framed
        title="Load"
        note="Logged and planned hours as a share of capacity, this month and later; planned is the greater of allocated hours and remaining tasks, of each person, project and month. Red is over"
      >
        <LoadComparison {...opening} />
      </Section>
      {view.columns.some(({ figures }) => figures.reserve.length > 0) ? (
        <Section
          framed
          title="Ring-fence"
          note="Hours left for initiatives once confirmed allocations and the work of won deals are taken off; what goes beyond loans has to be lent when it is allocated"
        >
          <ReserveComparison view={view} />
        </Section>
      ) : null}
      {showsMoney ? <MoneySections view={view} /> : null}
      <ScenarioRows open={open} onClose={() => setOpen(null)} />
    </div>
  );
}

function MoneySections({ view }: { readonly view: ComparisonView }) {
  return (
    <>
      <Section
        framed
        title="Margin"
        note="Client value at bill rates less the cost of those hours; overhead is not in it"
      >
        <MoneyComparison view={view} amount="marginMinor" />
      </Section>
      <Section
        framed
        title="Cash"
        note="In: the client value of the month before, for clients pay about a month later. Out: everybody’s capacity at cost rates, used or not"
      >
        <MoneyComparison view={view} amount="cashMinor" />
      </Section>
    </>
  );
}

function shortRows(view: ComparisonView, showsMoney: boolean): readonly CompareRow[] {
  const words = (minor: number) => formatCompactMoney(money(minor, view.currency));
  return [
    shareRow(view),
    starvedRow(view),
    count(
      view,
      'later',
      'Projects done later',
      ({ figures }) => figures.finishes.filter(({ daysLater }) => (daysLater ?? 0) > 0).length,
    ),
    count(view, 'goals', 'Goals at risk', ({ figures }) => figures.goalsAtRisk.length),
    count(
      view,
      'over',
      'People over capacity',
      ({ figures }) => new Set(figures.peopleOver.map(({ personId }) => personId)).size,
    ),
    ...(showsMoney ? [marginRow(view, words), cashRow(view, words)] : []),
  ];
}

function shareRow(view: ComparisonView): CompareRow {
  const [plan] = view.columns;
  return {
    id: 'share',
    label: 'Strategic share next quarter',
    cell: (column) => {
      const mix = nextQuarter(column);
      if (!mix) return null;
      const tone = verdictJudgement[mix.verdict];
      const before = plan && nextQuarter(plan)?.shareByMinutes;
      return {
        text: `${shareWords(mix.shareByMinutes)} · ${verdictWords[mix.verdict]}`,
        difference: differenceOf(mix.shareByMinutes, before, {
          format: (size) => `${formatPercent(size).replace('%', '')} points`,
          more: tone,
          less: tone,
        }),
      };
    },
  };
}

/** The initiatives that a scenario starves, by name. */
function starvedRow({ names }: ComparisonView): CompareRow {
  const nameOf = (id: string) => names.projects.find((one) => one.id === id)?.name ?? '';
  return {
    id: 'starved',
    label: 'Initiatives starved',
    cell: ({ scenario, figures }) => {
      if (!scenario) return { text: 'As planned' };
      const starved = figures.initiativeHours.filter((change) => change.isStarved);
      if (starved.length === 0) return { text: 'None' };
      return {
        text: (
          <span>
            {starved.map(({ projectId, beforeMinutes, afterMinutes, by }) => (
              <span key={projectId} className={styles['problem']}>
                {nameOf(projectId)}: {formatHours(afterMinutes)} of {formatHours(beforeMinutes)} by{' '}
                {formatDate(by)}
              </span>
            ))}
          </span>
        ),
      };
    },
  };
}

function count(
  { columns: [plan] }: ComparisonView,
  id: string,
  label: string,
  of: (column: ScenarioColumn) => number,
): CompareRow {
  return {
    id,
    label,
    cell: (column) => ({
      text: formatCount(of(column), { one: '', many: '' }).trim(),
      difference: differenceOf(of(column), plan && of(plan), {
        format: String,
        more: 'bad',
        less: 'good',
      }),
    }),
  };
}

function marginRow(view: ComparisonView, words: (minor: number) => string): CompareRow {
  const [plan] = view.columns;
  return {
    id: 'margin',
    label: 'Margin',
    cell: (column) => {
      const margin = marginAhead(column, view.today);
      if (margin === null) return null;
      return {
        text: words(margin),
        difference: differenceOf(margin, plan && marginAhead(plan, view.today), {
          format: words,
          more: 'good',
          less: 'bad',
        }),
      };
    },
  };
}

function cashRow(view: ComparisonView, words: (minor: number) => string): CompareRow {
  return {
    id: 'cash',
    label: 'Leanest month',
    cell: (column) => {
      const month = leanestMonth(column, view.today);
      if (!month) return null;
      return { text: `${words(month.cashMinor ?? 0)} in ${formatMonth(month.month)}` };
    },
  };
}
