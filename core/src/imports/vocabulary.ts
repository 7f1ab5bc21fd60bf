import type { DealOutcome } from '../deals/pipeline.ts';

/** Sectors as firms commonly name them, to find slips of the pen in imported ones. */
export const knownSectors: readonly string[] = words(
  'technology|software|telecommunications|media|entertainment|retail|wholesale|finance|banking|' +
    'insurance|real estate|construction|manufacturing|automotive|aerospace|energy|utilities|mining|' +
    'agriculture|food|hospitality|travel|transport|logistics|medical|healthcare|pharmaceuticals|' +
    'biotechnology|education|government|non-profit|legal|consulting|marketing|advertising|' +
    'employment|services|professional services|consumer goods|chemicals|electronics|security|' +
    'sports|fashion|gaming|research|publishing|engineering|environment',
);

/** Countries by their usual English short names (UN member states and common others). */
export const knownCountries: readonly string[] = words(
  'Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|' +
    'Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|' +
    'Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|' +
    'Cameroon|Canada|Cape Verde|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|' +
    'Cyprus|Czechia|Czech Republic|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|' +
    'El Salvador|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|' +
    'Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|' +
    'Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|' +
    'Kazakhstan|Kenya|Kiribati|Korea|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|' +
    'Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|' +
    'Malta|Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|' +
    'Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|' +
    'North Korea|North Macedonia|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|' +
    'Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|' +
    'San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|' +
    'Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|' +
    'Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago|' +
    'Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom|' +
    'United States|United States of America|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|' +
    'Vietnam|Yemen|Zambia|Zimbabwe',
);

/** What an imported stage's name says about it. */
export type StageReading = {
  readonly outcome: DealOutcome;
  /** Chance of winning in basis points. */
  readonly probability: number;
};

const stageWords: readonly (readonly [pattern: RegExp, reading: StageReading])[] = [
  [/\b(closed )?won\b|\bsigned\b/, { outcome: 'won', probability: 10_000 }],
  [/\b(closed )?lost\b|\bdisqualified\b|\bdropped\b/, { outcome: 'lost', probability: 0 }],
  [/\bprospect|\blead\b|\bnew\b|\bidea\b/, { outcome: 'open', probability: 1000 }],
  [/\bqualif|\bdiscover|\bcontact/, { outcome: 'open', probability: 2000 }],
  [/\bengag|\bneeds|\banalysis|\bmeeting/, { outcome: 'open', probability: 3000 }],
  [/\bdemo|\bpresent|\bvalue prop/, { outcome: 'open', probability: 4000 }],
  [/\bpropos|\bquot|\boffer|\bperception/, { outcome: 'open', probability: 5000 }],
  [/\bnegotiat|\breview|\bdecision/, { outcome: 'open', probability: 7000 }],
  [/\bcommit|\bverbal|\bcontract/, { outcome: 'open', probability: 9000 }],
];

/**
 * What the name of a stage says: how it ends a deal and the usual chance of winning. A name that
 * says nothing is open with an even chance. The chances are the customary ladder of sales systems,
 * a start to be replaced by the firm's own experience.
 */
export function readStageName(name: string): StageReading {
  const text = name.toLowerCase().replace(/[_-]+/g, ' ');
  return (
    stageWords.find(([pattern]) => pattern.test(text))?.[1] ?? {
      outcome: 'open',
      probability: 5000,
    }
  );
}

function words(text: string): string[] {
  return text.split('|');
}
