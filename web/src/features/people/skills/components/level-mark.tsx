import { type SkillLevel, skillLevels, skillLevelWords } from '@evenkeel/core/people/skill';
import styles from './skills.module.css';

/** A level as filled steps of four; its words for those who do not see them. */
export function LevelMark({ level }: { readonly level: SkillLevel }) {
  return (
    <span className={styles['level']} title={skillLevelWords[level]}>
      {skillLevels.map((step) => (
        <span key={step} data-filled={step <= level || undefined} aria-hidden />
      ))}
      <span className={styles['hidden']}>{skillLevelWords[level]}</span>
    </span>
  );
}
