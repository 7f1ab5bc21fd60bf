import { type PersonView, people } from '@evenkeel/contract/people';
import type { TermView } from '@evenkeel/contract/person-terms';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { usePeopleWrite } from '../api.ts';
import { weekWords } from '../model.ts';
import styles from './people.module.css';
import { TermForm } from './term-form.tsx';

type PersonTermsProps = { readonly person: PersonView; readonly mayManage: boolean };

/** Hours, role and team over time: which hold today, which from when, and how to change them (PM-13). */
export function PersonTerms({ person, mayManage }: PersonTermsProps) {
  const [edited, setEdited] = useState<TermView | 'new' | null>(null);
  return (
    <div>
      <table className={styles['rates']}>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Hours a week</th>
            <th scope="col">Role</th>
            <th scope="col">Team</th>
            <th scope="col">
              <span className={styles['hidden']}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {person.terms.map((term) => (
            <TermRow
              key={term.id}
              {...{ person, term, mayManage }}
              onCorrect={() => setEdited(term)}
            />
          ))}
        </tbody>
      </table>
      {mayManage ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => setEdited('new')}
        >
          Change from a day
        </Button>
      ) : null}
      {edited ? (
        <TermForm
          person={person}
          term={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </div>
  );
}

type TermRowProps = PersonTermsProps & { readonly term: TermView; readonly onCorrect: () => void };

function TermRow({ person, term, mayManage, onCorrect }: TermRowProps) {
  const from = term.validFrom ? formatDate(term.validFrom) : 'The beginning';
  const isPresent = term.id === 'present';
  return (
    <tr data-current={isPresent || undefined}>
      <th scope="row">
        {from}
        {isPresent ? <span className={styles['current']}>holds today</span> : null}
      </th>
      <td>
        {formatHours(term.weeklyMinutes)}
        {term.weekMinutes ? (
          <span className={styles['current']}>{weekWords(term.weekMinutes)}</span>
        ) : null}
      </td>
      <td>{term.role?.name ?? '–'}</td>
      <td>{term.team?.name ?? '–'}</td>
      <td>{mayManage ? <TermMenu {...{ person, term, onCorrect, from }} /> : null}</td>
    </tr>
  );
}

type TermMenuProps = Pick<TermRowProps, 'person' | 'term' | 'onCorrect'> & {
  readonly from: string;
};

function TermMenu({ person, term, onCorrect, from }: TermMenuProps) {
  const remove = usePeopleWrite(people.removeTerm);
  const add = usePeopleWrite(people.addTerm);
  const takeBack = async () => {
    const { validFrom, weeklyMinutes, weekMinutes } = term;
    try {
      await remove.mutateAsync({ params: { id: person.id, termId: term.id } });
      if (validFrom === null) return;
      const hours = weekMinutes ? { weekMinutes } : { weeklyMinutes };
      const body = {
        ...hours,
        validFrom,
        roleId: term.role?.id ?? null,
        teamId: term.team?.id ?? null,
      };
      notifyDone({
        message: 'Terms taken back',
        undo: async () => void (await add.mutateAsync({ params: { id: person.id }, body })),
      });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'They stay.' });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Change the terms from ${from}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={onCorrect}>
          Correct
        </Menu.Item>
        {term.validFrom === null ? null : (
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void takeBack()}>
            Take back
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
