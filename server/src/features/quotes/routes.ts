import { Readable } from 'node:stream';
import { quotes } from '@evenkeel/contract/quotes';
import { implement } from '../../platform/http/implement.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import { presentDocument } from './document/presenter.ts';
import { quoteTemplate } from './document/template.ts';
import { presentQuote, presentQuoteRow } from './presenter.ts';
import * as service from './service.ts';

export const quoteRoutes = implement(quotes, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listQuotes(scope, query);
    return { rows: rows.map(presentQuoteRow), ...page };
  },
  get: async ({ scope, params }) => presentQuote(await service.getQuote(scope, params.id)),
  create: async ({ scope, body }) => presentQuote(await service.createQuote(scope, body.dealId)),
  update: async ({ scope, params, body, version }) =>
    presentQuote(await service.updateQuote(scope, { id: params.id, version }, body)),
  send: async ({ scope, params, version }) =>
    presentQuote(await service.sendQuote(scope, params.id, version)),
  accept: async ({ scope, params, version }) =>
    presentQuote(await service.acceptQuote(scope, params.id, version)),
  decline: async ({ scope, params, body, version }) =>
    presentQuote(await service.declineQuote(scope, { id: params.id, version }, body.reason ?? '')),
  revise: async ({ scope, params }) => presentQuote(await service.reviseQuote(scope, params.id)),
  remove: async ({ scope, params }) => {
    await service.removeQuote(scope, params.id);
    return {};
  },
  pdf: async ({ scope, params, reply }) => {
    const quote = presentQuote(await service.getQuote(scope, params.id));
    const data = presentDocument(quote, await service.firmName(scope), scope.actor.currency);
    const pdf = await renderPdf({ source: quoteTemplate, data });
    reply.header('content-type', 'application/pdf');
    reply.header('content-length', String(pdf.byteLength));
    // The number of a quote holds letters, digits and blanks only.
    reply.header('content-disposition', `attachment; filename="${quote.name}.pdf"`);
    reply.header('cache-control', 'private, no-store');
    return Readable.from([pdf]);
  },
});
