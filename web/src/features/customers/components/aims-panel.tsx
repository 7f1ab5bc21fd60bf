import { type CustomerInitiativeView, customerGoals } from '@evenkeel/contract/customers';
import type { AccountId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useAims, useCustomerWrite } from '../api.ts';
import {
  type Aims,
  type AimsGoal,
  driverLabels,
  inLadder,
  measureInWords,
  promptWords,
} from '../model.ts';
import styles from './aims.module.css';
import { CustomerGoalModal } from './customer-goal-form.tsx';
import { CustomerInitiativeModal } from './customer-initiative-form.tsx';
import { InitiativeTestMark } from './initiative-test-mark.tsx';

type AimsPanelProps = {
  readonly account: { readonly id: AccountId; readonly name: string };
  readonly mayWrite: boolean;
};

type Editing =
  | { readonly kind: 'goal'; readonly goal: AimsGoal | null }
  | { readonly kind: 'initiative'; readonly initiative: CustomerInitiativeView | null }
  | null;

/** What the account itself wants and runs, the ladder between, and what of ours serves it (B12). */
export function AimsPanel({ account, mayWrite }: AimsPanelProps) {
  const found = useAims(account.id);
  const [editing, setEditing] = useState<Editing>(null);
  const aims = found.data;
  return (
    <Section
      title="What they want"
      note="Their own goals and initiatives, never mixed with ours."
      actions={
        mayWrite ? (
          <>
            <AddButton label="Goal" onAdd={() => setEditing({ kind: 'goal', goal: null })} />
            <AddButton
              label="Initiative"
              onAdd={() => setEditing({ kind: 'initiative', initiative: null })}
            />
          </>
        ) : undefined
      }
    >
      <Loaded found={found} what="what they want">
        {(data) => <AimsList aims={data} mayWrite={mayWrite} onEdit={setEditing} />}
      </Loaded>
      {editing?.kind === 'goal' ? (
        <CustomerGoalModal
          account={account}
          goal={editing.goal}
          others={aims?.goals ?? []}
          mayWrite={mayWrite}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {editing?.kind === 'initiative' ? (
        <CustomerInitiativeModal
          account={account}
          initiative={editing.initiative}
          goals={aims?.goals ?? []}
          mayWrite={mayWrite}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </Section>
  );
}

function AddButton({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={15} />}
      aria-label={`Add a customer ${label.toLowerCase()}`}
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}

type AimsListProps = {
  readonly aims: Aims;
  readonly mayWrite: boolean;
  readonly onEdit: (editing: Editing) => void;
};

function AimsList({ aims, mayWrite, onEdit }: AimsListProps) {
  const { goals, initiatives, prompts } = aims;
  if (goals.length === 0 && initiatives.length === 0) {
    return (
      <p className={styles['none']}>
        Nothing written down yet. Ask what they want to grow, to do differently, or to be safe from.
      </p>
    );
  }
  return (
    <ul className={styles['ladder']}>
      {inLadder(goals).map(({ goal, depth }) => (
        <li key={goal.id}>
          <GoalLine
            goal={goal}
            depth={depth}
            prompt={prompts.find(({ goalId }) => goalId === goal.id)?.reason}
            mayWrite={mayWrite}
            onEdit={() => onEdit({ kind: 'goal', goal })}
          />
          {initiatives
            .filter((initiative) => initiative.goals.some(({ id }) => id === goal.id))
            .map((initiative) => (
              <InitiativeLine
                key={initiative.id}
                initiative={initiative}
                depth={depth + 1}
                why={initiative.goals.find(({ id }) => id === goal.id)?.why}
                onEdit={() => onEdit({ kind: 'initiative', initiative })}
              />
            ))}
        </li>
      ))}
      {initiatives
        .filter((initiative) => initiative.goals.length === 0)
        .map((initiative) => (
          <li key={initiative.id}>
            <InitiativeLine
              initiative={initiative}
              depth={0}
              why="Serves no goal of theirs yet: ask why they do it."
              onEdit={() => onEdit({ kind: 'initiative', initiative })}
            />
          </li>
        ))}
    </ul>
  );
}

type GoalLineProps = {
  readonly goal: AimsGoal;
  readonly depth: number;
  readonly prompt: keyof typeof promptWords | undefined;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
};

function GoalLine({ goal, depth, prompt, mayWrite, onEdit }: GoalLineProps) {
  return (
    <div className={styles['line']} data-depth={Math.min(depth, 3)}>
      <div className={styles['what']}>
        <button type="button" className={styles['name']} onClick={onEdit}>
          {goal.name}
        </button>
        <p className={styles['meta']}>
          {[driverLabels[goal.driver], goal.measure, measureInWords(goal)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {goal.servesWhy ? <p className={styles['meta']}>Why: {goal.servesWhy}</p> : null}
      </div>
      <div className={styles['serving']}>
        {prompt ? (
          <Prompt goal={goal} reason={prompt} mayWrite={mayWrite} />
        ) : (
          <WorkLinks goal={goal} />
        )}
      </div>
      <DateText date={goal.deadline} />
    </div>
  );
}

function WorkLinks({ goal }: { readonly goal: AimsGoal }) {
  if (goal.state !== 'open')
    return (
      <span className={styles['meta']}>{goal.state === 'reached' ? 'Reached' : 'Dropped'}</span>
    );
  return goal.work.slice(0, 3).map(({ kind, id, name }) => (
    <AppLink
      key={id}
      href={kind === 'deal' ? `/deals/${id}` : `/client-projects/${id}`}
      className={styles['work']}
    >
      {name}
      <span className={styles['meta']}>{kind === 'deal' ? 'Deal' : 'Client project'}</span>
    </AppLink>
  ));
}

type PromptProps = Pick<GoalLineProps, 'goal' | 'mayWrite'> & {
  readonly reason: keyof typeof promptWords;
};

function Prompt({ goal, reason, mayWrite }: PromptProps) {
  const open = useOpen();
  const openDeal = useCustomerWrite(customerGoals.openDeal);
  const begin = async () => {
    try {
      const deal = await openDeal.mutateAsync({ params: { id: goal.id }, body: {} });
      notifyDone({ message: `Deal ${deal.name} opened` });
      open(`/deals/${deal.id}`);
    } catch {
      notifyFailed({ message: 'The deal could not be opened.', retry: begin });
    }
  };
  const helps = goal.products.map(({ name }) => name).join(', ');
  return (
    <>
      <span className={styles['prompt']}>{promptWords[reason]}</span>
      {helps ? <span className={styles['meta']}>We could help with {helps}</span> : null}
      {mayWrite ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={openDeal.isPending}
          onClick={() => void begin()}
          aria-label={`Open a deal for ${goal.name}`}
        >
          Open a deal
        </Button>
      ) : null}
    </>
  );
}

type InitiativeLineProps = {
  readonly initiative: CustomerInitiativeView;
  readonly depth: number;
  readonly why: string | undefined;
  readonly onEdit: () => void;
};

function InitiativeLine({ initiative, depth, why, onEdit }: InitiativeLineProps) {
  return (
    <div className={styles['line']} data-depth={Math.min(depth, 3)} data-initiative>
      <div className={styles['what']}>
        <button type="button" className={styles['name']} onClick={onEdit}>
          {initiative.name}
        </button>
        <p className={styles['meta']}>
          {[
            initiative.isDefinedTogether
              ? 'Their initiative, worked out with us'
              : 'Their initiative',
            why,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={styles['serving']}>
        <InitiativeTestMark test={initiative.test} />
      </div>
      <DateText date={initiative.endOn} />
    </div>
  );
}
