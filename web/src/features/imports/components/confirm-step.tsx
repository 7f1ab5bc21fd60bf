import type { ImportFile, ImportPreview, ImportView } from '@evenkeel/contract/imports';
import type { OwnFields } from '@evenkeel/core/imports/recognise';
import { useSession } from '../../../lib/session.ts';
import { DateField } from '../../../ui/form/date-field.tsx';
import { formatNumber } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import {
  amountWords,
  choiceWords,
  currencyWarning,
  fieldLabel,
  fieldOf,
  orderWords,
  scaleWords,
  workOf,
} from '../model.ts';
import { useHandOffsFrom } from '../use-hand-offs-from.ts';
import { useOwnFields } from '../use-own-fields.ts';
import styles from './choices.module.css';
import { CountsTable } from './counts-table.tsx';
import shared from './imports.module.css';
import { Notice } from './notice.tsx';

type ConfirmStepProps = { readonly view: ImportView; readonly preview: ImportPreview };

/** Once more in words: what comes in, what was settled, how values are read. */
export function ConfirmStep({ view, preview }: ConfirmStepProps) {
  const { workspace } = useSession();
  const own = useOwnFields();
  const settled = preview.groups.filter(({ options }) => options.length > 1);
  const comingDeals =
    preview.counts.deal.create + preview.counts.deal.update + preview.counts.deal.restore;
  const readings = view.files.flatMap((file) => readingFacts(file, workspace.currency, own));
  return (
    <>
      <Section
        title="What will happen"
        note="In one step: either all of it comes in, or nothing does."
      >
        <CountsTable counts={preview.counts} tense="will" />
        {workOf(preview.counts) === 0 ? (
          <Notice>Everything in these files is here already. There is nothing to import.</Notice>
        ) : null}
      </Section>
      {comingDeals > 0 ? <HandOffsChoice /> : null}
      {settled.length === 0 ? null : (
        <Section
          title="Settled by choice"
          actions={
            <AppLink className={styles['link']} href={`/import/${view.id}?step=choices`}>
              Change
            </AppLink>
          }
        >
          <dl className={styles['facts']}>
            {settled.map((group) => (
              <div key={group.key} className={styles['fact']}>
                <dt>
                  {group.title} <span className={shared['meta']}>{formatNumber(group.count)}</span>
                </dt>
                <dd className={styles['fact-value']}>{choiceWords(group)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section
        title="How values are read"
        actions={
          <AppLink className={styles['link']} href={`/import/${view.id}`}>
            Change
          </AppLink>
        }
      >
        <dl className={styles['facts']}>
          {readings.map(({ key, what, how }) => (
            <div key={key} className={styles['fact']}>
              <dt>{what}</dt>
              <dd className={styles['fact-value']}>{how}</dd>
            </div>
          ))}
          <div className={styles['fact']}>
            <dt>Empty cells</dt>
            <dd className={styles['fact-value']}>They never erase what is in Evenkeel already.</dd>
          </div>
        </dl>
      </Section>
    </>
  );
}

/** Which of the won deals that come in are still to be delivered: none, unless a day is given. */
function HandOffsChoice() {
  const [from, setFrom] = useHandOffsFrom();
  return (
    <Section
      title="Hand-offs"
      note="Won and signed deals that come in are history: delivery is not asked about them."
    >
      <div className={styles['hand-offs']}>
        <DateField
          label="Propose the hand-off of contracts signed since"
          description="Leave it empty for none. Later, the page of each such deal offers it."
          value={from}
          onChange={setFrom}
        />
      </div>
    </Section>
  );
}

type Fact = { readonly key: string; readonly what: string; readonly how: string };

function readingFacts(file: ImportFile, currency: string, own: OwnFields): Fact[] {
  const { kind } = file;
  if (kind === null) return [];
  return file.columns.flatMap((column) => {
    const what = `${fieldLabel(kind, column.field, own)} (${column.header}, ${file.name})`;
    const key = `${file.id}/${column.header}`;
    if (column.dates.state !== 'none' && column.dateOrder !== null)
      return [{ key, what, how: `Dates, ${orderWords[column.dateOrder].toLowerCase()}` }];
    if (fieldOf(kind, column.field, own)?.type !== 'money') return [];
    const how = [
      `${currency}, ${scaleWords[column.scale].toLowerCase()}. ${amountWords(column, currency)}`,
      currencyWarning(column, currency) ?? '',
    ];
    return [{ key, what, how: how.join(' ') }];
  });
}
