import type { ProjectPreview } from '@evenkeel/contract/previews';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import type { RingFenceId } from '@evenkeel/core/id';
import { useState } from 'react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatDate, formatMonth } from '../../../ui/format/date.ts';
import { formatEffort, formatHours } from '../../../ui/format/effort.ts';
import { formatCount, nothing } from '../../../ui/format/number.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useReserveWork } from '../../ring-fence/api.ts';
import { BeforeAfter } from './before-after.tsx';
import { AddedList } from './preview-rows.tsx';
import { OpenCell, PreviewTable } from './preview-tables.tsx';
import styles from './rows.module.css';

type Outlook = ProjectPreview['reserve'][number];
type ReservePreviewProps = { readonly preview: ProjectPreview };

/** What a deal would take of the ring-fences, and which hours would have to be lent (B13, B03). */
export function ReservePreview({ preview }: ReservePreviewProps) {
  const [open, setOpen] = useState<Outlook | null>(null);
  const touched = preview.reserve.filter((one) => one.askedMinutes > 0 || one.shortMinutes > 0);
  const fences = [...groupedBy(touched, ({ ringFence }) => ringFence.id).values()];
  return (
    <Section framed title={titleOf(preview)} note={note}>
      {fences.length === 0 ? (
        <p className={styles['sum']}>None of its hours fall to people of a ring-fence.</p>
      ) : (
        <PreviewTable
          label="Ring-fence"
          columns={[
            'Month',
            'To be lent',
            'Left for initiatives',
            'It asks for',
            'Clients have',
            'Held back',
          ]}
        >
          {fences.flatMap((months) => [
            <tr key={months[0]?.ringFence.id}>
              <th scope="colgroup" colSpan={6} className={styles['group']}>
                {months[0]?.ringFence.name}
              </th>
            </tr>,
            ...months.map((outlook) => (
              <OutlookRow
                key={`${outlook.ringFence.id} ${outlook.month}`}
                outlook={outlook}
                onOpen={() => setOpen(outlook)}
              />
            )),
          ])}
        </PreviewTable>
      )}
      <SidePanel
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={open ? `${open.ringFence.name}, ${formatMonth(open.month)}` : ''}
        note={open ? sumWords(open) : undefined}
        width={720}
      >
        {open ? <OutlookRows preview={preview} outlook={open} /> : null}
      </SidePanel>
    </Section>
  );
}

const note =
  'As if its hours were allocated as they are planned. Client work is free up to what a month holds beyond the ring-fence; what goes beyond that and beyond loans has to be lent when the hours are allocated. Signing itself takes nothing';

function titleOf({ reserve }: ProjectPreview): string {
  const more = sumOf(reserve, (one) => one.shortMinutes - one.shortNowMinutes);
  if (more > 0) return `Ring-fence: ${formatHours(more)} would have to be lent`;
  return 'Ring-fence: nothing would have to be lent';
}

type OutlookRowProps = { readonly outlook: Outlook; readonly onOpen: () => void };

function OutlookRow({ outlook, onOpen }: OutlookRowProps) {
  const { reserveMinutes, takenMinutes, leftMinutes, shortMinutes, shortNowMinutes } = outlook;
  const leftBefore = reserveMinutes - takenMinutes;
  return (
    <tr>
      <th scope="row">{formatMonth(outlook.month)}</th>
      <td>
        {shortMinutes === 0 ? (
          nothing
        ) : (
          <BeforeAfter
            before={formatHours(shortNowMinutes)}
            after={formatHours(shortMinutes)}
            tone={shortMinutes > shortNowMinutes ? 'bad' : 'neutral'}
          />
        )}
      </td>
      <td>
        <BeforeAfter
          before={formatHours(leftBefore)}
          after={formatHours(leftMinutes)}
          tone={leftMinutes < leftBefore ? 'bad' : 'neutral'}
        />
      </td>
      <td>
        <OpenCell onOpen={onOpen}>{formatHours(outlook.askedMinutes)}</OpenCell>
      </td>
      <td>
        <OpenCell onOpen={onOpen}>
          {formatHours(outlook.bookedMinutes)} of {formatHours(outlook.capacityMinutes)}
        </OpenCell>
      </td>
      <td>{formatHours(reserveMinutes)}</td>
    </tr>
  );
}

function sumWords(outlook: Outlook): string {
  const { bookedMinutes, askedMinutes, capacityMinutes, reserveMinutes, lentMinutes } = outlook;
  const lent = lentMinutes > 0 ? `; ${formatHours(lentMinutes)} are lent` : '';
  return `${formatHours(bookedMinutes)} + ${formatHours(askedMinutes)} of client work; ${formatHours(capacityMinutes)} in all, ${formatHours(reserveMinutes)} of them held back${lent}`;
}

function OutlookRows({ preview, outlook }: ReservePreviewProps & { readonly outlook: Outlook }) {
  const rows = outlook.rows.flatMap((place) => preview.added[place] ?? []);
  return (
    <>
      <Section title="It asks for" note={preview.project.name}>
        <AddedList preview={preview} rows={rows} />
      </Section>
      <Section title="Clients have" note="Confirmed allocations to client projects">
        <BookedRows id={outlook.ringFence.id} month={outlook.month} />
      </Section>
    </>
  );
}

type BookedRowsProps = { readonly id: RingFenceId; readonly month: CalendarMonth };

function BookedRows({ id, month }: BookedRowsProps) {
  const found = useReserveWork(id, month);
  return (
    <Loaded found={found} what="the allocations">
      {({ rows, minutes }) => (
        <>
          <p className={styles['sum']}>
            {formatCount(rows.length, { one: 'allocation', many: 'allocations' })} ·{' '}
            <strong>{formatEffort(minutes)}</strong>
          </p>
          <ul className={styles['rows']} aria-label="Allocations of clients">
            {rows.map((row) => (
              <li key={row.allocationId}>
                <AppLink className={styles['row']} href={`/client-projects/${row.project.id}`}>
                  <KindDot kind="client" label={kindLabels.client} />
                  <span className={styles['what']}>
                    <span className={styles['name']}>{row.project.name}</span>
                    <span className={styles['detail']}>
                      {row.person?.name ?? row.role?.name ?? 'Nobody yet'} ·{' '}
                      {formatDate(row.startOn)} to {formatDate(row.endOn)}
                    </span>
                  </span>
                  <span className={styles['amounts']}>{formatEffort(row.minutes)}</span>
                </AppLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
