import { isOpenState } from '@evenkeel/core/capacity/allocation';
import type { ProjectId, SkillId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordsField } from '../../../ui/form/records-field.tsx';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { findSkills } from '../../people/skills/api.ts';
import type { PlannerNames } from '../lanes.ts';

/** A skill that was picked. */
export type PickedSkill = { readonly id: SkillId; readonly name: string };

type ProjectFieldProps = FieldProps<ProjectId | null> & { readonly names: PlannerNames };

/** Work of either kind that people can be allocated to. */
export function ProjectField({ names, ...props }: ProjectFieldProps) {
  const projects = [...names.project.values()].filter(
    ({ id, state }) => isOpenState(state) || id === props.value,
  );
  return (
    <ChoiceField
      {...props}
      searchable
      choices={projects.map(({ id, name }) => ({ value: id, label: name }))}
      renderMark={(id) => <KindDot kind={names.project.get(id)?.kind ?? 'client'} />}
    />
  );
}

/** Skills that whoever does it needs. */
export function SkillsField({ onChange, ...props }: FieldProps<readonly PickedSkill[]>) {
  return (
    <RecordsField
      {...props}
      // Every option comes from `findSkills`, which gives skills only.
      onChange={(picked) => onChange(picked.map(({ id, name }) => ({ id: id as SkillId, name })))}
      source={findSkills}
    />
  );
}

/** Skills by their ids. */
export function pickedSkills(ids: readonly SkillId[], names: PlannerNames): PickedSkill[] {
  return ids.map((id) => ({ id, name: names.skill.get(id) ?? '' }));
}
