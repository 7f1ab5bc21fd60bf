import type { ImportCounts } from '@evenkeel/contract/imports';
import type { RecordKind } from '@evenkeel/core/imports/problem';
import { formatNumber, nothing } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { presentKinds, recordWords } from '../model.ts';
import styles from './choices.module.css';
import shared from './imports.module.css';

type CountsTableProps = {
  readonly counts: ImportCounts;
  /** Before it has run, or what it did. */
  readonly tense: 'will' | 'did';
  /** Where the records of a kind can be seen. */
  readonly pages?: Readonly<Partial<Record<RecordKind, string>>>;
};

const columns = [
  { key: 'create', will: 'New', did: 'Added' },
  { key: 'update', will: 'Will change', did: 'Changed' },
  { key: 'restore', will: 'Out of the trash', did: 'Out of the trash' },
  { key: 'keep', will: 'Differ, kept', did: 'Differed, kept' },
  { key: 'unchanged', will: 'Already here', did: 'Already here' },
  { key: 'skip', will: 'Left out', did: 'Left out' },
] as const;

/** What becomes of the records of each kind. Columns with nothing in them are left away. */
export function CountsTable({ counts, tense, pages = {} }: CountsTableProps) {
  const kinds = presentKinds(counts);
  const shown = columns.filter(
    ({ key }) => key === 'create' || kinds.some((kind) => counts[kind][key] > 0),
  );
  return (
    <div className={styles['counts-scroll']}>
      <table className={styles['counts']}>
        <thead>
          <tr>
            <th scope="col">
              <span className={shared['hidden']}>Kind of record</span>
            </th>
            {shown.map((column) => (
              <th key={column.key} scope="col">
                {column[tense]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <KindName kind={kind} href={pages[kind]} />
              </th>
              {shown.map(({ key }) => (
                <td key={key} data-none={counts[kind][key] === 0 || undefined}>
                  {counts[kind][key] === 0 ? nothing : formatNumber(counts[kind][key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KindName({
  kind,
  href,
}: {
  readonly kind: RecordKind;
  readonly href: string | undefined;
}) {
  const name = capitalised(recordWords[kind].many);
  return href === undefined ? name : <AppLink href={href}>{name}</AppLink>;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
