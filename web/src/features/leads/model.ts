import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import type { LeadView, leads } from '@evenkeel/contract/leads';
import { leadStateLabels, leadStates } from '@evenkeel/core/leads/qualification';

export type LeadChange = BodyInputOf<typeof leads.update>;

/** What every part of a lead's page takes. */
export type LeadPartProps = {
  readonly lead: LeadView;
  readonly mayWrite: boolean;
  readonly save: (change: LeadChange) => Promise<void>;
};

export const leadStateChoices = leadStates.map((value) => ({
  value,
  label: leadStateLabels[value],
}));
