import type { FinishView } from '@evenkeel/contract/balance';
import type { ProjectPreview } from '@evenkeel/contract/previews';
import { type CalendarMonth, monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import { money } from '@evenkeel/core/money';
import type { ProjectKind } from '@evenkeel/core/projects/template';
import type { ReactNode } from 'react';
import { formatDate, formatMonth } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatCompactMoney } from '../../../ui/format/money.ts';
import { formatCount, formatPercent, nothing } from '../../../ui/format/number.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { finishWords } from '../model/finish-words.ts';
import { shareWords, verdictJudgement, verdictWords } from '../model/judgement.ts';
import { BeforeAfter } from './before-after.tsx';
import styles from './preview.module.css';
import type { PreviewFigure } from './preview-rows.tsx';

type PreviewProps = { readonly preview: ProjectPreview };

/** Figures of a table that open to the rows behind them. */
type OpeningProps = PreviewProps & { readonly onOpen: (figure: PreviewFigure) => void };

/** Projects whose forecast moves, and the one that would be added. */
export function FinishTable({ preview }: PreviewProps) {
  return (
    <PreviewTable
      label="When work is done"
      columns={['Project', 'Done in the week of', 'Later by']}
    >
      {preview.finishes.map((change) => {
        const { name, kind } = projectOf(preview, change.projectId);
        const weeks = change.weeksLater;
        return (
          <tr key={change.projectId ?? 'new'}>
            <th scope="row">
              <span className={styles['project']}>
                <KindDot kind={kind} label={kindLabels[kind]} />
                {name}
              </span>
            </th>
            <td>
              {change.projectId === null ? (
                shortFinish(change.after)
              ) : (
                <BeforeAfter
                  before={shortFinish(change.before)}
                  after={shortFinish(change.after)}
                  tone={weeks !== null && weeks > 0 ? 'bad' : 'neutral'}
                />
              )}
            </td>
            <td>{weeksWords(weeks)}</td>
          </tr>
        );
      })}
    </PreviewTable>
  );
}

/** The share of each quarter, judged. */
export function ShareTable({ preview, onOpen }: OpeningProps) {
  return (
    <PreviewTable label="Strategic share" columns={['Quarter', 'Share', 'Afterwards']}>
      {preview.quarters
        .filter((quarter) => quarter.which !== 'previous')
        .map(({ which, from, to, before, after }) => (
          <tr key={which}>
            <th scope="row">
              {which === 'current' ? 'This quarter' : 'Next quarter'}
              <span className={styles['note']}>
                {' '}
                {formatMonth(monthOf(from))} to {formatMonth(monthOf(to))}
              </span>
            </th>
            <td>
              <OpenCell
                onOpen={() => onOpen({ title: `Work of ${quarterWords(which)}`, from, to })}
              >
                <BeforeAfter
                  before={shareWords(before.shareByMinutes)}
                  after={shareWords(after.shareByMinutes)}
                  tone={verdictJudgement[after.verdict]}
                />
              </OpenCell>
            </td>
            <td>{verdictWords[after.verdict]}</td>
          </tr>
        ))}
    </PreviewTable>
  );
}

/** Hours and, for those who may see it, client value by month. */
export function MonthTable({ preview, onOpen }: OpeningProps) {
  const showsMoney = preview.months.some((month) => month.after.billMinor !== null);
  const value = (minor: number | null) => formatCompactMoney(money(minor ?? 0, preview.currency));
  return (
    <PreviewTable
      label="Work by month"
      columns={showsMoney ? ['Month', 'Hours', 'Client value'] : ['Month', 'Hours']}
    >
      {preview.months.map(({ month, before, after }) => (
        <tr key={month}>
          <th scope="row">{formatMonth(month)}</th>
          <td>
            <OpenCell
              onOpen={() => onOpen({ title: `Work of ${formatMonth(month)}`, ...daysOf(month) })}
            >
              <BeforeAfter
                before={formatHours(before.minutes)}
                after={formatHours(after.minutes)}
              />
            </OpenCell>
          </td>
          {showsMoney ? (
            <td>
              <BeforeAfter before={value(before.billMinor)} after={value(after.billMinor)} />
            </td>
          ) : null}
        </tr>
      ))}
    </PreviewTable>
  );
}

/** Roles whose load changes, by month. */
export function RoleTable({ preview, onOpen }: OpeningProps) {
  const months = preview.months.map(({ month }) => month);
  const byRole = [...groupedBy(preview.roles, (change) => change.after.roleId)];
  if (byRole.length === 0)
    return <p className={styles['note']}>No role’s load changes in these months.</p>;
  return (
    <PreviewTable
      label="Load of roles"
      columns={['Role', ...months.map((month) => formatMonth(month))]}
    >
      {byRole.map(([roleId, changes]) => (
        <tr key={roleId ?? 'none'}>
          <th scope="row">{roleName(preview, roleId)}</th>
          {months.map((month) => {
            const change = changes.find((one) => one.after.month === month);
            return (
              <td key={month}>
                {change ? (
                  <OpenCell
                    onOpen={() =>
                      onOpen({
                        title: `${roleName(preview, roleId)}, ${formatMonth(month)}`,
                        ...daysOf(month),
                        roleId,
                      })
                    }
                  >
                    <LoadChange {...change} />
                  </OpenCell>
                ) : (
                  <span className={styles['note']}>{nothing}</span>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </PreviewTable>
  );
}

/** Whoever has more work than capacity once the project is there. */
export function OverTable({ preview }: PreviewProps) {
  const roles = preview.rolesOver.after.map((over) => ({
    ...over,
    name: roleName(preview, over.roleId),
    before: preview.rolesOver.before.find(
      (one) => one.roleId === over.roleId && one.month === over.month,
    ),
  }));
  const people = preview.peopleOver.after.map((over) => ({
    ...over,
    name: preview.names.people.find((one) => one.id === over.personId)?.name ?? '',
    before: preview.peopleOver.before.find(
      (one) => one.personId === over.personId && one.month === over.month,
    ),
  }));
  return (
    <PreviewTable label="Over capacity afterwards" columns={['Who', 'Month', 'Over by']}>
      {[...roles, ...people].map(({ name, month, before, excessMinutes }) => (
        <tr key={`${name} ${month}`}>
          <th scope="row">{name}</th>
          <td>{formatMonth(month)}</td>
          <td>
            <BeforeAfter
              before={formatHours(before?.excessMinutes ?? 0)}
              after={formatHours(excessMinutes)}
              tone={excessMinutes > (before?.excessMinutes ?? 0) ? 'bad' : 'neutral'}
            />
          </td>
        </tr>
      ))}
    </PreviewTable>
  );
}

function LoadChange({ before, after }: ProjectPreview['roles'][number]) {
  const hours = ({ loggedMinutes, plannedMinutes }: typeof after) =>
    formatHours(loggedMinutes + plannedMinutes);
  return (
    <span
      title={`${hours(before)}, then ${hours(after)}, of ${formatHours(after.capacityMinutes)}`}
    >
      <BeforeAfter
        before={loadWords(before)}
        after={loadWords(after)}
        tone={after.excessMinutes > 0 ? 'bad' : 'neutral'}
      />
    </span>
  );
}

/** Load in whole percent of capacity; in hours where there is no capacity. */
function loadWords(load: ProjectPreview['roles'][number]['after']): string {
  const minutes = load.loggedMinutes + load.plannedMinutes;
  if (load.capacityMinutes === 0) return formatHours(minutes);
  return formatPercent(Math.round((minutes * 100) / load.capacityMinutes) * 100);
}

type OpenCellProps = { readonly onOpen: () => void; readonly children: ReactNode };

/** A figure in a table that opens to its rows. */
export function OpenCell({ onOpen, children }: OpenCellProps) {
  return (
    <button type="button" className={styles['open']} onClick={onOpen}>
      <span className={styles['hidden']}>Rows behind </span>
      {children}
    </button>
  );
}

function daysOf(month: CalendarMonth) {
  return { from: monthStart(month), to: monthEnd(month) };
}

function quarterWords(which: ProjectPreview['quarters'][number]['which']): string {
  return which === 'current' ? 'this quarter' : 'next quarter';
}

type PreviewTableProps = {
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
};

/** A table of a preview, scrolled sideways by itself where it is too wide. */
export function PreviewTable({ label, columns, children }: PreviewTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['scroll']} tabIndex={0} aria-label={`${label}: table`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function projectOf(
  { names, project }: ProjectPreview,
  id: string | null,
): { readonly name: string; readonly kind: ProjectKind } {
  const found = id === null ? undefined : names.projects.find((one) => one.id === id);
  return found ?? { name: `${project.name} (new)`, kind: project.kind };
}

function roleName({ names }: ProjectPreview, id: string | null): string {
  return id === null ? 'No role' : (names.roles.find((role) => role.id === id)?.name ?? '');
}

function shortFinish(finish: Omit<FinishView, 'projectId'> | null): string {
  if (!finish) return nothing;
  return finish.finishWeek ? formatDate(finish.finishWeek) : finishWords(finish);
}

function weeksWords(weeks: number | null): string {
  if (weeks === null) return nothing;
  const words = formatCount(Math.abs(weeks), { one: 'week', many: 'weeks' });
  return weeks < 0 ? `${words} earlier` : words;
}
