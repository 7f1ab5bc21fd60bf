import { reserveLoans, ringFences } from '@evenkeel/contract/ring-fences';
import { implement } from '../../platform/http/implement.ts';
import { viewEntries, viewLedger } from './ledger/service.ts';
import * as loans from './loans/service.ts';
import * as policies from './policies/service.ts';
import {
  presentEntry,
  presentLoan,
  presentMonth,
  presentRingFence,
  presentShortfall,
  presentWork,
} from './presenter.ts';
import { canSeeMoney, checkReserve, listRingFences, viewReserveWork } from './service.ts';

export const ringFenceRoutes = implement(ringFences, {
  list: async ({ scope }) => {
    const fences = await listRingFences(scope);
    return { rows: fences.map((fence) => presentRingFence(fence, canSeeMoney(scope.actor))) };
  },
  create: async ({ scope, body }) =>
    presentRingFence(await policies.createRingFence(scope, body), true),
  update: async ({ scope, params, body, version }) =>
    presentRingFence(await policies.updateRingFence(scope, { id: params.id, version }, body), true),
  ledger: async ({ scope, query }) => {
    const { showsMoney, ...found } = await viewLedger(scope, query);
    const loansSeen = found.loans.filter(({ loan }) => showsMoney || loan.measure === 'minutes');
    return {
      today: scope.today,
      from: found.from,
      to: found.to,
      currency: scope.actor.currency,
      ringFences: found.ringFences.map((fence) => presentRingFence(fence, showsMoney)),
      months: found.months.map((month) => presentMonth(month, showsMoney)),
      loans: loansSeen.map((loan) => presentLoan(loan, scope.today)),
    };
  },
  entries: async ({ scope, params, query }) => ({
    rows: (await viewEntries(scope, params.id, query)).map(presentEntry),
  }),
  work: async ({ scope, params, query }) =>
    presentWork(await viewReserveWork(scope, params.id, query.month)),
  check: async ({ scope, body }) => ({
    shortfalls: (await checkReserve(scope, body)).map(presentShortfall),
  }),
});

export const reserveLoanRoutes = implement(reserveLoans, {
  lend: async ({ scope, body }) => ({
    rows: (await loans.lend(scope, body)).map((loan) => presentLoan(loan, scope.today)),
  }),
  payBack: async ({ scope, params, body }) =>
    presentLoan(await loans.payBack(scope, params.id, body), scope.today),
});
