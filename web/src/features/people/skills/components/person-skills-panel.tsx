import { type PersonSkill, skills } from '@evenkeel/contract/skills';
import type { PersonId, SkillId } from '@evenkeel/core/id';
import {
  isSkillLevel,
  type SkillLevel,
  skillLevels,
  skillLevelWords,
} from '@evenkeel/core/people/skill';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMay, useSession } from '../../../../lib/session.ts';
import { ChoiceField } from '../../../../ui/form/choice-fields.tsx';
import { problemOf } from '../../../../ui/form/problem.ts';
import { RecordField } from '../../../../ui/form/record-field.tsx';
import type { RecordOption } from '../../../../ui/form/use-record-options.ts';
import { notifyDone, notifyFailed } from '../../../../ui/notify/notify.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { Loaded } from '../../../../ui/states/loaded.tsx';
import { findSkills, useSkillsOf, useSkillWrite } from '../api.ts';
import { LevelMark } from './level-mark.tsx';
import styles from './skills.module.css';

const levels = skillLevels.map((level) => ({
  value: String(level),
  label: skillLevelWords[level],
}));

type PanelProps = { readonly personId: PersonId; readonly isKept: boolean };

/** What a person can do and how well; they say so themselves, or a manager does. */
export function PersonSkillsPanel({ personId, isKept }: PanelProps) {
  const found = useSkillsOf(personId);
  const isOwn = useSession().member.personId === personId;
  const mayManage = useMay('manage');
  const mayWrite = useMay('write');
  const canEdit = isKept && (mayManage || (isOwn && mayWrite));
  return (
    <Section title="Skills" note="What they can do, and how well">
      <Loaded found={found} what="the skills">
        {({ skills: own }) => <Skills personId={personId} own={own} canEdit={canEdit} />}
      </Loaded>
    </Section>
  );
}

type SkillsProps = {
  readonly personId: PersonId;
  readonly own: readonly PersonSkill[];
  readonly canEdit: boolean;
};

function Skills({ personId, own, canEdit }: SkillsProps) {
  const { set, add, create } = useSetSkills(personId, own);
  return (
    <>
      <ul className={styles['list']}>
        {own.map((skill) => (
          <li key={skill.id}>
            <span className={styles['name']}>{skill.name}</span>
            {canEdit ? (
              <SkillEditor
                skill={skill}
                onLevel={(level) =>
                  set(own.map((one) => (one.id === skill.id ? { ...one, level } : one)))
                }
                onRemove={() => set(own.filter((one) => one.id !== skill.id))}
              />
            ) : (
              <LevelMark level={skill.level} />
            )}
          </li>
        ))}
      </ul>
      {own.length === 0 && !canEdit ? <p className={styles['none']}>None named yet.</p> : null}
      {canEdit ? (
        <RecordField
          label="Add a skill"
          placeholder="Type what they can do"
          value={null}
          className={styles['add']}
          source={source}
          onChange={(option) => option && add(option)}
          onCreate={create}
        />
      ) : null}
    </>
  );
}

function SkillEditor({
  skill,
  onLevel,
  onRemove,
}: {
  readonly skill: PersonSkill;
  readonly onLevel: (level: SkillLevel) => void;
  readonly onRemove: () => void;
}) {
  return (
    <>
      <LevelMark level={skill.level} />
      <ChoiceField
        label={`Level of ${skill.name}`}
        required
        choices={levels}
        value={String(skill.level)}
        onChange={(value) => {
          const level = Number(value);
          if (isSkillLevel(level)) onLevel(level);
        }}
        className={styles['picker']}
      />
      <ActionIcon aria-label={`Take ${skill.name} away`} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
    </>
  );
}

/** Writes the skills of a person as a whole, with the way back. */
function useSetSkills(personId: PersonId, own: readonly PersonSkill[]) {
  const write = useSkillWrite(skills.setOfPerson);
  const createSkill = useSkillWrite(skills.create);
  const save = async (wanted: readonly PersonSkill[]) => {
    const body = { skills: wanted.map(({ id, level }) => ({ skillId: id, level })) };
    await write.mutateAsync({ params: { id: personId }, body });
  };
  const set = async (wanted: readonly PersonSkill[]) => {
    try {
      await save(wanted);
      notifyDone({ message: 'Skills saved', undo: () => save(own) });
    } catch (error) {
      notifyFailed({ message: problemOf(error).title });
    }
  };
  // Options are skills of the list, or one that was just made.
  const add = ({ id, name }: RecordOption) => {
    if (own.some((skill) => skill.id === id)) return;
    void set([...own, { id: id as SkillId, name, level: 3 }]);
  };
  const create = async (name: string) => {
    try {
      add(await createSkill.mutateAsync({ body: { name } }));
    } catch (error) {
      notifyFailed({ message: problemOf(error).title });
    }
  };
  return { set, add, create: (name: string) => void create(name) };
}

async function source(search: string, signal: AbortSignal): Promise<RecordOption[]> {
  const found = await findSkills(search, signal);
  return found.map(({ id, name, people }) => ({
    id,
    name,
    detail: people.length === 1 ? '1 person' : `${people.length} people`,
  }));
}
