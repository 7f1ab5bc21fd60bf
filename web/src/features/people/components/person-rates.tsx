import { type PersonView, people } from '@evenkeel/contract/people';
import { readerToday } from '../../../ui/format/date.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { usePeopleWrite } from '../api.ts';
import styles from './people.module.css';
import { RateHistory, type RateLine } from './rate-history.tsx';

/** A person's own rates over time; without any the role's count (U17). */
export function PersonRates({ person }: { readonly person: PersonView }) {
  const add = usePeopleWrite(people.addRate);
  const correct = usePeopleWrite(people.correctRate);
  const remove = usePeopleWrite(people.removeRate);
  const rates = person.rates ?? [];
  const params = { id: person.id };
  const rateOf = (line: RateLine) => rates.find(({ id }) => id === line.id);
  return (
    <>
      {rates.length === 0 ? <p className={styles['quiet']}>{withoutOwn(person)}</p> : null}
      <RateHistory
        lines={rates}
        today={readerToday()}
        onAdd={async ({ validFrom, ...amounts }) => {
          if (validFrom) await add.mutateAsync({ params, body: { validFrom, ...amounts } });
        }}
        onCorrect={async (line, { validFrom, ...amounts }) => {
          const rate = rateOf(line);
          if (!rate) return;
          await correct.mutateAsync({
            params: { ...params, rateId: rate.id },
            version: rate.version,
            body: { ...amounts, ...(validFrom ? { validFrom } : {}) },
          });
        }}
        onRemove={async (line) => {
          const rate = rateOf(line);
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
    </>
  );
}

function withoutOwn(person: PersonView): string {
  if (!person.role) return 'No rates: neither own ones nor a role with standard rates.';
  return `No own rates: the standard rates of ${person.role.name} count.`;
}
