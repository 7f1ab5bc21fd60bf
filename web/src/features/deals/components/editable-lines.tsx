import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import styles from './editable-lines.module.css';

type EditableLinesProps<Line> = {
  /** As they are saved; mount the editor anew when they change. */
  readonly saved: readonly Line[];
  readonly blank: Line;
  /** What one line is called: `role`, `product`. */
  readonly noun: string;
  /** Which grid its fields stand in. */
  readonly layout: 'hours' | 'products' | 'people' | 'contest' | 'served' | 'quote';
  /** What stands above the fields where there is room; screen readers hear each field's label. */
  readonly heads?: readonly string[];
  readonly mayWrite: boolean;
  readonly fields: (line: Line, change: (part: Partial<Line>) => void, index: number) => ReactNode;
  readonly onSave: (lines: readonly Line[]) => Promise<unknown>;
  readonly savedMessage: string;
  /** Said at the end: the sum of the lines. */
  readonly total?: (lines: readonly Line[]) => ReactNode;
};

/** Lines that are written together and saved together, as the hours or the products of a deal. */
export function EditableLines<Line>(props: EditableLinesProps<Line>) {
  const { saved, blank, noun, layout, mayWrite, fields, total } = props;
  const [lines, setLines] = useState<readonly Line[]>(saved);
  const [isSaving, setSaving] = useState(false);
  const isChanged = JSON.stringify(lines) !== JSON.stringify(saved);
  const save = async () => {
    setSaving(true);
    try {
      await props.onSave(lines);
      notifyDone({ message: props.savedMessage });
    } catch (thrown) {
      const { issues, title } = problemOf(thrown);
      notifyFailed({ message: issues[0] ? `${title} ${issues[0].message}` : title });
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={joinClasses(styles['lines'], styles[layout])}>
      {props.heads && lines.length > 0 ? (
        <div className={joinClasses(styles['line'], styles['heads'])} aria-hidden="true">
          {props.heads.map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
      ) : null}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity before they are saved
        <div key={index} className={styles['line']}>
          {fields(
            line,
            (part) =>
              setLines(lines.map((other, at) => (at === index ? { ...other, ...part } : other))),
            index,
          )}
          {mayWrite ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Take out ${noun} ${index + 1}`}
              onClick={() => setLines(lines.filter((_, at) => at !== index))}
            >
              <IconX size={15} />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      <div className={styles['end']}>
        {mayWrite ? (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setLines([...lines, blank])}
          >
            Add a {noun}
          </Button>
        ) : null}
        {isChanged ? (
          <Button variant="default" onClick={() => void save()} loading={isSaving}>
            Save
          </Button>
        ) : null}
        {total ? <span className={styles['total']}>{total(lines)}</span> : null}
      </div>
    </div>
  );
}
