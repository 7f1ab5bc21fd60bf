import type { InteractionView } from '@evenkeel/contract/interactions';
import { interactionLabels } from '@evenkeel/core/interactions/interaction';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { AccountMark, PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { kindChoices } from '../model.ts';

export const interactionColumns: readonly Column<InteractionView>[] = [
  {
    id: 'name',
    label: 'About',
    width: 240,
    grow: true,
    value: (interaction) => interaction.name,
  },
  {
    id: 'kind',
    label: 'Kind',
    width: 100,
    value: (interaction) => interactionLabels[interaction.kind],
  },
  {
    id: 'on',
    label: 'On',
    width: 116,
    value: (interaction) => interaction.on,
    cell: (interaction) => <DateText date={interaction.on} />,
  },
  {
    id: 'account',
    label: 'Account',
    width: 190,
    value: (interaction) => interaction.account?.name,
    cell: (interaction) => <AccountMark account={interaction.account ?? undefined} />,
  },
  {
    id: 'contacts',
    label: 'With',
    width: 170,
    value: (interaction) => interaction.contacts.map(({ name }) => name).join(', '),
  },
  {
    id: 'people',
    label: 'Who of us',
    width: 160,
    value: (interaction) => interaction.people.map(({ name }) => name).join(', '),
    cell: (interaction) => <PersonMark person={interaction.people[0]} />,
  },
  {
    id: 'about',
    label: 'Deal or project',
    width: 180,
    hidden: true,
    value: (interaction) => interaction.deal?.name ?? interaction.project?.name,
  },
  { id: 'outcome', label: 'Outcome', width: 220, value: (interaction) => interaction.outcome },
  {
    id: 'notes',
    label: 'What was said',
    width: 280,
    hidden: true,
    value: (interaction) => interaction.notes,
  },
  {
    id: 'followUpOn',
    label: 'Follow up',
    width: 116,
    value: openFollowUp,
    cell: (interaction) => <DateText date={openFollowUp(interaction)} />,
  },
];

export function interactionFilters(
  interactions: readonly InteractionView[],
): FilterDefinition<InteractionView>[] {
  const named = (of: (interaction: InteractionView) => readonly (string | undefined)[]) =>
    [...new Set(interactions.flatMap(of).filter((name): name is string => Boolean(name)))]
      .sort((a, b) => a.localeCompare(b))
      .map((name) => ({ value: name, label: name }));
  return [
    { id: 'kind', label: 'Kind', kind: 'choice', choices: kindChoices, value: ({ kind }) => kind },
    { id: 'on', label: 'On', kind: 'date', value: ({ on }) => on },
    {
      id: 'account',
      label: 'Account',
      kind: 'choice',
      choices: named(({ account }) => [account?.name]),
      value: ({ account }) => account?.name,
    },
    {
      id: 'people',
      label: 'Who of us',
      kind: 'choice',
      choices: named(({ people }) => people.map(({ name }) => name)),
      value: ({ people }) => people.map(({ name }) => name),
    },
    {
      id: 'contacts',
      label: 'With',
      kind: 'choice',
      choices: named(({ contacts }) => contacts.map(({ name }) => name)),
      value: ({ contacts }) => contacts.map(({ name }) => name),
    },
    { id: 'followUpOn', label: 'Follow up', kind: 'date', value: openFollowUp },
  ];
}

function openFollowUp({ followUp }: InteractionView) {
  return followUp && followUp.doneOn === null ? followUp.on : null;
}
