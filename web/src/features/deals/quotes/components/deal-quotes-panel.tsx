import type { DealView } from '@evenkeel/contract/deals';
import { quotes } from '@evenkeel/contract/quotes';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSession } from '../../../../lib/session.ts';
import { problemOf } from '../../../../ui/form/problem.ts';
import { DateText, MoneyText } from '../../../../ui/marks/values.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { useOpen } from '../../../../ui/navigation/use-open.ts';
import { notifyFailed } from '../../../../ui/notify/notify.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { useDealQuotes, useQuoteWrite } from '../api.ts';
import { QuoteStateMark } from './quote-state-mark.tsx';
import styles from './quotes.module.css';

/** The quotes of a deal; a new one starts with the hours and products that stand on it. */
export function DealQuotesPanel({ deal, mayWrite }: { deal: DealView; mayWrite: boolean }) {
  const { currency } = useSession().workspace;
  const rows = useDealQuotes(deal.id).data?.rows ?? [];
  const create = useQuoteWrite(quotes.create);
  const open = useOpen();
  const begin = async () => {
    try {
      const quote = await create.mutateAsync({ body: { dealId: deal.id } });
      open(`/quotes/${quote.id}`);
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section
      title="Quotes"
      actions={
        mayWrite ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            loading={create.isPending}
            onClick={() => void begin()}
          >
            New quote
          </Button>
        ) : null
      }
    >
      {rows.length === 0 ? (
        <p className={styles['none']}>None yet. A new one starts with the hours sold.</p>
      ) : (
        <ul className={styles['quotes']}>
          {rows.map((quote) => (
            <li key={quote.id}>
              <AppLink href={`/quotes/${quote.id}`} className={styles['quote']}>
                <span>{quote.name}</span>
                <span className={styles['title']}>{quote.title}</span>
                <QuoteStateMark state={quote.state} />
                <DateText date={quote.quotedOn} />
                <MoneyText amount={money(quote.taxable, currency)} />
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
