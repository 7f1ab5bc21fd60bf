import { type LadderView, whyLadder } from '@evenkeel/contract/why-ladder';
import type { LadderAnswerId } from '@evenkeel/core/id';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconFlag,
  IconPencil,
  IconStairsUp,
  IconTarget,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useLadderWrite } from '../api.ts';
import { type LadderNode, onLadder, othersThrough } from '../model.ts';
import styles from './ladder.module.css';

type LadderNodeBoxProps = {
  readonly node: LadderNode;
  readonly ladders: LadderView;
  readonly footId: string;
  readonly isAsked: boolean;
  readonly canEdit: boolean;
  readonly onAsk: () => void;
};

/** One point of the ladder: initiative, answer or goal; who else climbs through it is said. */
export function LadderNodeBox(props: LadderNodeBoxProps) {
  const { node, ladders, footId, isAsked } = props;
  const others = node.id === footId ? [] : othersThrough(ladders, node.id, footId);
  return (
    <div className={styles['place']}>
      <div className={styles['node']} data-kind={node.kind} data-asked={isAsked || undefined}>
        <NodeText node={node} />
        {props.canEdit && node.kind !== 'goal' ? <NodeMenu {...props} /> : null}
        {others.length > 0 ? (
          <p className={styles['others']}>
            {node.kind === 'goal' ? 'Also reached by ' : 'Also on the way of '}
            {others.map(({ text }) => text).join(', ')}
          </p>
        ) : node.author && node.kind === 'answer' ? (
          <p className={styles['others']}>{node.author.name}</p>
        ) : null}
      </div>
    </div>
  );
}

function NodeText({ node }: { readonly node: LadderNode }) {
  if (node.kind === 'goal') {
    return (
      <AppLink href={`/goals/${node.id}`} className={styles['text']}>
        <IconTarget size={15} stroke={1.7} aria-hidden />
        {node.text}
      </AppLink>
    );
  }
  return (
    <span className={styles['text']}>
      {node.kind === 'initiative' ? <IconFlag size={15} stroke={1.7} aria-hidden /> : null}
      {node.text}
    </span>
  );
}

function NodeMenu({ node, ladders, footId, onAsk }: LadderNodeBoxProps) {
  const [rewriting, setRewriting] = useState(false);
  const takeOff = useTakeOff(ladders, footId);
  const isAnswer = node.kind === 'answer';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            className={styles['more'] ?? ''}
            aria-label={`More for ${node.text}`}
          >
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconStairsUp size={15} />} onClick={onAsk}>
            Ask from here
          </Menu.Item>
          {isAnswer ? (
            <>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setRewriting(true)}>
                Change the words
              </Menu.Item>
              <Menu.Item leftSection={<IconX size={15} />} onClick={() => void takeOff(node)}>
                Take off the ladder
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {rewriting ? <RewriteForm node={node} onClose={() => setRewriting(false)} /> : null}
    </>
  );
}

/** Takes the rungs off that lead from this ladder to an answer, and offers them back. */
function useTakeOff(ladders: LadderView, footId: string) {
  const remove = useLadderWrite(whyLadder.takeOff);
  const climb = useLadderWrite(whyLadder.climb);
  return async (node: LadderNode) => {
    const own = onLadder(ladders, footId);
    const rungs = ladders.rungs.filter((rung) => rung.to === node.id && own.has(rung.from));
    const initiative = ladders.nodes.find((one) => one.id === footId);
    try {
      for (const { id } of rungs) await remove.mutateAsync({ params: { id } });
      notifyDone({
        message: 'Taken off the ladder',
        undo: async () => {
          for (const rung of rungs) {
            await climb.mutateAsync({
              body: {
                // The foot of this ladder is an initiative, the ends of its rungs are answers.
                initiativeId: footId as never,
                from:
                  rung.from === initiative?.id
                    ? { kind: 'initiative' }
                    : { kind: 'answer', id: rung.from as LadderAnswerId },
                question: rung.question,
                to: { kind: 'answer', id: node.id as LadderAnswerId },
              },
            });
          }
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
}

function RewriteForm({
  node,
  onClose,
}: {
  readonly node: LadderNode;
  readonly onClose: () => void;
}) {
  const rewrite = useLadderWrite(whyLadder.rewrite);
  const form = useRecordForm({
    initialValues: { text: node.text },
    validate: { text: (value: string) => (value.trim() === '' ? 'Say it in words.' : null) },
    onSubmit: async ({ text }) => {
      // Only answers are rewritten.
      const params = { id: node.id as LadderAnswerId };
      await rewrite.mutateAsync({ params, version: node.version ?? 1, body: { text } });
      onClose();
    },
  });
  return (
    <FormModal title="Change the words" opened onClose={onClose} form={form} submitLabel="Change">
      <TextField label="Answer" required autoFocus {...form.field('text')} />
    </FormModal>
  );
}
