import type { PortalAgreement } from '@evenkeel/contract/portal/agreements';
import type { SurpriseTopic } from '@evenkeel/core/agreements/agreement';
import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import { agreementWords } from '@evenkeel/core/words/agreement';
import type { ReactNode } from 'react';
import { formatWeekdayName } from '../../../ui/format/date.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import styles from './agreement.module.css';

type Content = PortalAgreement['content'];

const topicKeys = {
  'small-delays': 'smallDelays',
  'order-of-work': 'orderOfWork',
  'team-changes': 'teamChanges',
  'cost-within-budget': 'costWithinBudget',
  'minor-risks': 'minorRisks',
} as const satisfies Record<SurpriseTopic, string>;

/** What the agreement says, under headings in the reader's language. */
export function AgreementText({ content }: { readonly content: Content }) {
  const words = usePortalWords(agreementWords);
  const { firm } = usePortal();
  return (
    <>
      {content.purpose ? <Part title={words('purpose')}>{content.purpose}</Part> : null}
      <Part title={words('responsible')}>
        <Sides
          rows={[
            [words('firm', { firm: firm.name }), content.responsibleOurs],
            [words('yourSide'), content.responsibleTheirs],
          ]}
        />
      </Part>
      <Part title={words('whoDoesWhat')}>
        {content.parts.map((part) => (
          <div key={`${part.stage} ${part.what}`} className={styles['stage']}>
            <h4 className={styles['stage-name']}>
              {[part.stage, part.what].filter(Boolean).join(': ')}
            </h4>
            <Sides
              rows={[
                [words('firm', { firm: firm.name }), part.ours],
                [words('yourSide'), part.theirs],
                [words('others'), part.others],
              ]}
            />
          </div>
        ))}
      </Part>
      <Part title={words('contact')}>
        <CadenceText cadence={content.cadence} />
        {content.channels ? <p>{content.channels}</p> : null}
      </Part>
      <Part title={words('answers')}>
        <Sides
          rows={[
            [
              words('firm', { firm: firm.name }),
              words('withinDays', { count: content.answerDaysOurs }),
            ],
            [words('yourSide'), words('withinDays', { count: content.answerDaysTheirs })],
          ]}
        />
      </Part>
      <Part title={words('delays')}>
        <p>{words('tolerance', { count: content.toleranceDays })}</p>
        {content.delays ? <p>{content.delays}</p> : null}
      </Part>
      <Part title={words('surprises')}>
        {content.surprises.length === 0 ? <p>{words('noSurprises')}</p> : null}
        <ul className={styles['topics']}>
          {content.surprises.map((topic) => (
            <li key={topic}>{words(topicKeys[topic])}</li>
          ))}
        </ul>
        {content.surpriseNote ? <p>{content.surpriseNote}</p> : null}
      </Part>
    </>
  );
}

function CadenceText({ cadence }: { readonly cadence: Content['cadence'] }) {
  const words = usePortalWords(agreementWords);
  const { language } = usePortal();
  const { everyDays, weekday, time, how } = cadence;
  const text = [
    words('everyDays', { count: everyDays }),
    weekday === null ? '' : words('onWeekday', { weekday: weekdayName(weekday, language) }),
    time === null ? '' : words('atTime', { time }),
  ].filter(Boolean);
  return (
    <p>
      {text.join(' ')}
      {how ? `. ${how}` : ''}
    </p>
  );
}

/** 2024-01-01 was a Monday. */
function weekdayName(weekday: number, language: string): string {
  return formatWeekdayName(addDays(calendarDate('2024-01-01'), weekday - 1), language);
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['heading']}>{title}</h3>
      {children}
    </section>
  );
}

/** What each side does; a side of which nothing is said is left out. */
function Sides({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles['sides']}>
      {rows
        .filter(([, text]) => text !== '')
        .map(([side, text]) => (
          <div key={side}>
            <dt>{side}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
