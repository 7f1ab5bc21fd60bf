import type { GoalId } from '@evenkeel/core/id';
import { IconTarget } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import styles from './goals.module.css';

type GoalLinkProps = { readonly goal: { readonly id: GoalId; readonly name: string } };

/** A goal by name, leading to its page. */
export function GoalLink({ goal }: GoalLinkProps) {
  return (
    <AppLink href={`/goals/${goal.id}`} className={styles['link']}>
      <IconTarget size={15} stroke={1.7} aria-hidden />
      <span>{goal.name}</span>
    </AppLink>
  );
}
