import type { PortfolioFactsView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { useState } from 'react';
import { type HeatCell, Heatmap } from '../../../ui/charts/heatmap.tsx';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { formatEffort, formatHours } from '../../../ui/format/effort.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useFacts } from '../api.ts';
import { formatPoints, loadOf, type RoleLoad } from '../model.ts';
import styles from './choice.module.css';
import { useMoney } from './left-out-table.tsx';

type Cell = { readonly role: RoleLoad; readonly month: CalendarMonth };

/** Load against capacity when what is chosen is taken, and what a month of one more person is worth. */
export function LoadView({ choice }: { readonly choice: PortfolioChoiceView }) {
  const { result } = choice;
  const found = useFacts(choice.id, result === null ? 'now' : 'solved');
  const [opened, setOpened] = useState<Cell | null>(null);
  return (
    <Loaded found={found} what="the load">
      {(facts) => {
        const loads = loadOf(facts, result?.chosen ?? []);
        return (
          <div className={styles['fill']}>
            <Section
              title="Load against capacity"
              note={
                result === null
                  ? 'Committed work alone: nothing is chosen yet'
                  : 'Committed work and what is chosen'
              }
            >
              <Heatmap
                label="Load against capacity by role and month"
                columns={facts.months.map((month) => ({
                  id: month,
                  label: formatMonthShort(month),
                }))}
                rows={loads.map((role) => ({
                  id: role.roleId,
                  name: role.name,
                  cells: role.months.map(heatCell),
                }))}
                onSelect={(row, cell) => {
                  const role = loads.find((one) => one.roleId === row.id);
                  const month = facts.months.find((one) => one === cell.column);
                  if (role && month) setOpened({ role, month });
                }}
              />
            </Section>
            {result ? <Prices result={result} facts={facts} /> : null}
            {opened ? <CellPanel cell={opened} onClose={() => setOpened(null)} /> : null}
          </div>
        );
      }}
    </Loaded>
  );
}

function heatCell(at: RoleLoad['months'][number]): HeatCell {
  const { capacityMinutes, minutes } = at;
  return {
    column: at.month,
    share: capacityMinutes === 0 ? null : Math.round((minutes * 10_000) / capacityMinutes),
    ...(capacityMinutes === 0 && minutes > 0 ? { overload: formatHours(minutes) } : {}),
    detail: `${formatEffort(minutes)} of ${formatEffort(capacityMinutes)}`,
  };
}

const whatWords = {
  committed: 'committed',
  deal: 'deal, chosen',
  initiative: 'initiative, chosen',
};

/** The rows behind a role's month. */
function CellPanel({ cell, onClose }: { readonly cell: Cell; readonly onClose: () => void }) {
  const at = cell.role.months.find(({ month }) => month === cell.month);
  if (!at) return null;
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={`${cell.role.name}, ${formatMonth(cell.month)}`}
      note={`${formatEffort(at.minutes)} of ${formatEffort(at.capacityMinutes)}`}
    >
      {at.parts.length === 0 ? <p className={styles['why']}>Nothing lies on it.</p> : null}
      <table className={styles['table']}>
        <tbody>
          {at.parts.map((part) => (
            <tr key={part.id}>
              <td>
                <AppLink href={part.href}>{part.name}</AppLink>
                <span className={styles['meta']}>{whatWords[part.what]}</span>
              </td>
              <td className={styles['end']}>{formatHours(part.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SidePanel>
  );
}

type PricesProps = { readonly result: PortfolioResultView; readonly facts: PortfolioFactsView };

/** What one more person for a month would be worth, found by solving again (B02). */
function Prices({ result, facts }: PricesProps) {
  const money = useMoney();
  const write = result.maximised === 'margin' ? money : formatPoints;
  const priceOf = new Map(
    result.monthPrices.map((price) => [`${price.roleId} ${price.month}`, price.worth]),
  );
  const roles = facts.roles.filter((role) =>
    result.monthPrices.some((price) => price.roleId === role.id),
  );
  return (
    <Section
      title="What one more person-month is worth"
      note="160 hours more of a role in a month: the result with them less the result without, both solved"
    >
      {roles.length === 0 ? (
        <p className={styles['why']}>
          {result.isPartial
            ? 'There was no time to find out. Run it longer.'
            : 'Nothing: more hours of a single role in a single month change nothing.'}
        </p>
      ) : (
        <section
          className={styles['scroll']}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
          tabIndex={0}
          aria-label="What one more person-month is worth"
        >
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Role</th>
                {facts.months.map((month) => (
                  <th key={month} scope="col" className={styles['end']}>
                    {formatMonthShort(month)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {roles.map((role) => (
                <tr key={role.id}>
                  <th scope="row">{role.name}</th>
                  {facts.months.map((month) => {
                    const worth = priceOf.get(`${role.id} ${month}`);
                    return (
                      <td key={month} className={styles['end']}>
                        {worth ? write(worth.least) : '–'}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}
