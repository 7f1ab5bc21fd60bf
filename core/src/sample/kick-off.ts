import type { ContactChannel } from '../contacts/channel.ts';
import type { StakeholderPart } from '../deals/stakeholders.ts';

/** People at the client of the sample's working project, in the order of its contacts (CL-13). */
export const sampleStakeholderRegister: readonly {
  readonly part: StakeholderPart;
  readonly note: string;
  readonly needs: string;
  readonly channel: ContactChannel | null;
  readonly everyDays: number | null;
  readonly interpreter: string;
}[] = [
  {
    part: 'decides',
    note: 'Owns the warehouse’s numbers',
    needs: 'One page before each steering meeting: dates, risks, what is to be decided.',
    channel: 'video',
    everyDays: 7,
    interpreter: '',
  },
  {
    part: 'uses',
    note: 'Speaks for the night shift',
    needs: 'To see every screen before the drivers do, and a name to call at night.',
    channel: 'phone',
    everyDays: 14,
    interpreter: 'Polish, at the workshops with the shift leaders',
  },
  {
    part: 'pays',
    note: 'Releases the budget',
    needs: 'Hours against the budget once a month, no surprises.',
    channel: 'email',
    everyDays: 30,
    interpreter: '',
  },
];

/** Usual items of the sample's kick-off that are still open: the look back was forgotten. */
export const sampleOpenKickOffKeys: readonly string[] = ['first-check'];
