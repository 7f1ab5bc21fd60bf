import { type SkillView, skills } from '@evenkeel/contract/skills';
import { Button } from '@mantine/core';
import { IconCertificate, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { Nothing } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { useAdding } from '../../../ui/page/use-adding.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { peopleTabs } from '../model.ts';
import { useSkills, useSkillWrite } from './api.ts';
import { LevelMark } from './components/level-mark.tsx';
import styles from './components/skills.module.css';

const noun = { one: 'skill', many: 'skills' };
const rowKey = (skill: SkillView) => skill.id;
const rowName = (skill: SkillView) => skill.name;

/** What the firm can do: each skill with the people who have it, the best first (PM-13). */
export function SkillsPage() {
  const found = useSkills();
  const mayManage = useMay('manage');
  const mayWrite = useMay('write');
  const [isAdding, setAdding] = useAdding('New skill', mayWrite);
  const [edited, setEdited] = useState<SkillView | null>(null);
  const rows = found.data?.rows;
  const filters = useMemo(() => skillFilters(rows ?? []), [rows]);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New skill
    </Button>
  ) : null;
  return (
    <Page title="People" layout="fill" tabs={peopleTabs('skills')} primary={button}>
      <Loaded found={found} what="the skills">
        {(answer) => (
          <DataList
            noun={noun}
            rows={answer.rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            exportName="skills"
            {...(mayManage ? { onOpenRow: setEdited } : {})}
            empty={
              <EmptyState
                icon={<IconCertificate size={20} stroke={1.6} />}
                title="No skills yet"
                actions={button}
              >
                Name what people can do, then say on each person’s page who can do it and how well.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding || edited ? (
        <SkillForm
          skill={edited}
          onClose={() => {
            setEdited(null);
            setAdding(false);
          }}
        />
      ) : null}
    </Page>
  );
}

const columns: Column<SkillView>[] = [
  { id: 'name', label: 'Skill', width: 240, value: (skill) => skill.name },
  {
    id: 'count',
    label: 'People',
    width: 80,
    align: 'end',
    value: (skill) => skill.people.length,
  },
  {
    id: 'people',
    label: 'Who, the best first',
    width: 420,
    grow: true,
    sortable: false,
    value: (skill) => skill.people.map(({ name, level }) => `${name} ${level}`).join(', '),
    cell: (skill) => <Holders skill={skill} />,
  },
];

function Holders({ skill }: { readonly skill: SkillView }) {
  if (skill.people.length === 0) return <Nothing />;
  return (
    <span className={styles['people']}>
      {skill.people.map((person) => (
        <span key={person.id} className={styles['holder']}>
          <PersonMark person={person} />
          <LevelMark level={person.level} />
        </span>
      ))}
    </span>
  );
}

function skillFilters(rows: readonly SkillView[]): FilterDefinition<SkillView>[] {
  const people = new Map(rows.flatMap((skill) => skill.people.map(({ id, name }) => [id, name])));
  return [
    {
      id: 'person',
      label: 'Person',
      kind: 'choice',
      choices: [...people].map(([value, label]) => ({ value, label })),
      value: (skill) => skill.people.map(({ id }) => id),
      marks: 'person',
    },
    { id: 'count', label: 'People', kind: 'number', value: (skill) => skill.people.length },
  ];
}

function SkillForm({ skill, onClose }: { skill: SkillView | null; onClose: () => void }) {
  const create = useSkillWrite(skills.create);
  const update = useSkillWrite(skills.update);
  const remove = useSkillWrite(skills.remove);
  const form = useRecordForm<{ name: string }>({
    initialValues: { name: skill?.name ?? '' },
    validate: { name: (name) => (name.trim() === '' ? 'A skill needs a name.' : null) },
    onSubmit: async (body) => {
      if (skill === null) await create.mutateAsync({ body });
      else await update.mutateAsync({ params: { id: skill.id }, version: skill.version, body });
      notifyDone({ message: skill ? `Skill renamed to ${body.name}` : `Skill ${body.name} added` });
      onClose();
    },
  });
  const discard = async (old: SkillView) => {
    try {
      await remove.mutateAsync({ params: { id: old.id } });
      const undo = async () => void (await create.mutateAsync({ body: { name: old.name } }));
      notifyDone({ message: `Skill ${old.name} deleted`, undo });
      onClose();
    } catch (error) {
      notifyFailed({ message: problemOf(error).title });
    }
  };
  return (
    <FormModal
      title={skill ? skill.name : 'New skill'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={skill ? 'Rename skill' : 'Add skill'}
      footer={
        skill ? (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => void discard(skill)}
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
