import { type RoleView, roles } from '@evenkeel/contract/people';
import { readerToday } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { usePeopleWrite } from '../api.ts';
import { RateHistory, type RateLine } from './rate-history.tsx';

/** The standard rates of a role over time (U17). */
export function RoleRates({ role }: { readonly role: RoleView }) {
  const update = usePeopleWrite(roles.update);
  const add = usePeopleWrite(roles.addRate);
  const correct = usePeopleWrite(roles.correctRate);
  const remove = usePeopleWrite(roles.removeRate);
  if (!role.rates) return null;
  const params = { id: role.id };
  const { first, later } = role.rates;
  const lines: RateLine[] = [...later, { id: role.id, validFrom: null, ...first }];
  const laterOf = (line: RateLine) => later.find(({ id }) => id === line.id);
  return (
    <RateHistory
      lines={lines}
      today={readerToday()}
      onAdd={async ({ validFrom, ...rates }) => {
        if (validFrom) await add.mutateAsync({ params, body: { validFrom, ...rates } });
      }}
      onCorrect={async (line, { validFrom, ...rates }) => {
        const rate = laterOf(line);
        if (rate) {
          await correct.mutateAsync({
            params: { ...params, rateId: rate.id },
            version: rate.version,
            body: { ...rates, ...(validFrom ? { validFrom } : {}) },
          });
        } else await update.mutateAsync({ params, version: role.version, body: rates });
      }}
      onRemove={async (line) => {
        const rate = laterOf(line);
        if (!rate) return;
        await remove.mutateAsync({ params: { ...params, rateId: rate.id } });
        const { validFrom, costRate, billRate } = rate;
        notifyDone({
          message: 'Rate taken back',
          undo: async () =>
            void (await add.mutateAsync({ params, body: { validFrom, costRate, billRate } })),
        });
      }}
    />
  );
}
