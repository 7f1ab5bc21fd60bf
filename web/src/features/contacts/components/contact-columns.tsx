import type { ContactRow } from '@evenkeel/contract/contacts';
import { channelLabels } from '@evenkeel/core/contacts/channel';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { languageName } from '../../../ui/format/language.ts';
import { AccountMark, PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { channelChoices } from '../model.ts';

export const contactColumns: readonly Column<ContactRow>[] = [
  {
    id: 'name',
    label: 'Contact',
    width: 200,
    grow: true,
    value: (contact) => contact.name,
    cell: (contact) => <PersonMark person={contact} />,
  },
  {
    id: 'number',
    label: 'ID',
    width: 92,
    hidden: true,
    value: (contact) => recordNumber('contact', contact.number),
    sortValue: (contact) => contact.number,
  },
  {
    id: 'account',
    label: 'Account',
    width: 200,
    value: (contact) => contact.accounts.map(({ name }) => name).join(', '),
    cell: (contact) => <Accounts contact={contact} />,
  },
  {
    id: 'role',
    label: 'Role',
    width: 180,
    value: (contact) => contact.accounts[0]?.role || contact.jobTitle,
  },
  { id: 'email', label: 'E-mail', width: 220, value: (contact) => contact.email },
  { id: 'phone', label: 'Phone', width: 150, value: (contact) => contact.phone },
  {
    id: 'preferredChannel',
    label: 'Prefers',
    width: 120,
    value: (contact) => contact.preferredChannel && channelLabels[contact.preferredChannel],
  },
  {
    id: 'language',
    label: 'Language',
    width: 110,
    hidden: true,
    value: (contact) => contact.language && languageName(contact.language),
  },
  {
    id: 'lastContactOn',
    label: 'Last contact',
    width: 116,
    value: (contact) => contact.lastContactOn,
    cell: (contact) => <DateText date={contact.lastContactOn} />,
  },
  {
    id: 'owner',
    label: 'Known by',
    width: 160,
    value: (contact) => contact.owner?.name,
    cell: (contact) => <PersonMark person={contact.owner ?? undefined} />,
  },
  {
    id: 'doNotContact',
    label: 'Do not contact',
    width: 120,
    hidden: true,
    value: (contact) => (contact.doNotContact ? 'Do not contact' : null),
  },
];

export function contactFilters(contacts: readonly ContactRow[]): FilterDefinition<ContactRow>[] {
  const named = (of: (contact: ContactRow) => readonly (string | null | undefined)[]) =>
    [...new Set(contacts.flatMap(of).filter((word): word is string => Boolean(word)))]
      .sort((a, b) => a.localeCompare(b))
      .map((word) => ({ value: word, label: word }));
  return [
    {
      id: 'account',
      label: 'Account',
      kind: 'choice',
      choices: named(({ accounts }) => accounts.map(({ name }) => name)),
      value: ({ accounts }) => accounts.map(({ name }) => name),
    },
    {
      id: 'owner',
      label: 'Known by',
      kind: 'choice',
      choices: named(({ owner }) => [owner?.name]),
      value: ({ owner }) => owner?.name,
    },
    {
      id: 'preferredChannel',
      label: 'Prefers',
      kind: 'choice',
      choices: channelChoices,
      value: ({ preferredChannel }) => preferredChannel,
    },
    {
      id: 'language',
      label: 'Language',
      kind: 'choice',
      choices: named(({ language }) => [language && languageName(language)]),
      value: ({ language }) => language && languageName(language),
    },
    {
      id: 'lastContactOn',
      label: 'Last contact',
      kind: 'date',
      value: ({ lastContactOn }) => lastContactOn,
    },
    {
      id: 'doNotContact',
      label: 'Do not contact',
      kind: 'choice',
      choices: [
        { value: 'yes', label: 'Not to be contacted' },
        { value: 'no', label: 'May be contacted' },
      ],
      value: ({ doNotContact }) => (doNotContact ? 'yes' : 'no'),
    },
  ];
}

function Accounts({ contact }: { readonly contact: ContactRow }) {
  const [main, ...others] = contact.accounts;
  if (!main) return <AccountMark account={undefined} />;
  const name = others.length > 0 ? `${main.name} +${others.length}` : main.name;
  return <AccountMark account={{ id: main.id, name }} />;
}
