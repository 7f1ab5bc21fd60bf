import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useGoalMatrix } from '../api.ts';
import styles from './matrix.module.css';

/** Goals without an initiative and initiatives without a goal; nothing when there are none. */
export function StrategyFlagsPanel() {
  const { data } = useGoalMatrix('initiative');
  if (!data) return null;
  const goals = data.goals.filter(({ id }) => data.goalsWithoutInitiative.includes(id));
  const initiatives = data.projects.filter(({ id }) => data.initiativesWithoutGoal.includes(id));
  if (goals.length + initiatives.length === 0) return null;
  return (
    <Section title="Strategy" note="What stands alone">
      <ul className={styles['flags']}>
        {goals.map((goal) => (
          <li key={goal.id}>
            <AppLink href={`/goals/${goal.id}`}>
              <HealthMark health="at-risk" label={`No initiative serves “${goal.name}”`} />
            </AppLink>
          </li>
        ))}
        {initiatives.map((initiative) => (
          <li key={initiative.id}>
            <AppLink href={`/initiatives/${initiative.id}/why`}>
              <HealthMark health="at-risk" label={`“${initiative.name}” serves no goal`} />
            </AppLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
