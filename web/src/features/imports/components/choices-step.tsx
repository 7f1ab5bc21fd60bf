import { type ImportGroup, type ImportPreview, imports } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import { importKinds } from '@evenkeel/core/imports/kinds';
import { Button } from '@mantine/core';
import { formatCount, formatNumber } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useImportWrite } from '../api.ts';
import { groupsOf, kindWords } from '../model.ts';
import { ChoiceControl } from './choice-control.tsx';
import styles from './choices.module.css';
import { CountsTable } from './counts-table.tsx';
import shared from './imports.module.css';
import { Notice } from './notice.tsx';

type ChoicesStepProps = { readonly importId: ImportId; readonly preview: ImportPreview };

/** What will happen, and every question that the files leave open, each with a choice made already. */
export function ChoicesStep({ importId, preview }: ChoicesStepProps) {
  const kinds = importKinds.filter((kind) => groupsOf(preview, kind).length > 0);
  return (
    <>
      <Section
        title="What will happen"
        note="With the choices below. Nothing is written yet."
        actions={
          preview.problemCount === 0 ? null : (
            <Button
              variant="default"
              size="xs"
              component={AppLink}
              href={problemsHref(importId, null)}
            >
              See all {formatCount(preview.problemCount, { one: 'problem', many: 'problems' })}
            </Button>
          )
        }
      >
        <CountsTable counts={preview.counts} tense="will" />
      </Section>
      {kinds.length === 0 ? (
        <Section title="Choices">
          <Notice tone="good">The files leave no question open.</Notice>
        </Section>
      ) : null}
      {kinds.map((kind) => (
        <Section key={kind} title={kindWords[kind]} note={rowsWords(preview, kind)}>
          {groupsOf(preview, kind).map((group) => (
            <GroupRow key={group.key} importId={importId} group={group} />
          ))}
        </Section>
      ))}
    </>
  );
}

function GroupRow({
  importId,
  group,
}: {
  readonly importId: ImportId;
  readonly group: ImportGroup;
}) {
  const choose = useImportWrite(imports.choose);
  const isChange = group.code === 'will-change';
  const href = isChange ? `/import/${importId}?view=changes` : problemsHref(importId, group.title);
  return (
    <div className={styles['group']}>
      <span className={styles['group-count']}>{formatNumber(group.count)}</span>
      <div>
        <h3 className={styles['group-title']}>{group.title}</h3>
        <div className={styles['group-note']}>
          <span className={shared['meta']}>{group.message}</span>
          <AppLink className={styles['link']} href={href}>
            {isChange ? 'See what changes' : 'See the rows'}
          </AppLink>
        </div>
      </div>
      <ChoiceControl
        importId={importId}
        group={group}
        onChoose={(choice) =>
          choose.mutate(
            { params: { id: importId }, body: { choices: { [group.key]: choice } } },
            { onError: (error) => notifyFailed({ message: error.message }) },
          )
        }
      />
    </div>
  );
}

/** The list of problems, of one sort or all. */
function problemsHref(importId: ImportId, title: string | null): string {
  const sort = title === null ? '' : `&problem=${encodeURIComponent(JSON.stringify(title))}`;
  return `/import/${importId}?view=problems${sort}`;
}

function rowsWords(preview: ImportPreview, kind: ImportGroup['kind']): string {
  const rows = preview.rowCounts.find((count) => count.kind === kind)?.rows ?? 0;
  return `${formatCount(rows, { one: 'row', many: 'rows' })} in the files`;
}
