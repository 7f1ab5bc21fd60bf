import { expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { measuredKpi } from '../strategy/measured-kpi.ts';
import { northlight } from './northlight.ts';

const days = ['2026-01-01', '2026-05-31', '2026-11-29'].map(calendarDate);

test('the sample firm measures with two years of actuals, some on track and some not (ST-38)', () => {
  for (const today of days) {
    const firm = northlight(today);
    const standings = firm.kpis.map((kpi) => {
      const goal = firm.goals.find((one) => one.key === kpi.goal);
      expect(kpi.actuals.length).toBeGreaterThanOrEqual(kpi.frequency === 'monthly' ? 22 : 7);
      expect(kpi.actuals.every((actual) => actual.on < today)).toBe(true);
      expect(kpi.actuals.some((actual) => actual.comment !== '')).toBe(true);
      const kept = {
        ...kpi,
        series: kpi.actuals,
        deadline: null,
        planStartsOn: kpi.startOn,
        goalDeadline: goal?.deadline ?? null,
      };
      const measured = measuredKpi(kept, today);
      return { standing: measured.pace.standing, isDue: (measured.dueOn ?? '9') <= today };
    });
    const found = new Set(standings.map((one) => one.standing));
    expect([...found].toSorted()).toEqual(['at-risk', 'off-track', 'on-track']);
    expect(standings.filter((one) => one.isDue).length).toBeGreaterThanOrEqual(2);
    expect(new Set(firm.kpis.map((kpi) => kpi.perspective)).size).toBe(4);
  }
});
