import type { StarvationWarningView } from '@evenkeel/contract/starvation';
import { formatHours } from '../../../ui/format/effort.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';

const mostNamed = 3;

type CulpritsProps = {
  readonly of: Pick<StarvationWarningView, 'culprits' | 'unexplainedMinutes'>;
};

/** The client projects that took the hours; what is named and what is not add up to the shortfall. */
export function Culprits({ of: { culprits, unexplainedMinutes } }: CulpritsProps) {
  if (culprits.length === 0) return <>No client work of the same people explains it.</>;
  const named = culprits.slice(0, mostNamed);
  const others = culprits.slice(mostNamed).reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <>
      The same people worked on{' '}
      {named.map(({ project, minutes }, index) => (
        <span key={project.id}>
          {index > 0 ? ', ' : ''}
          <AppLink href={`/client-projects/${project.id}`}>{project.name}</AppLink> (
          {formatHours(minutes)})
        </span>
      ))}
      {others > 0 ? ` and others (${formatHours(others)})` : ''}
      {unexplainedMinutes > 0 ? `; ${formatHours(unexplainedMinutes)} are not explained by it` : ''}
      .
    </>
  );
}
