import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { SampleSubject } from './comments.ts';
import type { SampleKey } from './sample-firm.ts';

export type SampleFile = {
  readonly subject: SampleSubject;
  readonly author: SampleKey;
  readonly on: CalendarDate;
  readonly name: string;
  /** What stands in it, as text. */
  readonly content: string;
};

/** Files that the people of the sample have put on their records. */
export function sampleFiles(today: CalendarDate): SampleFile[] {
  return [
    {
      subject: { kind: 'deal', key: 'ready' },
      author: 'Tomás Rivera',
      on: addDays(today, -9),
      name: 'Depots and carriers.csv',
      content:
        'Depot,City,Carriers,Planners\nGhent,Ghent,14,6\nAntwerp North,Antwerp,22,9\nLiège,Liège,9,4\nLille,Lille,11,5\nRotterdam,Rotterdam,25,11\nDuisburg,Duisburg,12,5\nReims,Reims,7,3\nBreda,Breda,8,3\nNamur,Namur,5,2\n',
    },
    {
      subject: { kind: 'deal', key: 'ready' },
      author: 'Helena Brandt',
      on: addDays(today, -2),
      name: 'Terms as discussed.txt',
      content:
        'Start with Ghent, Antwerp North and Liège.\nThe other six depots follow in spring at the same price.\nLiability capped at the yearly fee.\n',
    },
    {
      subject: { kind: 'contract', key: 'waiting' },
      author: 'Tomás Rivera',
      on: addDays(today, -3),
      name: 'Contract, signed by both.txt',
      content:
        'Customer portal for Velden Energy.\nFixed price, paid in three parts.\nSigned in Brussels by both sides.\n',
    },
    {
      subject: { kind: 'client-project', key: 'Warehouse control tower' },
      author: 'Emil Hansen',
      on: addDays(today, -12),
      name: 'Carrier feed, delays by day.csv',
      content:
        'Day,Expected,Arrived,Delay in hours\nMonday,06:00,41:30,35.5\nTuesday,06:00,52:10,46.2\nWednesday,06:00,49:05,43.1\n',
    },
    {
      subject: { kind: 'account', key: 'Harbour Logistics' },
      author: 'Helena Brandt',
      on: addDays(today, -40),
      name: 'Working agreement.txt',
      content:
        'We tell each other bad news on the day.\nThey answer questions of the project within two working days.\nOne meeting a week, Tuesdays at ten, half an hour.\n',
    },
    {
      subject: { kind: 'plan', key: '' },
      author: 'Ingrid Solheim',
      on: addDays(today, -50),
      name: 'Retreat, agenda and notes.txt',
      content:
        'Where do our hours go?\nWhich goal would we drop?\nWho is free two days a week for Oslo?\n',
    },
  ];
}
