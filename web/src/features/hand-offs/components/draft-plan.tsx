import type { HandOffDraftView } from '@evenkeel/contract/hand-offs';
import { IconDiamond } from '@tabler/icons-react';
import { DateText, EffortText } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { type DraftTask, draftPhases } from '../model.ts';
import styles from './hand-off.module.css';

/** The phases and tasks that would be made, with the sold hours on them. */
export function DraftPlan({ draft }: { readonly draft: HandOffDraftView }) {
  const note = `${draft.phases.length} phases, ${draft.tasks.length} tasks`;
  return (
    <Section title="Phases, tasks and hours" note={note}>
      {draftPhases(draft).map((phase) => (
        <section
          key={phase.name}
          className={styles['phase']}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
          tabIndex={0}
          aria-label={`Phase ${phase.name}`}
        >
          <table className={styles['plan']}>
            <thead>
              <tr>
                <th scope="col">{phase.name}</th>
                <th scope="col">
                  <span className={styles['hidden']}>Role</span>
                </th>
                <th scope="col">
                  <DateText date={phase.startOn} />
                </th>
                <th scope="col">
                  <DateText date={phase.endOn} />
                </th>
                <th scope="col">
                  <EffortText minutes={phase.minutes} />
                </th>
              </tr>
            </thead>
            <tbody>
              {phase.tasks.map((task) => (
                <TaskRow key={task.name} task={task} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Section>
  );
}

function TaskRow({ task }: { readonly task: DraftTask }) {
  return (
    <tr>
      <th scope="row">
        {task.isMilestone ? (
          <IconDiamond
            size={13}
            role="img"
            aria-label="Milestone"
            className={styles['mark'] ?? ''}
          />
        ) : null}
        {task.name}
        {task.notes ? <span className={styles['notes']}>{task.notes}</span> : null}
      </th>
      <td>{task.role?.name ?? ''}</td>
      <td>{task.startOn ? <DateText date={task.startOn} /> : null}</td>
      <td>
        <DateText date={task.dueOn} />
      </td>
      <td>
        {task.isMilestone || task.estimateMinutes === null ? null : (
          <EffortText minutes={task.estimateMinutes} />
        )}
      </td>
    </tr>
  );
}
