import { type TeamView, teams } from '@evenkeel/contract/people';
import { Button } from '@mantine/core';
import { IconPlus, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useShortcut } from '../../ui/shortcut/use-shortcut.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { usePeopleWrite, useTeams } from './api.ts';
import { teamColumns } from './components/people-columns.tsx';
import { peopleTabs } from './model.ts';

const noun = { one: 'team', many: 'teams' };
const rowKey = (team: TeamView) => team.id;
const rowName = (team: TeamView) => team.name;

/** The parts of the firm that work is assigned to. */
export function TeamsPage() {
  const found = useTeams();
  const mayManage = useMay('manage');
  const [edited, setEdited] = useState<TeamView | 'new' | null>(null);
  const add = () => setEdited('new');
  useShortcut({ keys: 'c', label: 'New team', run: add, enabled: mayManage });
  const button = mayManage ? (
    <Button leftSection={<IconPlus size={16} />} onClick={add}>
      New team
    </Button>
  ) : null;
  return (
    <Page title="People" layout="fill" tabs={peopleTabs('teams')} primary={button}>
      <Loaded found={found} what="the teams">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={teamColumns}
            rowKey={rowKey}
            rowName={rowName}
            {...(mayManage ? { onOpenRow: setEdited } : {})}
            empty={
              <EmptyState
                icon={<IconUsersGroup size={20} stroke={1.6} />}
                title="No teams yet"
                actions={button}
              >
                A team is a part of the firm that work is assigned to. Balance shows load and
                capacity by team.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {edited ? (
        <TeamForm team={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </Page>
  );
}

function TeamForm({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
  const create = usePeopleWrite(teams.create);
  const update = usePeopleWrite(teams.update);
  const remove = usePeopleWrite(teams.remove);
  const form = useRecordForm<{ name: string }>({
    initialValues: { name: team?.name ?? '' },
    validate: { name: (name) => (name.trim() === '' ? 'A team needs a name.' : null) },
    onSubmit: async (body) => {
      if (team === null) await create.mutateAsync({ body });
      else await update.mutateAsync({ params: { id: team.id }, version: team.version, body });
      notifyDone({ message: team ? `Team renamed to ${body.name}` : `Team ${body.name} added` });
      onClose();
    },
  });
  const discard = async (old: TeamView) => {
    try {
      await remove.mutateAsync({ params: { id: old.id } });
      const undo = async () => void (await create.mutateAsync({ body: { name: old.name } }));
      notifyDone({ message: `Team ${old.name} deleted`, undo });
      onClose();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'Nothing was deleted.' });
    }
  };
  return (
    <FormModal
      title={team ? team.name : 'New team'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={team ? 'Rename team' : 'Add team'}
      footer={
        team ? (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => void discard(team)}
          >
            Delete
          </Button>
        ) : null
      }
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
    </FormModal>
  );
}
