import type { GoalId, ProjectId } from '@evenkeel/core/id';
import type { SubjectKind } from '@evenkeel/core/subject';
import { CloseButton } from '@mantine/core';
import { SubjectLink } from '../../subjects/components/subject-link.tsx';
import { SubjectPicker } from '../../subjects/components/subject-picker.tsx';
import styles from './analysis.module.css';

/** Goals and initiatives that an insight led to. */
export type Led = {
  readonly goals: readonly { readonly id: GoalId; readonly name: string }[];
  readonly initiatives: readonly { readonly id: ProjectId; readonly name: string }[];
};

type LedToProps = { readonly value: Led; readonly onChange: (led: Led) => void };

const kinds: readonly SubjectKind[] = ['goal', 'initiative'];

/** What came of an insight: links to goals and initiatives, on both of whose pages it stands. */
export function LedTo({ value, onChange }: LedToProps) {
  const links = [
    ...value.goals.map((goal) => ({ ...goal, kind: 'goal' as const })),
    ...value.initiatives.map((initiative) => ({ ...initiative, kind: 'initiative' as const })),
  ];
  return (
    <div>
      <SubjectPicker
        label="It led to"
        description="Goals and initiatives; both sides show it."
        placeholder="Find a goal or an initiative"
        kinds={kinds}
        value={null}
        onChange={(picked) => {
          if (!picked || links.some(({ id }) => id === picked.id)) return;
          const { id, name } = picked;
          // The picker offers these two kinds only.
          if (picked.kind === 'goal') {
            onChange({ ...value, goals: [...value.goals, { id: id as string as GoalId, name }] });
          } else {
            const initiative = { id: id as string as ProjectId, name };
            onChange({ ...value, initiatives: [...value.initiatives, initiative] });
          }
        }}
      />
      <ul className={styles['links']}>
        {links.map(({ kind, id, name }) => (
          <li key={id} className={styles['link']}>
            <SubjectLink
              subject={{ kind, id: id as never, name, number: null, isDeleted: false }}
            />
            <CloseButton
              size="sm"
              aria-label={`Take off the link to “${name}”`}
              onClick={() =>
                onChange({
                  goals: value.goals.filter((goal) => goal.id !== id),
                  initiatives: value.initiatives.filter((initiative) => initiative.id !== id),
                })
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
