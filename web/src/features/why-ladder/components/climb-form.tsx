import { type LadderView, whyLadder } from '@evenkeel/contract/why-ladder';
import type { GoalId, LadderAnswerId, ProjectId } from '@evenkeel/core/id';
import { type LadderQuestion, ladderQuestions } from '@evenkeel/core/strategy/why-ladder';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconTarget } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { NewGoalPanel } from '../../goals/components/new-goal-panel.tsx';
import { useLadderWrite } from '../api.ts';
import { alikeNodes, onLadder, questionChoices, questionSentences } from '../model.ts';
import styles from './ladder.module.css';

type ClimbFormProps = {
  readonly ladders: LadderView;
  readonly initiativeId: ProjectId;
  /** The initiative or the answer at which the next question is asked. */
  readonly fromId: string;
  readonly onClimbed: () => void;
};

type Landing =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'answer'; readonly id: LadderAnswerId }
  | { readonly kind: 'goal'; readonly id: GoalId };

/** The next rung: a question, and an answer in words, one that stands already, or the goal. */
export function ClimbForm({ ladders, initiativeId, fromId, onClimbed }: ClimbFormProps) {
  const write = useLadderWrite(whyLadder.climb);
  const [question, setQuestion] = useState<LadderQuestion>('why');
  const [text, setText] = useState('');
  const [making, setMaking] = useState(false);
  const from = ladders.nodes.find((node) => node.id === fromId);
  const climb = async (to: Landing) => {
    await write.mutateAsync({
      body: {
        initiativeId,
        from:
          fromId === initiativeId
            ? { kind: 'initiative' }
            : // Questions are asked at the initiative or at an answer.
              { kind: 'answer', id: fromId as LadderAnswerId },
        question,
        to,
      },
    });
    setText('');
    onClimbed();
  };
  // A refusal stands under the field.
  const attempt = (to: Landing) => void climb(to).catch(() => undefined);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') attempt({ kind: 'text', text: text.trim() });
  };
  if (!from) return null;
  return (
    <Section
      title="The next question"
      note="Repeat it until the answer is an end result that can be measured: a goal."
    >
      <form onSubmit={onSubmit} className={styles['climb']}>
        <SegmentedControl
          aria-label="Question"
          value={question}
          data={questionChoices}
          onChange={(value) => setQuestion(ladderQuestions.find((one) => one === value) ?? 'why')}
        />
        <TextField
          label={questionSentences[question](from.text)}
          placeholder="Because …"
          value={text}
          onChange={setText}
          error={write.error ? problemOf(write.error).title : undefined}
        />
        <Alike
          ladders={ladders}
          typed={text}
          except={onLadder(ladders, initiativeId)}
          onPick={attempt}
        />
        <div className={styles['buttons']}>
          <Button type="submit" variant="default" disabled={text.trim() === '' || write.isPending}>
            Answer
          </Button>
        </div>
      </form>
      <Goals ladders={ladders} onPick={attempt} onMake={() => setMaking(true)} />
      {making ? (
        <NewGoalPanel
          name={text}
          onClose={() => setMaking(false)}
          onCreated={(goal) => attempt({ kind: 'goal', id: goal.id })}
        />
      ) : null}
    </Section>
  );
}

type AlikeProps = {
  readonly ladders: LadderView;
  readonly typed: string;
  readonly except: ReadonlySet<string>;
  readonly onPick: (to: Landing) => void;
};

/** What others have said in much the same words, so that ladders meet instead of running side by side. */
function Alike({ ladders, typed, except, onPick }: AlikeProps) {
  const found = alikeNodes(ladders, typed, except);
  if (found.length === 0) return null;
  return (
    <div className={styles['alike']}>
      <span className={styles['dim']}>Said before:</span>
      {found.map((node) => (
        <Button
          key={node.id}
          variant="default"
          leftSection={node.kind === 'goal' ? <IconTarget size={15} /> : null}
          onClick={() =>
            onPick(
              node.kind === 'goal'
                ? // A node of the kind goal has a goal's id, one of the kind answer an answer's.
                  { kind: 'goal', id: node.id as GoalId }
                : { kind: 'answer', id: node.id as LadderAnswerId },
            )
          }
        >
          {node.text}
        </Button>
      ))}
    </div>
  );
}

type GoalsProps = {
  readonly ladders: LadderView;
  readonly onPick: (to: Landing) => void;
  readonly onMake: () => void;
};

/** The goals at which the ladder can end here, and a new one. */
function Goals({ ladders, onPick, onMake }: GoalsProps) {
  const goals = ladders.nodes.filter((node) => node.kind === 'goal');
  return (
    <div className={styles['goals']}>
      <span className={styles['dim']}>Or it ends here, at a goal:</span>
      <div className={styles['alike']}>
        {goals.map((goal) => (
          <Button
            key={goal.id}
            variant="default"
            leftSection={<IconTarget size={15} />}
            // A node of the kind goal has a goal's id.
            onClick={() => onPick({ kind: 'goal', id: goal.id as GoalId })}
          >
            {goal.text}
          </Button>
        ))}
        <Button variant="subtle" leftSection={<IconPlus size={15} />} onClick={onMake}>
          New goal
        </Button>
      </div>
    </div>
  );
}
