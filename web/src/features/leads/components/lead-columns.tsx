import type { LeadView } from '@evenkeel/contract/leads';
import { leadStateLabels, leadStates } from '@evenkeel/core/leads/qualification';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { leadStateChoices } from '../model.ts';
import { LeadStateMark } from './lead-state-mark.tsx';

export const leadColumns: readonly Column<LeadView>[] = [
  { id: 'name', label: 'Lead', width: 200, grow: true, value: (lead) => lead.name },
  {
    id: 'number',
    label: 'ID',
    width: 92,
    hidden: true,
    value: (lead) => recordNumber('lead', lead.number),
    sortValue: (lead) => lead.number,
  },
  { id: 'company', label: 'Company', width: 190, value: (lead) => lead.company },
  {
    id: 'state',
    label: 'State',
    width: 130,
    value: (lead) => leadStateLabels[lead.state],
    cell: (lead) => <LeadStateMark state={lead.state} />,
    sortValue: (lead) => leadStates.indexOf(lead.state),
  },
  {
    id: 'metCount',
    label: 'Criteria',
    width: 92,
    align: 'end',
    value: (lead) => `${lead.metCount} of ${lead.criteria.length}`,
    sortValue: (lead) => lead.metCount,
  },
  { id: 'source', label: 'Source', width: 140, value: (lead) => lead.source },
  { id: 'interest', label: 'Interest', width: 260, value: (lead) => lead.interest },
  { id: 'email', label: 'E-mail', width: 200, hidden: true, value: (lead) => lead.email },
  { id: 'phone', label: 'Phone', width: 140, hidden: true, value: (lead) => lead.phone },
  {
    id: 'reason',
    label: 'Disqualified because',
    width: 220,
    hidden: true,
    value: (lead) => lead.disqualifiedReason,
  },
  {
    id: 'owner',
    label: 'Owner',
    width: 160,
    value: (lead) => lead.owner?.name,
    cell: (lead) => <PersonMark person={lead.owner ?? undefined} />,
  },
  {
    id: 'stateSince',
    label: 'Since',
    width: 116,
    value: (lead) => lead.stateSince,
    cell: (lead) => <DateText date={lead.stateSince} />,
  },
];

export function leadFilters(leads: readonly LeadView[]): FilterDefinition<LeadView>[] {
  const named = (of: (lead: LeadView) => string | null | undefined) =>
    [...new Set(leads.map(of).filter((word): word is string => Boolean(word)))]
      .sort((a, b) => a.localeCompare(b))
      .map((word) => ({ value: word, label: word }));
  return [
    {
      id: 'state',
      label: 'State',
      kind: 'choice',
      choices: leadStateChoices,
      value: ({ state }) => state,
    },
    {
      id: 'source',
      label: 'Source',
      kind: 'choice',
      choices: named(({ source }) => source),
      value: ({ source }) => source,
    },
    {
      id: 'owner',
      label: 'Owner',
      kind: 'choice',
      choices: named(({ owner }) => owner?.name),
      value: ({ owner }) => owner?.name,
    },
    { id: 'stateSince', label: 'Since', kind: 'date', value: ({ stateSince }) => stateSince },
  ];
}
