import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deals } from '@evenkeel/contract/deals';
import { roles } from '@evenkeel/contract/people';
import { contracts, type QuoteLineDraft, quotes } from '@evenkeel/contract/quotes';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

async function roleNamed(name: string) {
  const role = (await seller.call(roles.list)).rows.find((row) => row.name === name);
  if (!role) throw new Error(`no role ${name}`);
  return role.id;
}

async function newQuote(name: string) {
  const deal = await seller.call(deals.create, { body: { name, value: 1 } });
  const lines = [{ roleId: await roleNamed('Consultant'), minutes: 600 }];
  await seller.call(deals.setDemand, { params: { id: deal.id }, body: { lines } });
  return seller.call(quotes.create, { body: { dealId: deal.id } });
}

describe('a quote', () => {
  test('begins with the hours of the deal at the rates of the roles, numbered by year', async () => {
    const quote = await newQuote('Harbour study');
    expect(quote).toMatchObject({ state: 'draft', title: 'Harbour study', taxable: 120_000 });
    expect(quote.name).toMatch(/^Q-\d{4}-1001$/);
    expect(quote.lines).toMatchObject([{ kind: 'hours', minutes: 600, rate: 12_000 }]);
  });

  test('accepted, gives the deal its value and hours by role, at the quoted rates (U02)', async () => {
    const quote = await newQuote('Quoted work');
    const consultant = await roleNamed('Consultant');
    const designer = await roleNamed('Designer');
    const hours = { kind: 'hours' as const, discount: 0, tax: 1_900 };
    const lines: QuoteLineDraft[] = [
      { ...hours, description: 'Interviews', roleId: consultant, minutes: 1_201, rate: 13_337 },
      { ...hours, description: 'Synthesis', roleId: consultant, minutes: 599, rate: 13_337 },
      { ...hours, description: 'Design', roleId: designer, minutes: 480, rate: 11_111 },
      {
        kind: 'fixed',
        description: 'Travel',
        quantity: 2,
        unitPrice: 45_050,
        discount: 0,
        tax: 1_900,
      },
    ];
    const written = await seller.call(quotes.update, {
      params: { id: quote.id },
      version: quote.version,
      body: { lines, discount: 500 },
    });
    const params = { id: quote.id };
    const sent = await seller.call(quotes.send, { params, version: written.version });
    const accepted = await seller.call(quotes.accept, { params, version: sent.version });
    const deal = await seller.call(deals.get, { params: { id: quote.deal.id } });
    expect(deal.value).toBe(accepted.taxable);
    expect(deal.demand.map(({ roleId, minutes }) => [roleId, minutes])).toEqual([
      [consultant, 1_800],
      [designer, 480],
    ]);
    expect(accepted.lines.map(({ rate }) => rate)).toEqual([13_337, 13_337, 11_111, null]);
  });

  test('that was sent stays as it is; a new version begins with the same lines', async () => {
    const quote = await newQuote('Sent away');
    const params = { id: quote.id };
    const sent = await seller.call(quotes.send, { params, version: quote.version });
    const refused = await seller.refused(quotes.update, {
      params,
      version: sent.version,
      body: { discount: 100 },
    });
    expect(refused.code).toBe('wrong-state');
    const next = await seller.call(quotes.revise, { params });
    expect(next).toMatchObject({ state: 'draft', revision: 2, name: `${quote.name} v2` });
    expect(next.lines).toEqual(quote.lines);
    expect((await seller.call(quotes.get, { params })).isLatest).toBe(false);
  });

  test('a second one that is accepted replaces the first', async () => {
    const first = await newQuote('Two offers');
    await seller.call(quotes.accept, { params: { id: first.id }, version: first.version });
    const next = await seller.call(quotes.revise, { params: { id: first.id } });
    await seller.call(quotes.accept, { params: { id: next.id }, version: next.version });
    const old = await seller.call(quotes.get, { params: { id: first.id } });
    expect(old).toMatchObject({ state: 'declined', declineReason: `Replaced by ${next.name}` });
  });

  test('is a PDF with every line, every sum and its number', async () => {
    const quote = await newQuote('Printed & <bold> #set');
    await seller.call(quotes.update, {
      params: { id: quote.id },
      version: quote.version,
      body: {
        discount: 1_000,
        validUntil: calendarDate('2199-01-31'),
        terms: 'Payable within 30 days.',
        lines: [
          {
            kind: 'fixed',
            description: 'Price "all in" #danger',
            quantity: 1.5,
            unitPrice: 100_001,
            discount: 0,
            tax: 1_900,
          },
        ],
      },
    });
    const pdf = await bytesOf(`/api/v1/quotes/${quote.id}/pdf`);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = textOf(pdf);
    if (text === null) return;
    for (const part of [
      quote.name,
      'Printed & <bold> #set',
      'Price "all in" #danger',
      '1.5',
      '€1,500.02',
      'Discount 10 %',
      'Tax 19 % on €1,350.02',
      '€1,606.52',
      '31 January 2199',
      'Payable within 30 days.',
    ]) {
      // Typographic quotes are set for straight ones.
      expect(text.replace(/[“”]/g, '"')).toContain(part);
    }
  });
});

describe('the contract of a deal', () => {
  test('takes over what was agreed; the day of signature stays one fact on the deal', async () => {
    const quote = await newQuote('Signed work');
    await seller.call(quotes.accept, { params: { id: quote.id }, version: quote.version });
    const dealId = quote.deal.id;
    const contract = await seller.call(contracts.create, {
      params: { dealId },
      body: { terms: 'time-and-materials', reference: 'PO 4711' },
    });
    expect(contract).toMatchObject({ value: 120_000, signedOn: null, quote: { id: quote.id } });
    const { version } = await seller.call(deals.get, { params: { id: dealId } });
    const signed = calendarDate('2026-02-03');
    await seller.call(deals.update, {
      params: { id: dealId },
      version,
      body: { contractSignedOn: signed },
    });
    const found = await seller.call(contracts.ofDeal, { params: { dealId } });
    expect(found.contract).toMatchObject({ signedOn: signed, terms: 'time-and-materials' });
    const twice = await seller.refused(contracts.create, { params: { dealId }, body: {} });
    expect(twice.code).toBe('already-exists');
  });
});

async function bytesOf(url: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${seller.member.token}` };
  const response = await app.app.http.inject({ method: 'GET', url, headers });
  expect(response.statusCode).toBe(200);
  return response.rawPayload;
}

/** The text of a PDF as `pdftotext` reads it; null where that program is not installed. */
function textOf(pdf: Buffer): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'quote-'));
  try {
    writeFileSync(join(folder, 'quote.pdf'), pdf);
    return execFileSync('pdftotext', ['-layout', join(folder, 'quote.pdf'), '-'], {
      encoding: 'utf8',
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
