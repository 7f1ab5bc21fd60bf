import { type Random, randomChoice, randomInteger } from '../random.ts';
import type { SampleAccount, SampleFirm } from './sample-firm.ts';

export const sampleProducts: SampleFirm['products'] = [
  { key: 'discovery', name: 'Discovery sprint', series: 'Advice', price: 2_400_000 },
  { key: 'strategy', name: 'Strategy programme', series: 'Advice', price: 6_500_000 },
  { key: 'training', name: 'Training programme', series: 'Advice', price: 1_800_000 },
  { key: 'service-design', name: 'Service design', series: 'Design', price: 4_800_000 },
  { key: 'build', name: 'Software build', series: 'Engineering', price: 12_000_000 },
  {
    key: 'implementation',
    name: 'Software implementation',
    series: 'Engineering',
    price: 8_500_000,
  },
];

type AccountLine = readonly [name: string, sector: string, country: string];

const lines: readonly AccountLine[] = [
  ['Harbour Logistics', 'Logistics', 'Germany'],
  ['Velden Energy', 'Energy', 'Austria'],
  ['Arctic Seafood', 'Food', 'Norway'],
  ['Meridian Insurance', 'Insurance', 'Switzerland'],
  ['Lumen Health', 'Health', 'Germany'],
  ['Castello Hotels', 'Hospitality', 'Italy'],
  ['Borealis Rail', 'Transport', 'Sweden'],
  ['Delta Water', 'Utilities', 'Netherlands'],
  ['Orchard Retail', 'Retail', 'United Kingdom'],
  ['Kestrel Aviation', 'Transport', 'Ireland'],
  ['Northgate University', 'Education', 'Denmark'],
  ['Solaris Housing', 'Property', 'Spain'],
  ['Granite Bank', 'Banking', 'Switzerland'],
  ['Tallow & Finch', 'Retail', 'United Kingdom'],
  ['Helix Biotech', 'Health', 'Germany'],
  ['Mistral Telecom', 'Telecommunications', 'France'],
  ['Oakfield Council', 'Public sector', 'United Kingdom'],
  ['Pelican Media', 'Media', 'Netherlands'],
  ['Quarry Cement', 'Construction', 'Poland'],
  ['Riviera Yachts', 'Manufacturing', 'France'],
  ['Sable Cosmetics', 'Consumer goods', 'Italy'],
  ['Thornbury Law', 'Professional services', 'Ireland'],
  ['Umbra Lighting', 'Manufacturing', 'Czechia'],
  ['Vanguard Freight', 'Logistics', 'Belgium'],
  ['Willow Care Homes', 'Health', 'Denmark'],
  ['Xenon Robotics', 'Manufacturing', 'Germany'],
  ['Yarrow Foods', 'Food', 'Ireland'],
  ['Zenith Sports', 'Consumer goods', 'Austria'],
  ['Alba Pharma', 'Health', 'Spain'],
  ['Brightwater Schools', 'Education', 'United Kingdom'],
  ['Cobalt Mining', 'Energy', 'Sweden'],
  ['Dovetail Furniture', 'Consumer goods', 'Denmark'],
  ['Ember Heating', 'Energy', 'Finland'],
  ['Fjord Ferries', 'Transport', 'Norway'],
  ['Gallant Security', 'Professional services', 'Belgium'],
  ['Heron Airlines', 'Transport', 'Portugal'],
  ['Isar Motors', 'Manufacturing', 'Germany'],
  ['Juniper Hospital', 'Health', 'Netherlands'],
  ['Kiln Ceramics', 'Manufacturing', 'Portugal'],
  ['Lagoon Resorts', 'Hospitality', 'Spain'],
  ['Marble Arch Homes', 'Property', 'United Kingdom'],
  ['Nova Chemicals', 'Manufacturing', 'Belgium'],
  ['Opal Payments', 'Banking', 'Lithuania'],
  ['Prairie Grain', 'Food', 'Poland'],
  ['Quill Publishing', 'Media', 'Ireland'],
  ['Redwood Timber', 'Construction', 'Finland'],
  ['Sparrow Post', 'Logistics', 'Austria'],
  ['Tern Shipping', 'Logistics', 'Norway'],
  ['Ursa Brewing', 'Food', 'Czechia'],
  ['Verity Audit', 'Professional services', 'Switzerland'],
  ['Wharf Theatre', 'Media', 'United Kingdom'],
  ['Yellowhammer Bikes', 'Consumer goods', 'Netherlands'],
  ['Aster Clinics', 'Health', 'Sweden'],
  ['Beacon Charity', 'Public sector', 'Ireland'],
  ['Cinder Steel', 'Manufacturing', 'Poland'],
  ['Dunlin Broadband', 'Telecommunications', 'Denmark'],
  ['Elm Street Grocers', 'Retail', 'United Kingdom'],
  ['Falcon Avionics', 'Manufacturing', 'France'],
  ['Gossamer Textiles', 'Manufacturing', 'Italy'],
  ['Hollow Oak Winery', 'Food', 'France'],
];

/** One that was typed in twice; it waits to be merged. */
export const twinAccount: SampleAccount = {
  key: 'Harbour Logistics GmbH',
  name: 'Harbour Logistics GmbH',
  sector: 'Logistics',
  country: 'Germany',
  employees: 0,
  annualRevenue: 0,
  foundedYear: 1998,
  website: 'https://www.harbour-logistics.example',
  owner: 'Marek Novak',
};

const owners = ['Helena Brandt', 'Tomás Rivera', 'Ingrid Solheim', 'Marek Novak'] as const;

/** Sixty accounts of all sizes. */
export function sampleAccounts(random: Random): SampleAccount[] {
  return lines.map(([name, sector, country]) => {
    const employees = randomInteger(random, 3, 90) * randomChoice(random, [10, 10, 40, 100]);
    return {
      key: name,
      name,
      sector,
      country,
      employees,
      annualRevenue: employees * randomInteger(random, 90, 260) * 100_000,
      foundedYear: randomInteger(random, 1890, 2016),
      website: `https://www.${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
      owner: randomChoice(random, owners),
    };
  });
}
