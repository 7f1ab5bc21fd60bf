import type { ProjectPreview } from '@evenkeel/contract/previews';
import { formatDate } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatPercent } from '../../../ui/format/number.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { finishWords } from '../model/finish-words.ts';
import { projectAddress } from '../model/record-address.ts';
import { BeforeAfter } from './before-after.tsx';
import styles from './preview.module.css';

/** Initiatives whose hours change, by name: those that lose more than a tenth are called starved. */
export function StarvedInitiatives({ preview }: { readonly preview: ProjectPreview }) {
  return (
    <ul className={styles['hours']} aria-label="Hours of initiatives">
      {preview.initiativeHours.map(({ projectId, beforeMinutes, afterMinutes, isStarved }) => {
        const name = preview.names.projects.find((one) => one.id === projectId)?.name ?? '';
        const lost = beforeMinutes - afterMinutes;
        return (
          <li key={projectId} className={styles['hoursRow']}>
            <span className={styles['project']}>
              <KindDot kind="initiative" />
              <AppLink className={styles['name']} href={projectAddress('initiative', projectId)}>
                {name}
              </AppLink>
            </span>
            <span className={joinClasses(styles['verdict'], isStarved && styles['bad'])}>
              {isStarved ? 'Starved' : lost > 0 ? 'Fewer hours' : 'More hours'}
            </span>
            <BeforeAfter
              before={formatHours(beforeMinutes)}
              after={formatHours(afterMinutes)}
              tone={isStarved ? 'bad' : 'neutral'}
            />
            <span className={styles['note']}>
              {lost > 0
                ? `loses ${formatPercent(Math.round((lost * 10_000) / beforeMinutes))}`
                : ''}
              {whenDone(preview, projectId)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function whenDone(preview: ProjectPreview, projectId: string): string {
  const change = preview.finishes.find((one) => one.projectId === projectId);
  if (!change?.after) return '';
  const { finishOn } = change.after;
  return finishOn ? ` · done on ${formatDate(finishOn)}` : ` · ${finishWords(change.after)}`;
}
