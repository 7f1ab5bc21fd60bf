import type { LeadView } from '@evenkeel/contract/leads';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { useListExtras } from '../../record/api.ts';
import { leadColumns, leadFilters } from './lead-columns.tsx';

/** The views of all leads, each with its own address. */
export function leadTabs(open: 'list' | 'board' | 'definition') {
  return [
    { label: 'List', href: '/leads', active: open === 'list' },
    { label: 'Board', href: '/leads/board', active: open === 'board' },
    { label: 'What is qualified', href: '/leads/definition', active: open === 'definition' },
  ];
}

/** Columns and filters of leads, with tags and the firm's own fields. */
export function useLeadColumns(rows: readonly LeadView[]) {
  const extras = useListExtras<LeadView>('lead');
  return useMemo(
    () => ({
      columns: [...leadColumns, ...extras.columns],
      filters: [...leadFilters(rows), ...extras.filters],
    }),
    [rows, extras],
  );
}

type AddingProps = { readonly mayWrite: boolean; readonly onAdd: () => void };

export function NewLeadButton({ mayWrite, onAdd }: AddingProps) {
  if (!mayWrite) return null;
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
      New lead
    </Button>
  );
}

export function NoLeads({ mayWrite, onAdd }: AddingProps) {
  return (
    <EmptyState
      title="No leads yet"
      actions={mayWrite ? <Button onClick={onAdd}>New lead</Button> : null}
    >
      A lead is interest nobody has looked into yet. Qualified by your own definition, it becomes an
      account, a contact and a deal at once.
    </EmptyState>
  );
}
