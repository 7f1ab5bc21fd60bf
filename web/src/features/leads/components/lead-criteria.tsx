import { Section } from '../../../ui/page/section.tsx';
import { useLeadDefinition } from '../api.ts';
import type { LeadPartProps } from '../model.ts';
import styles from './lead.module.css';

/** The written definition of a qualified lead, and how far this one meets it (CR-10). */
export function LeadCriteria({ lead, mayWrite, save }: LeadPartProps) {
  const definition = useLeadDefinition().data;
  const ticked = lead.criteria.filter(({ rule, isMet }) => rule === 'ticked' && isMet);
  const tick = (key: string, isMet: boolean) => {
    const others = ticked.map((criterion) => criterion.key).filter((other) => other !== key);
    return save({ ticked: isMet ? [...others, key] : others });
  };
  return (
    <Section
      title="Is it qualified?"
      note={`${lead.metCount} of ${lead.criteria.length} criteria are met.`}
    >
      {definition?.text ? <p className={styles['definition']}>{definition.text}</p> : null}
      <ul className={styles['criteria']}>
        {lead.criteria.map(({ key, name, rule, isMet }) => (
          <li key={key}>
            <label className={styles['criterion']}>
              <input
                type="checkbox"
                className={styles['tick']}
                checked={isMet}
                disabled={!mayWrite || rule !== 'ticked'}
                onChange={(event) => void tick(key, event.currentTarget.checked)}
              />
              {name}
              {rule === 'ticked' ? null : (
                <span className={styles['rule']}>read from the lead</span>
              )}
            </label>
          </li>
        ))}
      </ul>
    </Section>
  );
}
