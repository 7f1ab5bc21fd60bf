import type { GoalId, ProjectId } from '@evenkeel/core/id';
import { boardDefinitions } from '@evenkeel/core/strategy/analysis-board';
import { useIsOn } from '../../../lib/session.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useInsightsFor } from '../api.ts';
import styles from './analysis.module.css';

type InsightsPanelProps = {
  readonly led: { readonly goalId: GoalId } | { readonly initiativeId: ProjectId };
};

/** The insights that led to a goal or an initiative; nothing at all when none did (ST-37). */
export function InsightsPanel({ led }: InsightsPanelProps) {
  const found = useInsightsFor(led);
  const rows = found.data?.rows ?? [];
  if (!useIsOn('analysis') || rows.length === 0) return null;
  return (
    <Section title="Insights that led here" note="From the analysis boards">
      <ul className={styles['rows']}>
        {rows.map((insight) => (
          <li key={insight.id} className={styles['row']}>
            <AppLink
              href={`/analysis/${insight.board.id}?insight=${insight.id}`}
              className={styles['row-name']}
            >
              {insight.name}
            </AppLink>
            <span className={styles['dim']}>
              {insight.board.name},{' '}
              {
                boardDefinitions[insight.board.kind].sections.find(
                  ({ id }) => id === insight.section,
                )?.label
              }
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
