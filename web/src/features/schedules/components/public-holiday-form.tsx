import type { CalendarView } from '@evenkeel/contract/calendars';
import { type HolidayCountry, publicHolidays } from '@evenkeel/contract/public-holidays';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useHolidayCountries, usePublicHolidays, useScheduleWrite } from '../api.ts';
import styles from './schedules.module.css';

type Values = {
  country: string | null;
  region: string | null;
  fromYear: number | null;
  toYear: number | null;
};

type PublicHolidayFormProps = { readonly calendar: CalendarView; readonly onClose: () => void };

/** Puts the public holidays of a country or region into a calendar (U14). Mount it while open. */
export function PublicHolidayForm({ calendar, onClose }: PublicHolidayFormProps) {
  const add = useScheduleWrite(publicHolidays.add);
  const countries = useHolidayCountries().data?.rows ?? [];
  const year = Number(readerToday().slice(0, 4));
  const form = useRecordForm<Values>({
    initialValues: { country: null, region: null, fromYear: year, toYear: year + 2 },
    validate: {
      country: (country) => (country === null ? 'Pick a country.' : null),
      fromYear: (from) => (from === null ? 'Say from which year.' : null),
      toYear: (to) => (to === null ? 'Say to which year.' : null),
    },
    onSubmit: async ({ country, region, fromYear, toYear }) => {
      const place = region ?? country;
      if (!place || fromYear === null || toYear === null) return;
      const body = { place, fromYear, toYear };
      await add.mutateAsync({ params: { id: calendar.id }, body });
      notifyDone({ message: `The public holidays of ${placeName(place, countries)} are added` });
      onClose();
    },
  });
  const { country, region, fromYear, toYear } = form.form.values;
  const regions = countries.find(({ code }) => code === country)?.regions ?? [];
  const { onChange: setCountry, ...countryField } = form.field('country');
  return (
    <FormModal
      opened
      title={`Public holidays in “${calendar.name}”`}
      submitLabel="Add holidays"
      form={form}
      onClose={onClose}
    >
      <FieldRow>
        <ChoiceField
          label="Country"
          required
          searchable
          choices={countries.map(({ code, name }) => ({ value: code, label: name }))}
          {...countryField}
          onChange={(next) => {
            setCountry(next);
            form.form.setFieldValue('region', null);
          }}
        />
        <ChoiceField
          label="Region"
          placeholder="The whole country"
          disabled={regions.length === 0}
          choices={regions.map(({ code, name }) => ({ value: code, label: name }))}
          {...form.field('region')}
        />
      </FieldRow>
      <FieldRow>
        <NumberField label="From year" required whole {...form.field('fromYear')} />
        <NumberField label="To year" required whole {...form.field('toYear')} />
      </FieldRow>
      <Found
        place={region ?? country}
        years={{ fromYear: fromYear ?? year, toYear: toYear ?? year }}
      />
    </FormModal>
  );
}

type FoundProps = {
  readonly place: string | null;
  readonly years: { readonly fromYear: number; readonly toYear: number };
};

function Found({ place, years }: FoundProps) {
  const rows = usePublicHolidays(place, years).data?.rows;
  if (!place || !rows) {
    return <p className={styles['quiet']}>Holidays that stand in the calendar already stay.</p>;
  }
  const next = rows.find(({ startOn }) => startOn >= readerToday());
  const count = formatCount(rows.length, { one: 'holiday', many: 'holidays' });
  return (
    <p className={styles['quiet']}>
      {count}
      {next ? `, the next one ${next.name} on ${formatDate(next.startOn)}` : ''}. Holidays that
      stand in the calendar already stay.
    </p>
  );
}

/** A place as people call it. */
export function placeName(place: string, countries: readonly HolidayCountry[]): string {
  const country = countries.find(({ code }) => code === place.slice(0, 2));
  const region = country?.regions.find(({ code }) => code === place);
  const name = country?.name ?? place;
  return region ? `${name}, ${region.name}` : name;
}
