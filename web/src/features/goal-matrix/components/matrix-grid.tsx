import type { GoalMatrixView } from '@evenkeel/contract/goal-matrix';
import type { GoalId, ProjectId } from '@evenkeel/core/id';
import { matrixTotal } from '@evenkeel/core/strategy/goal-matrix';
import { type KeyboardEvent, useRef, useState } from 'react';
import { standingHealth, standingLabels } from '../../../lib/kpi-standing.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useSetStrength } from '../api.ts';
import { cellKey, cellsByKey, nextPlace, type Place, strengthAfter } from '../model.ts';
import styles from './matrix.module.css';
import { MatrixCellButton } from './matrix-cell-button.tsx';
import { SumMark } from './sum-mark.tsx';

type MatrixGridProps = { readonly matrix: GoalMatrixView; readonly canEdit: boolean };

/** The matrix itself: arrows go from cell to cell, plus and minus change one, Enter offers a choice. */
export function MatrixGrid({ matrix, canEdit }: MatrixGridProps) {
  const { goals, projects } = matrix;
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const { strengthOf, change } = useCells(matrix);
  const onKeyDown = (event: KeyboardEvent, place: Place) => {
    const size = { rows: projects.length, columns: goals.length };
    const next = nextPlace(event.key, place, size);
    const [project, goal] = [projects[place.row], goals[place.column]];
    if (next) {
      setActive(next);
      focusCell(grid.current, next);
    } else if (project && goal && canEdit) {
      const strength = strengthAfter(event.key, strengthOf(project.id, goal.id));
      if (strength === undefined) return;
      void change(project.id, goal.id, strength);
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles['scroll']}>
      <table ref={grid} className={styles['grid']} aria-label="Initiatives against goals">
        <GoalHeads matrix={matrix} />
        <tbody>
          {projects.map((project, row) => (
            <tr key={project.id}>
              <th scope="row" className={styles['row-head']}>
                <ProjectName project={project} matrix={matrix} />
              </th>
              {goals.map((goal, column) => (
                <td key={goal.id} className={styles['cell']}>
                  <MatrixCellButton
                    words={`${project.name}, ${goal.name}`}
                    strength={strengthOf(project.id, goal.id)}
                    place={`${row} ${column}`}
                    isActive={row === active.row && column === active.column}
                    canEdit={canEdit}
                    onFocus={() => setActive({ row, column })}
                    onKeyDown={(event) => onKeyDown(event, { row, column })}
                    onChange={(strength) => void change(project.id, goal.id, strength)}
                  />
                </td>
              ))}
              <td className={styles['sum']}>
                <SumMark
                  total={matrixTotal(matrix.cells.filter((cell) => cell.projectId === project.id))}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles['row-head']}>
              Together
            </th>
            {goals.map((goal) => (
              <td key={goal.id} className={styles['sum']}>
                <SumMark
                  total={matrixTotal(matrix.cells.filter((cell) => cell.goalId === goal.id))}
                />
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
      {canEdit ? (
        <p className={styles['keys']}>
          Arrows move, + and − change, Delete takes off, Enter offers a choice.
        </p>
      ) : null}
    </div>
  );
}

function GoalHeads({ matrix }: { readonly matrix: GoalMatrixView }) {
  const alone = new Set(matrix.goalsWithoutInitiative);
  return (
    <thead>
      <tr>
        <td className={styles['corner']} />
        {matrix.goals.map((goal) => (
          <th key={goal.id} scope="col" className={styles['goal']}>
            <AppLink href={`/goals/${goal.id}`}>{goal.name}</AppLink>
            <span className={styles['goal-marks']}>
              <HealthMark
                health={standingHealth[goal.standing]}
                label={standingLabels[goal.standing]}
                compact
              />
              {alone.has(goal.id) ? <HealthMark health="at-risk" label="No initiative" /> : null}
            </span>
          </th>
        ))}
        <th scope="col" className={styles['goal']}>
          Together
        </th>
      </tr>
    </thead>
  );
}

type ProjectNameProps = {
  readonly project: GoalMatrixView['projects'][number];
  readonly matrix: GoalMatrixView;
};

function ProjectName({ project, matrix }: ProjectNameProps) {
  const folder = project.kind === 'client' ? 'client-projects' : 'initiatives';
  return (
    <span className={styles['project']}>
      <KindDot kind={project.kind} />
      <AppLink href={`/${folder}/${project.id}`} className={styles['project-name']}>
        {project.name}
      </AppLink>
      {matrix.initiativesWithoutGoal.includes(project.id) ? (
        <HealthMark health="at-risk" label="No goal" compact />
      ) : null}
    </span>
  );
}

/** The strengths as they are shown: what was just changed shows at once, before the answer comes. */
function useCells(matrix: GoalMatrixView) {
  const write = useSetStrength();
  const [changing, setChanging] = useState<ReadonlyMap<string, number | null>>(new Map());
  const cells = cellsByKey(matrix.cells);
  const strengthOf = (projectId: ProjectId, goalId: GoalId) => {
    const key = cellKey(projectId, goalId);
    const pending = changing.get(key);
    return pending === undefined ? (cells.get(key) ?? null) : pending;
  };
  const change = async (projectId: ProjectId, goalId: GoalId, strength: number | null) => {
    const key = cellKey(projectId, goalId);
    setChanging((before) => new Map(before).set(key, strength));
    try {
      await write.mutateAsync({ params: { projectId, goalId }, body: { strength } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    } finally {
      setChanging((before) => new Map([...before].filter(([other]) => other !== key)));
    }
  };
  return { strengthOf, change };
}

function focusCell(grid: HTMLTableElement | null, place: Place): void {
  grid?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.column}"]`)?.focus();
}
