import { type ProjectPerson, projectPeople } from '@evenkeel/contract/project-people';
import { type ProjectView, projects } from '@evenkeel/contract/projects';
import { CloseButton, VisuallyHidden } from '@mantine/core';
import { useSaving } from '../../../lib/use-saving.ts';
import { plainListState } from '../../../ui/data-list/list-state.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { EffortText, Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { useProjectPeople, useProjectWrite } from '../api.ts';
import styles from './health-panel.module.css';

type TeamPanelProps = { readonly project: ProjectView; readonly mayWrite: boolean };

const roles = [
  { field: 'owner', key: 'ownerId', label: 'Owner', description: 'Accountable for the result.' },
  {
    field: 'projectManager',
    key: 'projectManagerId',
    label: 'Project manager',
    description: 'Plans and steers.',
  },
  {
    field: 'budgetOwner',
    key: 'budgetOwnerId',
    label: 'Budget owner',
    description: 'Answers for the money.',
  },
] as const;

/** Who answers for what on a project of either kind, who is on it and where they stand. */
export function TeamPanel({ project, mayWrite }: TeamPanelProps) {
  const update = useProjectWrite(projects.update);
  const { save } = useSaving<Partial<Record<(typeof roles)[number]['key'], string | null>>>(
    project.version,
    (change, version) =>
      update.mutateAsync({
        params: { id: project.id },
        version,
        // The keys are those of both kinds, the values ids that a picker gave.
        body: { kind: project.kind, ...change } as never,
      }),
  );
  return (
    <>
      <Section title="Roles" note="One person may hold several.">
        <div className={styles['roles']}>
          {roles.map(({ field: name, key, label, description }) => (
            <Autosave
              key={key}
              name={key}
              value={project[name]}
              save={(person) => save({ [key]: person?.id ?? null })}
              on="change"
            >
              {(field) => (
                <PersonPicker
                  label={label}
                  description={description}
                  disabled={!mayWrite}
                  {...field}
                />
              )}
            </Autosave>
          ))}
        </div>
      </Section>
      <People project={project} mayWrite={mayWrite} />
    </>
  );
}

function People({ project, mayWrite }: TeamPanelProps) {
  const rows = useProjectPeople(project.id).data?.rows ?? [];
  const put = useProjectWrite(projectPeople.put);
  const remove = useProjectWrite(projectPeople.remove);
  const params = (personId: ProjectPerson['person']['id']) => ({ id: project.id, personId });
  const told = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not changed.' });
    }
  };
  const name = (personId: ProjectPerson['person']['id'], part = '') =>
    put.mutateAsync({ params: params(personId), body: { part } });
  const drop = ({ person, part }: ProjectPerson) =>
    told(async () => {
      await remove.mutateAsync({ params: params(person.id) });
      const undo = async () => void (await name(person.id, part));
      notifyDone({ message: `${person.name} is no longer named on it`, undo });
    });
  return (
    <Section
      title="People"
      note="Named on it, on a task, or with hours: what each has done and still does."
    >
      <div className={styles['scroll']}>
        <table className={styles['people']}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Here for</th>
              <th scope="col" className={styles['number']}>
                Done
              </th>
              <th scope="col" className={styles['number']}>
                Open
              </th>
              <th scope="col" className={styles['number']}>
                Overdue
              </th>
              <th scope="col" className={styles['number']}>
                Logged
              </th>
              <th scope="col">
                <VisuallyHidden>Remove</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.person.id}>
                <td>
                  <PersonMark person={row.person} />
                </td>
                <td className={styles['part']}>
                  <EditableField
                    label={`What ${row.person.name} is here for`}
                    value={row.part}
                    canEdit={mayWrite}
                    editor={(field) => <TextField {...field} />}
                    onSave={(part) => name(row.person.id, part)}
                  >
                    {row.part || <Nothing />}
                  </EditableField>
                </td>
                <td className={styles['number']}>{row.doneCount}</td>
                <td className={styles['number']}>
                  <AppLink href={tasksOf(project.id, row.person.id)}>
                    {row.taskCount - row.doneCount}
                  </AppLink>
                </td>
                <td className={styles['number']}>
                  {row.overdueCount > 0 ? (
                    <span className={styles['late']}>{row.overdueCount}</span>
                  ) : (
                    0
                  )}
                </td>
                <td className={styles['number']}>
                  <EffortText minutes={row.loggedMinutes} />
                </td>
                <td>
                  {row.isNamed && mayWrite ? (
                    <CloseButton
                      size="sm"
                      aria-label={`Name ${row.person.name} no more`}
                      onClick={() => void drop(row)}
                    />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayWrite ? (
        <div className={styles['roles']}>
          <PersonPicker
            key={rows.length}
            label="Add a person"
            value={null}
            onChange={(person) => {
              if (person) void told(() => name(person.id));
            }}
          />
        </div>
      ) : null}
    </Section>
  );
}

/** The rows behind a number: a person's open tasks on the project. */
function tasksOf(projectId: string, personId: string): string {
  const filters = [
    { id: 'project', kind: 'choice', anyOf: [projectId] },
    { id: 'people', kind: 'choice', anyOf: [personId] },
  ];
  const view = JSON.stringify({ ...plainListState, filters });
  return `/tasks?view=${encodeURIComponent(view)}`;
}
