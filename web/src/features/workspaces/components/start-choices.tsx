import { Loader } from '@mantine/core';
import { IconBuildingSkyscraper, IconDatabaseImport, IconSeeding } from '@tabler/icons-react';
import styles from './workspace.module.css';

const choices = [
  {
    start: 'sample',
    icon: IconBuildingSkyscraper,
    title: 'Open the sample firm',
    what: 'A small consultancy with strategy, deals, projects, people and hours, dated around today. To look round; your own records go into a workspace without it.',
  },
  {
    start: 'import',
    icon: IconDatabaseImport,
    title: 'Bring in my own data',
    what: 'Accounts, products and deals from CSV files, with a preview before anything is written.',
  },
  {
    start: 'empty',
    icon: IconSeeding,
    title: 'Start empty',
    what: 'With stages, roles, a team and templates to begin with, and a short list of first steps.',
  },
] as const;

type StartChoicesProps = {
  readonly busy: 'sample' | 'import' | 'empty' | null;
  readonly onChoose: (start: 'sample' | 'import' | 'empty') => void;
};

export function StartChoices({ busy, onChoose }: StartChoicesProps) {
  return (
    <ul className={styles['choices']}>
      {choices.map(({ start, icon: Icon, title, what }) => (
        <li key={start}>
          <button
            type="button"
            className={styles['choice']}
            disabled={busy !== null}
            onClick={() => onChoose(start)}
          >
            {busy === start ? (
              <Loader size={18} aria-label="Working" />
            ) : (
              <Icon size={20} stroke={1.6} aria-hidden={true} />
            )}
            <span className={styles['choice-text']}>
              <span className={styles['choice-title']}>{title}</span>
              <span className={styles['choice-what']}>{what}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
