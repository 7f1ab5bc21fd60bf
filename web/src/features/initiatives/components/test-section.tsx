import type { InitiativeView } from '@evenkeel/contract/initiatives';
import { criteriaNeeded, criterionLabels } from '@evenkeel/core/strategy/initiative-test';
import { focusField } from '../../../ui/form/autosave.tsx';
import { Hint } from '../../../ui/hint/hint.tsx';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { Section } from '../../../ui/page/section.tsx';
import styles from './initiatives.module.css';
import { TestMark } from './test-mark.tsx';

type TestSectionProps = { readonly initiative: InitiativeView; readonly canEdit: boolean };

/** The initiative-or-goal test: five criteria read from the record, and what each still asks for (B04). */
export function TestSection({ initiative, canEdit }: TestSectionProps) {
  const { test } = initiative;
  return (
    <Section
      title="Initiative or goal?"
      note={verdictInWords(test.metCount)}
      actions={<TestMark test={test} />}
    >
      <ul className={styles['criteria']}>
        {test.criteria.map(({ criterion, isMet, missing }) => (
          <li key={criterion} className={styles['criterion']}>
            <ProgressGlyph shape={isMet ? 'done' : 'ring'} label={isMet ? 'Met' : 'Not met'} />
            <span className={styles['criterion-name']}>{criterionLabels[criterion]}</span>
            <span className={styles['missing']}>
              {missing.map(({ field, message }) =>
                canEdit ? (
                  <button
                    key={`${field} ${message}`}
                    type="button"
                    className={styles['fill']}
                    onClick={() => void focusField(field)}
                  >
                    {message}
                  </button>
                ) : (
                  <span key={`${field} ${message}`}>{message}</span>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
      {test.class === 'goal-candidate' ? (
        <Hint id="goal-candidate">
          Goals may exist before initiatives. Until three of the five are there, this says where to
          go, not yet how: fill what is missing, or keep it as a goal.
        </Hint>
      ) : null}
    </Section>
  );
}

function verdictInWords(metCount: number): string {
  const rest = criteriaNeeded - metCount;
  if (rest <= 0) return `An initiative: ${metCount} of 5 criteria are met, three are needed`;
  const more = rest === 1 ? 'one more makes' : `${rest} more make`;
  return `Still a goal candidate: ${metCount} of 5 criteria are met, ${more} it an initiative`;
}
