import type { LoadRowsFilter } from '@evenkeel/contract/balance';
import type { ProjectPreview } from '@evenkeel/contract/previews';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import type { RoleId } from '@evenkeel/core/id';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatDate } from '../../../ui/format/date.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { Section } from '../../../ui/page/section.tsx';
import styles from './rows.module.css';
import { Rows } from './rows-drawer.tsx';

/** Which figure of a preview stands open: its title, its days, and its role if it is of one. */
export type PreviewFigure = {
  readonly title: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly roleId?: RoleId | null;
};

type PreviewRowsProps = {
  readonly preview: ProjectPreview;
  readonly open: PreviewFigure | null;
  readonly onClose: () => void;
};

/** The rows that a figure of a preview is the sum of: what would be added, and what is there (U19). */
export function PreviewRows({ preview, open, onClose }: PreviewRowsProps) {
  return (
    <SidePanel opened={open !== null} onClose={onClose} title={open?.title ?? ''} width={720}>
      {open ? (
        <>
          <Section title="Would be added" note={preview.project.name}>
            <AddedRows preview={preview} figure={open} />
          </Section>
          <Section title="There already" note="Logged and planned, open deals left out">
            <Rows filter={filterOf(open)} measure="hours" currency={preview.currency} />
          </Section>
        </>
      ) : null}
    </SidePanel>
  );
}

function AddedRows({
  preview,
  figure,
}: Omit<PreviewRowsProps, 'open' | 'onClose'> & { readonly figure: PreviewFigure }) {
  const rows = preview.added.filter(
    (row) =>
      row.from <= figure.to &&
      row.to >= figure.from &&
      (figure.roleId === undefined || row.roleId === figure.roleId),
  );
  return <AddedList preview={preview} rows={rows} />;
}

type AddedListProps = {
  readonly preview: ProjectPreview;
  readonly rows: readonly ProjectPreview['added'][number][];
};

/** Work that would be added, row by row, with its sum. */
export function AddedList({ preview, rows }: AddedListProps) {
  if (rows.length === 0) return <p className={styles['sum']}>Nothing is added here.</p>;
  return (
    <>
      <p className={styles['sum']}>
        {formatCount(rows.length, { one: 'row', many: 'rows' })} ·{' '}
        <strong>{formatEffort(sumOf(rows, ({ minutes }) => minutes))}</strong>
      </p>
      <ul className={styles['rows']} aria-label="Rows that would be added">
        {rows.map((row) => (
          <li key={`${row.task} ${row.from} ${row.personId} ${row.roleId}`}>
            <div className={styles['row']}>
              <KindDot kind={preview.project.kind} label={kindLabels[preview.project.kind]} />
              <span className={styles['what']}>
                <span className={styles['name']}>{row.task}</span>
                <span className={styles['detail']}>
                  {daysWords(row)} · {whoWords(preview, row)}
                </span>
              </span>
              <span className={styles['amounts']}>{formatEffort(row.minutes)}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function filterOf({ from, to, roleId }: PreviewFigure): LoadRowsFilter {
  const whose = roleId === undefined ? {} : { roleId: roleId ?? ('none' as const) };
  return { from, to, certainty: 'logged,planned', ...whose };
}

function daysWords({ from, to }: ProjectPreview['added'][number]): string {
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
}

function whoWords({ names }: ProjectPreview, row: ProjectPreview['added'][number]): string {
  const person = names.people.find(({ id }) => id === row.personId);
  const role = names.roles.find(({ id }) => id === row.roleId);
  return person?.name ?? role?.name ?? 'Nobody yet';
}
