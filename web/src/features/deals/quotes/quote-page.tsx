import { type QuoteView, quotes } from '@evenkeel/contract/quotes';
import type { QuoteId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMay } from '../../../lib/session.ts';
import { useSaving } from '../../../lib/use-saving.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { PercentField } from '../../../ui/form/number-fields.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { usePathParameter } from '../../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../../ui/page/page.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { LoadedRecord } from '../../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../../ui/record/record-layout.tsx';
import { useQuote, useQuoteWrite } from './api.ts';
import { QuoteActions } from './components/quote-actions.tsx';
import { QuoteLines } from './components/quote-lines.tsx';
import { QuoteStateMark } from './components/quote-state-mark.tsx';
import { QuoteTotals } from './components/quote-totals.tsx';
import type { QuoteChange } from './model.ts';

const list = { label: 'Quotes', href: '/quotes' };

/** One quote: its lines and sums, what becomes of it, and its PDF. */
export function QuotePage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('quoteId') as QuoteId;
  const found = useQuote(id);
  return (
    <LoadedRecord
      found={found.data ? { ...found, data: { ...found.data, deletedAt: null } } : found}
      noun="quote"
      list={list}
    >
      {(quote) => <OpenQuote key={id} quote={quote} />}
    </LoadedRecord>
  );
}

function OpenQuote({ quote }: { readonly quote: QuoteView }) {
  const update = useQuoteWrite(quotes.update);
  const { save, state } = useSaving<QuoteChange>(quote.version, (body, version) =>
    update.mutateAsync({ params: { id: quote.id }, version, body }),
  );
  const mayEdit = useMay('write') && quote.state === 'draft';
  return (
    <Page
      title={`${quote.name} ${quote.title}`}
      breadcrumbs={[list, { label: quote.deal.name, href: `/deals/${quote.deal.id}` }]}
      actions={
        <>
          <SavedNote state={state} />
          <QuoteStateMark state={quote.state} />
          <Button
            variant="default"
            component="a"
            href={`/api/v1/quotes/${quote.id}/pdf`}
            download
            leftSection={<IconDownload size={15} />}
          >
            PDF
          </Button>
          <QuoteActions quote={quote} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts"
        side={<QuoteFacts quote={quote} mayEdit={mayEdit} save={save} />}
      >
        <Autosave name="title" value={quote.title} save={(title) => save({ title })}>
          {(field) => <TitleField label="Title" disabled={!mayEdit} {...field} />}
        </Autosave>
        <Autosave name="intro" value={quote.intro} save={(intro) => save({ intro })}>
          {(field) => (
            <DocumentField
              label="Introduction"
              placeholder="What the customer wants, and how we get there"
              disabled={!mayEdit}
              {...field}
            />
          )}
        </Autosave>
        <Section
          title="Lines"
          note="Hours of a role at a rate, or a fixed price. Accepted, the hours become those the deal sells."
        >
          <QuoteLines quote={quote} mayEdit={mayEdit} save={save} />
          <QuoteTotals quote={quote} />
        </Section>
        <Autosave name="terms" value={quote.terms} save={(terms) => save({ terms })}>
          {(field) => (
            <DocumentField
              label="Terms"
              placeholder="When it is paid, what is not in it"
              disabled={!mayEdit}
              {...field}
            />
          )}
        </Autosave>
      </RecordLayout>
    </Page>
  );
}

type QuotePartProps = {
  readonly quote: QuoteView;
  readonly mayEdit: boolean;
  readonly save: (change: QuoteChange) => Promise<void>;
};

function QuoteFacts({ quote, mayEdit, save }: QuotePartProps) {
  return (
    <>
      <FieldList>
        <FieldLine label="Deal">
          <AppLink href={`/deals/${quote.deal.id}`}>{quote.deal.name}</AppLink>
        </FieldLine>
        {quote.account ? (
          <FieldLine label="Account">
            <AppLink href={`/accounts/${quote.account.id}`}>{quote.account.name}</AppLink>
          </FieldLine>
        ) : null}
        <FieldLine label="Date">
          <DateText date={quote.quotedOn} />
        </FieldLine>
        {quote.decidedOn ? (
          <FieldLine label="Decided">
            <DateText date={quote.decidedOn} />
          </FieldLine>
        ) : null}
        {quote.declineReason ? <FieldLine label="Why">{quote.declineReason}</FieldLine> : null}
        {quote.isLatest ? null : <FieldLine label="Version">A newer one exists</FieldLine>}
      </FieldList>
      <Autosave
        name="validUntil"
        value={quote.validUntil}
        save={(validUntil) => save({ validUntil })}
      >
        {(field) => <DateField label="Valid until" disabled={!mayEdit} {...field} />}
      </Autosave>
      <Autosave<number | null>
        name="discount"
        value={quote.discount}
        save={(discount) => save({ discount: discount ?? 0 })}
      >
        {(field) => (
          <PercentField
            label="Discount"
            description="On the whole"
            disabled={!mayEdit}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}
