import type { KickOffItemView, KickOffView } from '@evenkeel/contract/kick-offs';
import type { ClientProjectView } from '@evenkeel/contract/projects';
import { ActionIcon, Checkbox, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { RelativeDate } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { isTicked, shapeOf, whoText } from '../model.ts';
import { useItemActions } from '../use-item-actions.ts';
import { AskForm } from './ask-form.tsx';
import { ItemForm } from './item-form.tsx';
import styles from './kick-off.module.css';

type ItemLineProps = {
  readonly item: KickOffItemView;
  readonly project: ClientProjectView;
  readonly agreement: KickOffView['agreement'];
  readonly mayWrite: boolean;
};

/** One item: whether it is done, who does it by when, what shows it, and whether the client sees it. */
export function ItemLine({ item, project, agreement, mayWrite }: ItemLineProps) {
  const [opened, setOpened] = useState<'item' | 'ask' | null>(null);
  const actions = useItemActions(project.id);
  const { name, isDone, dueOn, doneOn, side, duty } = item;
  const close = () => setOpened(null);
  return (
    <li className={styles['item']}>
      {isTicked(item) ? (
        <Checkbox
          aria-label={`${name} is done`}
          checked={isDone}
          disabled={!mayWrite}
          onChange={() => void actions.tick(item)}
        />
      ) : (
        <ProgressGlyph shape={shapeOf(item)} tone={isDone ? 'good' : 'neutral'} />
      )}
      <span className={joinClasses(styles['name'], isDone && styles['is-done'])}>
        {name}
        <Proof item={item} project={project} agreement={agreement} />
      </span>
      <span className={styles['who']}>{whoText(item)}</span>
      <span className={styles['day']}>
        {isDone ? (
          doneOn && formatDate(doneOn)
        ) : dueOn ? (
          <RelativeDate date={dueOn} today={readerToday()} />
        ) : null}
      </span>
      <Eye item={item} mayWrite={mayWrite} onToggle={() => void actions.show(item)} />
      {mayWrite ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`What to do with ${name}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpened('item')}>Change</Menu.Item>
            {side === 'client' && duty === null ? (
              <Menu.Item onClick={() => setOpened('ask')}>Ask the client</Menu.Item>
            ) : null}
            <Menu.Item onClick={() => void actions.remove(item)}>Take off</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span />
      )}
      {opened === 'item' ? <ItemForm item={item} project={project} onClose={close} /> : null}
      {opened === 'ask' ? <AskForm item={item} project={project} onClose={close} /> : null}
    </li>
  );
}

const agreementWords: Record<KickOffView['agreement'], string> = {
  none: 'write it',
  draft: 'a draft is being written',
  proposed: 'waits for both sides',
  agreed: 'agreed',
};

/** The record that shows an item done, or where it is made. */
function Proof({ item, project, agreement }: Omit<ItemLineProps, 'mayWrite'>) {
  const home = `/client-projects/${project.id}/client`;
  if (item.proof === 'agreement') {
    return (
      <AppLink className={styles['proof']} href={`${home}/agreement`}>
        Working agreement: {agreementWords[agreement]}
      </AppLink>
    );
  }
  if (item.proof === 'meeting') {
    const { meeting } = item;
    return (
      <AppLink
        className={styles['proof']}
        href={meeting ? `/meetings/${meeting.id}` : `${home}/meetings?new=true`}
      >
        {meeting ? meeting.name : 'Plan the meeting, then name it here'}
      </AppLink>
    );
  }
  if (item.duty === null) return null;
  return (
    <AppLink className={styles['proof']} href={`${home}/needs`}>
      What we need from the client
    </AppLink>
  );
}

type EyeProps = {
  readonly item: KickOffItemView;
  readonly mayWrite: boolean;
  readonly onToggle: () => void;
};

function Eye({ item: { name, isClientVisible }, mayWrite, onToggle }: EyeProps) {
  const label = isClientVisible ? 'The client sees it' : 'Only the team sees it';
  const icon = isClientVisible ? <IconEye size={16} /> : <IconEyeOff size={16} />;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`The client sees ${name}`}
        aria-pressed={isClientVisible}
        disabled={!mayWrite}
        onClick={onToggle}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
