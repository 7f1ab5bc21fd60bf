import { calendars } from '@evenkeel/contract/calendars';
import { capacity } from '@evenkeel/contract/capacity';
import { people } from '@evenkeel/contract/people';
import { publicHolidays } from '@evenkeel/contract/public-holidays';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../../test/app.ts';

const app = await startTestApp();
let manager: Client;

beforeAll(async () => {
  manager = await app.client({ role: 'manager' });
});

async function firmCalendar() {
  const found = (await manager.call(calendars.list)).rows.find(({ isDefault }) => isDefault);
  if (!found) throw new Error('the firm has no calendar');
  return found;
}

describe('public holidays (U14, PM-13)', () => {
  test('are known by country and region', async () => {
    const { rows } = await manager.call(publicHolidays.countries);
    const germany = rows.find(({ code }) => code === 'DE');
    expect(germany?.regions.find(({ code }) => code === 'DE-BE')?.name).toBe('Berlin');
    const query = { place: 'DE-BE', fromYear: 2027, toYear: 2027 };
    const berlin = (await manager.call(publicHolidays.list, { query })).rows;
    expect(berlin).toContainEqual({
      name: 'Good Friday',
      startOn: '2027-03-26',
      endOn: '2027-03-26',
    });
    expect(berlin.some(({ startOn }) => startOn === '2027-03-08')).toBe(true);
    const bavaria = { ...query, place: 'DE-BY' };
    const other = (await manager.call(publicHolidays.list, { query: bavaria })).rows;
    expect(other.some(({ startOn }) => startOn === '2027-03-08')).toBe(false);
  });

  test('go into a calendar once, beside the firm’s own, and come out again', async () => {
    const { id } = await firmCalendar();
    await manager.call(calendars.addException, {
      params: { id },
      body: { name: 'Our Labour Day', startOn: calendarDate('2020-05-01'), isYearly: true },
    });
    const body = { place: 'DE-BE', fromYear: 2026, toYear: 2027 };
    const first = await manager.call(publicHolidays.add, { params: { id }, body });
    const again = await manager.call(publicHolidays.add, { params: { id }, body });
    expect(again.exceptions).toHaveLength(first.exceptions.length);
    const firstsOfMay = again.exceptions.filter(({ startOn }) => startOn.endsWith('-05-01'));
    expect(firstsOfMay.map(({ name }) => name)).toEqual(['Our Labour Day']);
    const person = await manager.call(people.create, {
      body: { name: 'Ada', joinedOn: calendarDate('2020-01-01') },
    });
    const query = {
      personId: person.id,
      from: calendarDate('2027-03-22'),
      to: calendarDate('2027-03-28'),
    };
    const { rows } = await manager.call(capacity.list, { query });
    expect(rows[0]?.periods[0]).toMatchObject({ holidayMinutes: 480, capacityMinutes: 1_920 });
    const without = await manager.call(publicHolidays.remove, {
      params: { id },
      body: { place: 'DE-BE' },
    });
    expect(without.exceptions.map(({ name }) => name)).toEqual(['Our Labour Day']);
  });

  test('of the place where somebody lives hold for them in place of the firm’s', async () => {
    const week = (await firmCalendar()).week;
    const abroad = await manager.call(calendars.create, { body: { name: 'Prague', week } });
    await manager.call(publicHolidays.add, {
      params: { id: abroad.id },
      body: { place: 'CZ', fromYear: 2027, toYear: 2027 },
    });
    const person = await manager.call(people.create, {
      body: {
        name: 'Pavel',
        joinedOn: calendarDate('2020-01-01'),
        calendarId: abroad.id,
        timeZone: 'Europe/Prague',
      },
    });
    expect(person).toMatchObject({ calendar: { name: 'Prague' }, timeZone: 'Europe/Prague' });
    const { rows } = await manager.call(capacity.reasons, {
      params: { id: person.id },
      query: { from: calendarDate('2027-09-27'), to: calendarDate('2027-10-03') },
    });
    expect(rows.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['terms', 2_400],
      ['holiday', -480],
    ]);
    const used = await manager.refused(calendars.remove, { params: { id: abroad.id } });
    expect(used.code).toBe('still-in-use');
  });

  test('of a place that is not known are refused', async () => {
    const { id } = await firmCalendar();
    const body = { place: 'DE-XX', fromYear: 2026, toYear: 2027 };
    const refused = await manager.refused(publicHolidays.add, { params: { id }, body });
    expect(refused.issues[0]?.path).toEqual(['place']);
  });
});
