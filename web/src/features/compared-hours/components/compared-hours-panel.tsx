import type { ComparedGrouping } from '@evenkeel/contract/compared-hours';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../../ui/page/section.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useComparedHours } from '../api.ts';
import { HoursRows } from './hours-rows.tsx';
import { HoursTable, type OpenHours } from './hours-table.tsx';

type Scope = {
  readonly projectId?: ProjectId;
  readonly personId?: PersonId;
  readonly from?: CalendarMonth;
  readonly to?: CalendarMonth;
};

const note =
  'Reserved by allocations (* some of it tentative), estimated by tasks over their days, and worked. Amber: more than is allocated.';

/** The three numbers of a project by person, or of a person by project (U12). */
export function ComparedHoursPanel({
  of,
  by,
}: {
  readonly of: Scope;
  readonly by: ComparedGrouping;
}) {
  return (
    <Section title="Allocated, estimated, logged" note={note}>
      <Numbers of={of} by={by} />
    </Section>
  );
}

const groupings: readonly { readonly value: ComparedGrouping; readonly label: string }[] = [
  { value: 'team', label: 'Team' },
  { value: 'role', label: 'Role' },
  { value: 'person', label: 'Person' },
  { value: 'project', label: 'Project' },
];

/** The three numbers of the whole firm over some months. */
export function FirmHoursPanel({ of }: { readonly of: Scope }) {
  const [by, setBy] = useState<ComparedGrouping>('team');
  return (
    <Section
      framed
      title="Allocated, estimated, logged"
      note={note}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Lines of the hours"
          data={[...groupings]}
          value={by}
          // The values are those of the choices above.
          onChange={(value) => setBy(value as ComparedGrouping)}
        />
      }
    >
      <Numbers of={of} by={by} />
    </Section>
  );
}

function Numbers({ of, by }: { readonly of: Scope; readonly by: ComparedGrouping }) {
  const found = useComparedHours({ ...of, by });
  const [open, setOpen] = useState<OpenHours | null>(null);
  return (
    <Loaded found={found} what="the hours">
      {(view) =>
        view.lines.length === 0 ? (
          <EmptyState title="No hours yet">
            <p>Nothing is allocated, estimated or logged here.</p>
          </EmptyState>
        ) : (
          <>
            <HoursTable
              view={view}
              by={by}
              onOpen={({ title, filter }) => setOpen({ title, filter: { ...of, ...filter } })}
            />
            <HoursRows open={open} onClose={() => setOpen(null)} />
          </>
        )
      }
    </Loaded>
  );
}
