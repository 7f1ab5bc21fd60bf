import { type TrashedRecord, trashDays } from '@evenkeel/contract/trash';
import { instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { numberPrefixes, recordNumber } from '../../lib/record-number.ts';
import { useMay } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { TimeAgo } from '../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { takeOut, useTrash } from './api.ts';

/** Everything that was deleted in the last 30 days. */
export function TrashPage() {
  const mayWrite = useMay('write');
  const found = useTrash();
  const restore = async (records: readonly TrashedRecord[], done: () => void) => {
    const outcomes = await Promise.allSettled(records.map(takeOut));
    const failed = outcomes.filter(({ status }) => status === 'rejected').length;
    const restored = outcomes.length - failed;
    if (restored > 0) notifyDone({ message: `${restored} taken out of the trash` });
    if (failed > 0) {
      notifyFailed({
        message: `${failed} could not be taken out; take out what they belong to first.`,
      });
    }
    done();
    await found.refetch();
  };
  return (
    <Page title="Trash" layout="fill">
      <Loaded found={found} what="the trash">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            {...(mayWrite
              ? {
                  bulkActions: (records: readonly TrashedRecord[], clear: () => void) => (
                    <Button variant="default" onClick={() => void restore(records, clear)}>
                      Take out of the trash
                    </Button>
                  ),
                }
              : {})}
            empty={
              <EmptyState title="The trash is empty">
                What is deleted stays here for {trashDays} days and can be taken back.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

const noun = { one: 'record', many: 'records' };
const rowKey = (record: TrashedRecord) => `${record.kind} ${record.id}`;
const rowName = (record: TrashedRecord) => record.name;

const kindNames: Record<TrashedRecord['kind'], string> = {
  account: 'Account',
  contact: 'Contact',
  lead: 'Lead',
  'customer-goal': 'Customer goal',
  'customer-initiative': 'Customer initiative',
  interaction: 'Interaction',
  deal: 'Deal',
  plan: 'Strategic plan',
  goal: 'Goal',
  objective: 'Objective',
  kpi: 'KPI',
  'tactical-plan': 'Tactical plan',
  tactic: 'Tactic',
  initiative: 'Initiative',
  'client-project': 'Client project',
  task: 'Task',
  action: 'Action',
  'analysis-board': 'Analysis board',
  insight: 'Insight',
  person: 'Person',
  product: 'Product',
  template: 'Template',
  'time-entry': 'Time entry',
  allocation: 'Allocation',
  scenario: 'Scenario',
  file: 'File',
};

const columns: readonly Column<TrashedRecord>[] = [
  { id: 'name', label: 'Name', width: 260, grow: true, value: (record) => record.name },
  { id: 'kind', label: 'Kind', width: 160, value: (record) => kindNames[record.kind] },
  { id: 'number', label: 'ID', width: 110, value: numberOf },
  { id: 'note', label: 'Note', width: 240, value: (record) => record.note },
  {
    id: 'deletedAt',
    label: 'Deleted',
    width: 160,
    value: (record) => record.deletedAt,
    cell: (record) => <TimeAgo moment={record.deletedAt} now={instant(new Date().toISOString())} />,
  },
];

const filters: readonly FilterDefinition<TrashedRecord>[] = [
  {
    id: 'kind',
    label: 'Kind',
    kind: 'choice',
    choices: Object.entries(kindNames).map(([value, label]) => ({ value, label })),
    value: (record) => record.kind,
  },
];

function numberOf(record: TrashedRecord): string | null {
  const { kind, number } = record;
  return number !== null && kind in numberPrefixes
    ? // The line above has just shown that records of this kind bear numbers.
      recordNumber(kind as keyof typeof numberPrefixes, number)
    : null;
}
