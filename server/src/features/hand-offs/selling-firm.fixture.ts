import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { people, roles } from '@evenkeel/contract/people';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, DealId, HandOffId, PersonId, RoleId } from '@evenkeel/core/id';
import { withScope } from '../../platform/db/scope.ts';
import type { Client, TestApp } from '../../test/app.ts';
import { seedTemplates } from '../templates/service.ts';

/** A firm that sells and delivers: templates, an account, a seller and a project manager. */
export type SellingFirm = {
  readonly manager: Client;
  readonly accountId: AccountId;
  readonly seller: PersonId;
  readonly paula: PersonId;
  readonly consultant: RoleId;
};

/** The day on which contracts are signed here. */
export const signed = calendarDate('2026-05-06');

/** Makes such a firm, with its owner as the client. */
export async function sellingFirm(app: TestApp): Promise<SellingFirm> {
  const manager = await app.client();
  const { workspaceId, memberId, userId } = manager.member;
  const actor = {
    workspaceId,
    memberId,
    userId,
    role: 'owner',
    personId: null,
    name: '',
    email: '',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    tokenScopes: null,
    sessionId: null,
  } as const;
  await withScope(app.app.database, actor, seedTemplates);
  const account = await manager.call(accounts.create, { body: { name: 'Harbour Logistics' } });
  const seller = await manager.call(people.create, { body: { name: 'Sam Seller' } });
  const paula = await manager.call(people.create, { body: { name: 'Paula Manager' } });
  const role = (await manager.call(roles.list)).rows.find((row) => row.name === 'Consultant');
  if (!role) throw new Error('no consultant');
  return {
    manager,
    accountId: account.id,
    seller: seller.id,
    paula: paula.id,
    consultant: role.id,
  };
}

/** An open deal on which everything is said. */
export async function newDeal(firm: SellingFirm, name: string): Promise<DealId> {
  const { manager, accountId, seller, consultant } = firm;
  const { id } = await manager.call(deals.create, {
    body: {
      name,
      accountId,
      ownerId: seller,
      value: 4_800_000,
      scope: 'Docks 1 to 4',
      notes: 'Wants weekly calls',
      nextStep: 'Send the list of names',
      deliveryStartOn: calendarDate('2026-06-01'),
      deliveryEndOn: calendarDate('2026-08-28'),
    },
  });
  const lines = [{ roleId: consultant, minutes: 10_001 }];
  await manager.call(deals.setDemand, { params: { id }, body: { lines } });
  return id;
}

/** What moves a deal to a stage, on its newest version. */
export async function moveTo({ manager }: SellingFirm, id: DealId, stage: string) {
  const { version } = await manager.call(deals.get, { params: { id } });
  const found = (await manager.call(deals.stages)).rows.find((row) => row.name === stage);
  if (!found) throw new Error(`no stage ${stage}`);
  return { params: { id }, version, body: { stageId: found.id } };
}

/** A won deal with its contract signed, and the hand-off that it gets. */
export async function wonDeal(
  firm: SellingFirm,
  name: string,
): Promise<{ dealId: DealId; id: HandOffId; version: number }> {
  const dealId = await newDeal(firm, name);
  const move = await moveTo(firm, dealId, 'Won');
  const body = { ...move.body, contractSignedOn: signed };
  const deal = await firm.manager.call(deals.move, { ...move, body });
  if (!deal.handOff) throw new Error('no hand-off');
  const params = { id: deal.handOff.id };
  const { id, version } = await firm.manager.call(handOffs.get, { params });
  return { dealId, id, version };
}
