import type { ClientProjectView } from '@evenkeel/contract/projects';
import { soldProjects } from '@evenkeel/contract/sold-projects';
import type { AccountId, CustomerGoalId } from '@evenkeel/core/id';
import { MultiSelect } from '@mantine/core';
import { useIsOn } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useAims } from '../../customers/api.ts';
import { useSoldProject, useSoldWrite } from '../api.ts';
import styles from './project.module.css';

type CustomerGoalsPanelProps = {
  readonly project: ClientProjectView;
  readonly mayWrite: boolean;
};

/** Which of the customer's own goals the project serves; those of the deal came over with it (B12). */
export function CustomerGoalsPanel({ project, mayWrite }: CustomerGoalsPanelProps) {
  const { account } = project;
  if (!useIsOn('customer-goals') || !account) return null;
  return (
    <Section
      title="What the customer wants from it"
      note={`Goals of ${account.name} that it serves`}
    >
      <Goals project={project} accountId={account.id} mayWrite={mayWrite} />
    </Section>
  );
}

function Goals(props: CustomerGoalsPanelProps & { readonly accountId: AccountId }) {
  const { project, accountId, mayWrite } = props;
  const aims = useAims(accountId).data;
  const served = useSoldProject(project.id).data?.customerGoals;
  const set = useSoldWrite(soldProjects.setCustomerGoals);
  if (!aims || !served) return null;
  const known = new Map([...aims.goals, ...served].map(({ id, name }) => [id, name]));
  if (known.size === 0) {
    return (
      <p className={styles['none']}>
        No goal of theirs is written down.{' '}
        <AppLink href={`/accounts/${accountId}`}>Ask, and note it on the account</AppLink>
      </p>
    );
  }
  const save = async (ids: readonly string[]) => {
    try {
      await set.mutateAsync({
        params: { id: project.id },
        // The choices are goals of the account.
        body: { customerGoalIds: ids as CustomerGoalId[] },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <MultiSelect
      aria-label="Goals of the customer"
      placeholder={served.length === 0 ? 'None yet' : undefined}
      data={[...known].map(([value, label]) => ({ value: value as string, label }))}
      value={served.map(({ id }) => id)}
      disabled={!mayWrite || set.isPending}
      searchable
      onChange={(ids) => void save(ids)}
    />
  );
}
