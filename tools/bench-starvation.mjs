// Warnings of starving initiatives (B06): `npm run bench:starvation [-- --histories N] [--tune] [--json]` simulates
// histories of initiatives up to a milestone, half of them with starvation planted, walks through each week by
// week as the server does, and prints how early the warning comes and how often it comes for nothing, over the
// thresholds of the rule. `--tune` tries half-lives and thresholds on the training histories, whose seeds are
// never those of the test. `--json` ends with one line of figures.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const words = process.argv.slice(2);
const count = words.includes('--histories')
  ? Number(words[words.indexOf('--histories') + 1])
  : 6000;
if (!(count > 0)) {
  console.error('usage: npm run bench:starvation [-- --histories N] [--tune] [--json]');
  process.exit(2);
}
const seeds = { train: 1_000_000, test: 2_000_000 };
const leadWeeks = 2;

const output = join(cacheFolder, 'bench-starvation');
const entry = (path) => join(root, 'core/src', `${path}.ts`);
await build({
  input: {
    warning: entry('balance/starvation-warning'),
    history: entry('balance/starvation-history.fixture'),
    dates: entry('calendar-date'),
    random: entry('random'),
  },
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { forecastPace, starvationTuning } = await load('warning');
const { madeHistory } = await load('history');
const { addDays, calendarDate } = await load('dates');
const { seededRandom } = await load('random');

const start = calendarDate('2026-01-05');
const before = process.cpuUsage();

if (words.includes('--tune')) tune();
const histories = made('test');
const curve = [0.5, 1, 1.5, 2, 2.3, 2.6, 3, 4].map((threshold) => ({
  threshold,
  ...judged(histories, { ...starvationTuning, threshold }),
}));
const inUse = { threshold: starvationTuning.threshold, ...judged(histories, starvationTuning) };
console.log(
  `${histories.length} histories: ${inUse.starved} starved and missed, ${inUse.healthy} not starved and kept`,
);
console.log('threshold  warned in time  false alarms  lead (median)  after onset (median)');
for (const row of curve) console.log(line(row));
console.log(
  `in use: half-life ${starvationTuning.halfLifeWeeks} weeks, threshold ${starvationTuning.threshold}`,
);
console.log(line(inUse));
const { user, system } = process.cpuUsage(before);
const cpuSeconds = Math.round((user + system) / 1e4) / 100;
console.log(`${cpuSeconds} s of CPU`);
if (words.includes('--json'))
  console.log(
    JSON.stringify({
      histories: count,
      leadWeeks,
      tuning: starvationTuning,
      ...inUse,
      curve,
      cpuSeconds,
    }),
  );

function made(set) {
  return Array.from({ length: count }, (_, index) => {
    const random = seededRandom(seeds[set] + index);
    return madeHistory(random, index % 2 === 0);
  });
}

/** Weeks after which the rule warns: places in the history, walked as the server does. */
function warnings(history, tuning) {
  const found = [];
  let given = 0;
  for (let week = 0; week < history.weeks.length - 1; week += 1) {
    given += history.weeks[week].givenMinutes;
    const forecast = forecastPace(
      history.weeks.slice(0, week + 1),
      {
        remainingMinutes: Math.max(0, history.neededMinutes - given),
        today: addDays(start, (week + 1) * 7),
        dueOn: addDays(start, history.weeks.length * 7 - 1),
      },
      tuning,
    );
    if (forecast.isStarving) found.push(week);
  }
  return found;
}

function judged(all, tuning) {
  const tally = { starved: 0, inTime: 0, healthy: 0, falseAlarms: 0 };
  const leads = [];
  const delays = [];
  for (const history of all) {
    if (history.onset === null && !history.isMissed) {
      tally.healthy += 1;
      if (warnings(history, tuning).length > 0) tally.falseAlarms += 1;
    }
    if (history.onset === null || !history.isMissed) continue;
    tally.starved += 1;
    const first = warnings(history, tuning).find((week) => week >= history.onset);
    if (first === undefined) continue;
    const lead = history.weeks.length - 1 - first;
    if (lead >= leadWeeks) tally.inTime += 1;
    leads.push(lead);
    delays.push(first - history.onset + 1);
  }
  return {
    starved: tally.starved,
    healthy: tally.healthy,
    inTimeShare: share(tally.inTime, tally.starved),
    falseAlarmShare: share(tally.falseAlarms, tally.healthy),
    medianLeadWeeks: median(leads),
    medianWeeksAfterOnset: median(delays),
  };
}

function tune() {
  const train = made('train');
  for (const halfLifeWeeks of [1.5, 2, 2.5, 3, 4, 6, 8])
    for (const threshold of [1, 1.5, 2, 2.3, 2.6, 3]) {
      const row = judged(train, { ...starvationTuning, halfLifeWeeks, threshold });
      console.log(`half-life ${halfLifeWeeks}: ${line({ threshold, ...row })}`);
    }
}

function line({ threshold, inTimeShare, falseAlarmShare, medianLeadWeeks, medianWeeksAfterOnset }) {
  const percent = (value) => `${(value * 100).toFixed(1)} %`.padStart(12);
  return `${String(threshold).padStart(9)}  ${percent(inTimeShare)}  ${percent(falseAlarmShare)}  ${String(medianLeadWeeks).padStart(11)} w  ${String(medianWeeksAfterOnset).padStart(11)} w`;
}

function share(part, whole) {
  return whole === 0 ? 0 : Math.round((part * 10_000) / whole) / 10_000;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
