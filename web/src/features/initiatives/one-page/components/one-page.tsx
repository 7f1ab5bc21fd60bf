import type { OnePageView } from '@evenkeel/contract/initiative-case';
import { money } from '@evenkeel/core/money';
import { projectStateLabels } from '../../../../lib/project-state.ts';
import { recordNumber } from '../../../../lib/record-number.ts';
import { useSession } from '../../../../lib/session.ts';
import { formatDate } from '../../../../ui/format/date.ts';
import { formatMoney } from '../../../../ui/format/money.ts';
import styles from './one-page.module.css';

/** Why, benefit, when and who of an initiative, on one page that prints as A4 (ST-10). */
export function OnePage({ page }: { readonly page: OnePageView }) {
  const { currency } = useSession().workspace;
  const span = [page.startOn, page.endOn].map((day) => (day ? formatDate(day) : 'open'));
  return (
    <article className={styles['page']}>
      <header>
        <p className={styles['dim']}>
          {recordNumber('initiative', page.number)} · {projectStateLabels[page.state]}
        </p>
        <h2 className={styles['name']}>{page.name}</h2>
      </header>
      <Part title="Why">
        <Paragraphs text={page.need} />
        <Paragraphs text={page.purpose} />
        {page.goals.length > 0 ? (
          <p>It serves: {page.goals.map(({ name }) => name).join('; ')}.</p>
        ) : null}
      </Part>
      <Part title="Benefit">
        <Paragraphs text={page.expectedBenefit} />
        <ul className={styles['list']}>
          {page.benefits.map(({ name, amount, period, dueOn }) => (
            <li key={name}>
              {name}
              {amount === null ? '' : `: ${formatMoney(money(amount, currency))}`}
              {amount !== null && period === 'yearly' ? ' a year' : ''}
              {dueOn ? `, by ${formatDate(dueOn)}` : ''}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="When">
        <p>{span.join(' to ')}</p>
      </Part>
      <Part title="Who">
        <p>
          {[
            page.leader && `${page.leader.name} leads`,
            page.projectManager && `${page.projectManager.name} runs it day by day`,
            page.team && `${page.team.name} does the work`,
          ]
            .filter(Boolean)
            .join(', ') || 'Nobody is named yet'}
          .
        </p>
      </Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  );
}

function Paragraphs({ text }: { readonly text: string }) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => <p key={line}>{line}</p>);
}
